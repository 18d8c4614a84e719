import type { JSX } from 'react';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';
import { Disc } from './Disc.tsx';
import { RowHead } from './RowHead.tsx';
import type { Sheet } from './sheet.ts';
import { DRAWN, figureOf, type Measured, plotOf, pointsOf, type StripRow } from './strip.ts';

const WIDTH = 120;
const HEIGHT = 34;

/** The whole stay in one small line, with the day one looks at. */
const Trend = ({ row, days, day }: { row: StripRow; days: readonly string[]; day: string }): JSX.Element => {
  const plot = plotOf(row);
  const at = (of: string, value: number): { x: number; y: number } => ({
    x: 6 + (days.indexOf(of) / Math.max(1, days.length - 1)) * (WIDTH - 12),
    y: 4 + (plot.top(value) / 100) * (HEIGHT - 8),
  });
  const points = pointsOf(row, days);
  const here = points.find((point) => point.day === day);
  return (
    <svg className={styles.trend} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline
        points={points
          .map((point) => at(point.day, point.value))
          .map(({ x, y }) => `${x},${y}`)
          .join(' ')}
      />
      {points
        .filter(({ out }) => out)
        .map((point) => {
          const { x, y } = at(point.day, point.value);
          return <path key={point.day} d={`M${x} ${y - 4}l4 4-4 4-4-4z`} className={styles.out} />;
        })}
      {here !== undefined && (
        <circle
          cx={at(day, here.value).x}
          cy={at(day, here.value).y}
          r="4"
          data-out={here.out || undefined}
        />
      )}
    </svg>
  );
};

const Line = ({ row, measured, sheet }: { row: StripRow; measured: Measured; sheet: Sheet }): JSX.Element => {
  const { view, words } = sheet;
  const discs = DRAWN[row.kind] === 'discs';
  return (
    <li className={styles.figure} data-out={measured.out || undefined}>
      <span className={styles.rowName}>
        <RowHead row={row} limit={words.limit(row)} />
      </span>
      {discs ? (
        <span className={styles.discs}>
          {['morning', 'afternoon', 'evening'].map((part, index) => (
            <Disc key={part} part={measured.values?.[index] ?? null} />
          ))}
        </span>
      ) : (
        <Trend row={row} days={view.days.map(({ day }) => day)} day={measured.day} />
      )}
      <b aria-hidden="true">
        {measured.out && <span className={styles.diamond} />}
        {figureOf(measured) === null ? '–' : words.figure(row, measured)}
      </b>
      <span className="aloud">{words.spoken(row, measured, view.today)}</span>
    </li>
  );
};

/** Totals of scales on a day, each with its range and what it says. */
const Scores = ({ sheet, day }: { sheet: Sheet; day: string }): JSX.Element => {
  const t = useText('observation');
  const language = currentLanguage();
  return (
    <ul>
      {sheet.view.scores
        .filter((score) => score.day === day)
        .map(({ observationId, scale, total, of, words, out }) => (
          <li key={observationId} className={styles.score} data-out={out || undefined}>
            <span>{t(`scale.${scale}`)}</span>
            <b>
              {out && <span className={styles.diamond} />}
              {t('scale.total', { total, of })}
            </b>
            <span>{words[language]}</span>
          </li>
        ))}
    </ul>
  );
};

/** What was measured on a day, each with the line of the whole stay behind it. */
export const DayFigures = ({ sheet, day }: { sheet: Sheet; day: string }): JSX.Element => {
  const t = useText('observation');
  const { view } = sheet;
  return (
    <section>
      <h3>{t('figures')}</h3>
      <ul>
        {view.rows.map((row) => {
          const measured = row.days.find((each) => each.day === day);
          return measured === undefined ? null : (
            <Line key={row.kind} row={row} measured={measured} sheet={sheet} />
          );
        })}
      </ul>
      <Scores sheet={sheet} day={day} />
    </section>
  );
};
