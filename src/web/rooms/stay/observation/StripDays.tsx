import type { JSX, ReactNode } from 'react';
import { NowLine } from '#web/design/NowLine.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Strip.module.css';
import { dayStretch, type Sheet } from './sheet.ts';

/** What hangs below the head of one day. */
export interface Hanging {
  readonly day: string;
  readonly card: ReactNode;
}

/** The heads of the days: number, weekday and date; today carries the tab of now. Each opens its day. */
export const StripDays = ({
  sheet,
  corner,
  hanging,
}: {
  sheet: Sheet;
  corner: ReactNode;
  hanging: Hanging | null;
}): JSX.Element => {
  const t = useText('observation');
  const { view, words, zone, onDay } = sheet;
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.corner}>
          {corner}
        </th>
        {view.days.map(({ number, day }) => {
          const today = day === view.today;
          return (
            <th key={day} scope="col" data-today={today || undefined}>
              <button
                type="button"
                className={styles.day}
                data-day={day}
                aria-current={today ? 'date' : undefined}
                aria-expanded={hanging?.day === day}
                onClick={() => onDay(day)}
              >
                <span className="aloud">{t('day.word')}</span> <b>{number}</b> <span>{words.day(day)}</span>
              </button>
              {today && (
                <span className={styles.tab} aria-hidden="true">
                  <NowLine {...dayStretch(day, zone)} />
                </span>
              )}
              {hanging?.day === day && hanging.card}
            </th>
          );
        })}
      </tr>
    </thead>
  );
};
