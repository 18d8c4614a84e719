import type { JSX } from 'react';
import type { Absent } from '#modules/day-treatment/types.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Rota.module.css';

/** There is full with a tick, absent is dashed with its letter, not on the rota is empty. `doubt`: a proof ran out. */
export const StandingMark = ({
  standing,
  doubt = false,
}: {
  standing: 'there' | 'off' | Absent;
  doubt?: boolean;
}): JSX.Element => {
  const t = useText('day-staff');
  return (
    <span
      aria-hidden="true"
      className={cx(styles.mark, styles[standing === 'there' || standing === 'off' ? standing : 'absent'])}
    >
      {standing === 'there' &&
        (doubt ? <Icon name="triangle-alert" size={14} /> : <Icon name="check" size={14} />)}
      {standing !== 'there' && standing !== 'off' && t(`letter.${standing}`)}
    </span>
  );
};
