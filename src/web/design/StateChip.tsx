import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { cx } from './cx.ts';
import styles from './StateChip.module.css';
import { StateMark } from './StateMark.tsx';
import type { State } from './states.ts';

/** Word, shape and colour of a state together. `children` replaces the word (`Bed vastgehouden`); `bare` drops the tint. */
export const StateChip = ({
  state,
  children,
  bare = false,
}: {
  state: State;
  children?: ReactNode;
  bare?: boolean;
}): JSX.Element => {
  const t = useText('design');
  return (
    <span className={cx(styles.chip, styles[state], bare && styles.bare)}>
      <StateMark state={state} size={13} />
      <span>{children ?? t(`state.${state}`)}</span>
    </span>
  );
};
