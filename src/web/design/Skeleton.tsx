import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import styles from './Skeleton.module.css';

const FILL = [86, 92, 78, 64, 80, 70];

/**
 * The real grid before its contents: no spinner, no jump. `grid` is the same grid-template-columns as the table;
 * `late` is the sentence after three seconds (`Het bord laadt. De cijfers van 11:39 staan er nog.`).
 */
export const Skeleton = ({
  grid,
  rows = 6,
  late,
}: {
  grid: string;
  rows?: number;
  late?: string;
}): JSX.Element => {
  const t = useText('design');
  const columns = Math.max(1, grid.trim().split(/\s+(?![^(]*\))/).length);
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key, row) => (
        <div key={key} className={styles.row} style={{ gridTemplateColumns: grid }} aria-hidden="true">
          {Array.from({ length: columns }, (_, column) => `bar ${column}`).map((bar, column) => (
            <span
              key={bar}
              className={styles.bar}
              style={{ width: `${FILL[(row * 5 + column * 2) % FILL.length]}%` }}
            />
          ))}
        </div>
      ))}
      <p className={styles.late}>{late ?? t('loadingLate')}</p>
    </div>
  );
};
