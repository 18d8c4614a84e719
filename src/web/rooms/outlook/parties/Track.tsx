import type { JSX } from 'react';
import type { PartyRow } from '#planning/whatif/types.ts';
import styles from './Parties.module.css';

/** A row drawn: ring how it is, diamond what it becomes, and the band of eight in ten years. The figures stand beside it. */
export const Track = ({ row, isTurned }: { row: PartyRow; isTurned: boolean }): JSX.Element => {
  const { now, after, party } = row;
  const top = party === 'residents' ? 1 : Math.max(now.mean, after.high, 1e-9) * 1.08;
  const at = (value: number): string => `${Math.min(100, Math.max(0, (value / top) * 100))}%`;
  const [low, high] = [Math.min(now.mean, after.mean), Math.max(now.mean, after.mean)];
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.band} style={{ left: at(after.low), width: at(after.high - after.low) }} />
      <span className={styles.way} style={{ left: at(low), width: at(high - low) }} />
      <span className={styles.ring} style={{ left: at(now.mean) }} />
      {isTurned && <span className={styles.diamond} style={{ left: at(after.mean) }} />}
    </span>
  );
};
