import type { JSX } from 'react';
import type { HalfDayView } from '#modules/day-treatment/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './Care.module.css';
import { useWeekWords } from './use-week-words.ts';

/** Care per quarter of an hour under the line of what the nurses can do; `height` is that of the whole week. */
export const Care = ({
  load,
  height,
}: {
  load: NonNullable<HalfDayView['load']>;
  height: number;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const { line, most, quarters, tooMuch } = load;
  return (
    <div className={styles.care}>
      <p className={styles.figure}>
        <span className="aloud">{t('care.aloud', { most: words.number(most), line })}</span>
        <span aria-hidden="true">
          <b>{words.number(most)}</b>
          {t('care.of', { line })}
        </span>
        {tooMuch && <strong>{t('care.tooMuch')}</strong>}
      </p>
      <svg
        aria-hidden="true"
        className={styles.bars}
        viewBox={`0 0 ${quarters.length} ${height}`}
        preserveAspectRatio="none"
      >
        {quarters.map((care, quarter) => (
          <rect
            // A quarter of an hour is its place in the half-day.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={quarter}
            className={care > line ? styles.over : undefined}
            x={quarter}
            y={height - care}
            width={1}
            height={care}
          />
        ))}
      </svg>
      <span className={styles.line} style={{ bottom: `${(line / height) * 100}%` }} />
    </div>
  );
};
