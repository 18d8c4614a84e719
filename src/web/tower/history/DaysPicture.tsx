import type { JSX } from 'react';
import { instantOf, weekdayOf } from '#kernel/calendar.ts';
import type { ProductHistory } from '#tower/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { stepLine, topOf } from './days-drawing.ts';
import styles from './History.module.css';

type Days = ProductHistory['days'];

const LEFT = 36;
const WIDTH = 780;
const HIGH = 150;
const LOW = 70;
const BETWEEN = 42;
/** So many days apart stands a date below. */
const DATES = 7;

const Weekends = ({ days }: { days: Days }): JSX.Element => {
  const wide = WIDTH / days.length;
  return (
    <>
      {days.map(({ day }, index) =>
        weekdayOf(day) > 5 ? (
          <rect
            key={day}
            x={LEFT + index * wide}
            y={0}
            width={wide}
            height={HIGH + BETWEEN + LOW}
            className={styles.weekend}
          />
        ) : null,
      )}
    </>
  );
};

const Scale = ({ most, top, height }: { most: number; top: number; height: number }): JSX.Element => (
  <>
    {[0, most].map((value) => {
      const y = top + topOf(value, { width: WIDTH, height, most });
      return (
        <g key={value}>
          <line x1={LEFT} x2={LEFT + WIDTH} y1={y} y2={y} className={styles.rule} />
          <text x={LEFT - 6} y={y + 4.5} textAnchor="end" className={styles.label}>
            {value}
          </text>
        </g>
      );
    })}
  </>
);

/** Beds and who was in them above, who waited below, on one line of days; weekends have a ground of their own. */
export const DaysPicture = ({ days }: { days: Days }): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const beds = Math.max(1, ...days.map((day) => Math.max(day.beds, Math.ceil(day.occupied))));
  const waiting = Math.max(1, ...days.map((day) => Math.ceil(day.waiting)));
  const above = { width: WIDTH, height: HIGH, most: beds };
  const below = { width: WIDTH, height: LOW, most: waiting };
  const last = days.at(-1);
  const wide = WIDTH / days.length;
  const line = (values: readonly number[], field: typeof above): string => stepLine(values, field);
  return (
    <svg
      className={styles.picture}
      viewBox={`0 -22 ${LEFT + WIDTH + 84} ${HIGH + BETWEEN + LOW + 44}`}
      role="img"
      aria-label={t('days.picture', {
        beds: last?.beds ?? 0,
        occupied: Math.round(last?.occupied ?? 0),
        waiting: Math.round(last?.waiting ?? 0),
      })}
    >
      <Weekends days={days} />
      <Scale most={beds} top={0} height={HIGH} />
      <g transform={`translate(${LEFT} 0)`}>
        <path
          d={`${line(
            days.map((day) => day.occupied),
            above,
          )}V${HIGH}H0Z`}
          className={styles.filled}
        />
        <path
          d={line(
            days.map((day) => day.beds),
            above,
          )}
          className={styles.dashed}
        />
        <path
          d={line(
            days.map((day) => day.occupied),
            above,
          )}
          className={styles.line}
        />
      </g>
      <text x={LEFT + WIDTH + 6} y={topOf(last?.beds ?? 0, above) - 2} className={styles.label}>
        {t('figure.beds')}
      </text>
      <text x={LEFT + WIDTH + 6} y={topOf(last?.occupied ?? 0, above) + 16} className={styles.label}>
        {t('figure.occupied')}
      </text>
      <g transform={`translate(0 ${HIGH + BETWEEN})`}>
        <text x={LEFT} y={-8} className={styles.label}>
          {t('days.waiting')}
        </text>
        <Scale most={waiting} top={0} height={LOW} />
        <g transform={`translate(${LEFT} 0)`}>
          <path
            d={`${line(
              days.map((day) => day.waiting),
              below,
            )}V${LOW}H0Z`}
            className={styles.filled}
          />
          <path
            d={line(
              days.map((day) => day.waiting),
              below,
            )}
            className={styles.line}
          />
        </g>
      </g>
      {days.map(({ day }, index) =>
        index % DATES === 0 && index < days.length - 3 ? (
          <text key={day} x={LEFT + index * wide} y={HIGH + BETWEEN + LOW + 18} className={styles.label}>
            {format.day(instantOf(day, 720, REGION_ZONE))}
          </text>
        ) : null,
      )}
    </svg>
  );
};
