import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import styles from './BedRow.module.css';
import { StateShape } from './StateMark.tsx';
import { STATES, type StateCounts, spread } from './states.ts';

const MOST = 20;
const GRID = 16;

/**
 * One small shape per bed, always free · comes free · held · occupied · closed · unknown; one image with one label.
 * More than twenty beds end in `+4`. `size` is the width of a shape in pixels (12 on the board, 15 on a wall).
 */
export const BedRow = ({ counts, size = 12 }: { counts: StateCounts; size?: number }): JSX.Element => {
  const t = useText('design');
  const beds = spread(counts);
  const shown = beds.slice(0, MOST);
  const step = GRID * 1.25;
  const width = Math.max(0, shown.length * step - GRID * 0.25);
  const label = STATES.filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => t(`beds.${state}`, { count: counts[state] ?? 0 }))
    .join(', ');
  return (
    <span className={styles.row} role="img" aria-label={label === '' ? t('beds.none') : label}>
      <svg aria-hidden="true" width={(width * size) / GRID} height={size} viewBox={`0 0 ${width} ${GRID}`}>
        {shown.map((state, index) => (
          // The nth bed of a row has no other identity here: it is a picture, not a list.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <StateShape key={index} state={state} x={index * step} />
        ))}
      </svg>
      {beds.length > MOST && (
        <span aria-hidden="true" className={styles.more}>
          {t('beds.more', { count: beds.length - MOST })}
        </span>
      )}
    </span>
  );
};
