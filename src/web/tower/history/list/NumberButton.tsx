import type { JSX, ReactNode } from 'react';
import styles from './NumberButton.module.css';
import { type PressedNumber, useOpenList } from './use-open-list.ts';

/** A number that opens its list. In a table the arrow keys of `NumberGrid` go from one to the next. */
export const NumberButton = ({
  children,
  inGrid = false,
  ...pressed
}: PressedNumber & { children: ReactNode; inGrid?: boolean }): JSX.Element => {
  const open = useOpenList();
  return (
    <button
      type="button"
      className={styles.number}
      data-number={inGrid || undefined}
      tabIndex={inGrid ? -1 : undefined}
      aria-haspopup="dialog"
      onClick={() => open(pressed)}
    >
      {children}
      <span className="aloud">
        {' '}
        {pressed.word}, {pressed.about}
      </span>
    </button>
  );
};
