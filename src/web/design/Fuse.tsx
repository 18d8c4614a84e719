import type { JSX } from 'react';
import type { FigurePhase } from '#kernel/freshness.ts';
import { cx } from './cx.ts';
import styles from './Fuse.module.css';

/** The bar of 34 × 5 that burns down as a figure gets older; `left` is what is left, from 1 to 0. Age says it in words. */
export const Fuse = ({ phase, left }: { phase: FigurePhase; left: number }): JSX.Element => {
  if (phase === 'too-old' || phase === 'never')
    return <span aria-hidden="true" className={cx(styles.fuse, styles.empty)} />;
  return (
    <span aria-hidden="true" className={cx(styles.fuse, phase === 'old' && styles.old)}>
      <span style={{ width: `${Math.round(Math.min(1, Math.max(0, left)) * 100)}%` }} />
    </span>
  );
};
