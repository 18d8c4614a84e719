import type { CSSProperties, JSX } from 'react';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import styles from './Bars.module.css';
import { type Chart, figureIn, isStacked, SERIES, type Series, topOf } from './figures.ts';
import type { Column } from './use-columns.ts';

/** How a series looks: full, striped, dotted or outlined, so that it is known without colour. */
export const Swatch = ({ series }: { series: Series }): JSX.Element => (
  <span aria-hidden="true" className={cx(styles.swatch, styles[series])} />
);

/** The drawing is one image with one label; what each bar says stands in the table. */
export const Bars = ({
  chart,
  columns,
  per,
}: {
  chart: Chart;
  columns: readonly Column[];
  per: 'week' | 'half-day';
}): JSX.Element => {
  const t = useText('day-figures');
  const words = useWeekWords();
  const top = topOf(
    chart,
    columns.map(({ counted }) => counted),
  );
  const unit = isStacked(chart) ? 'number' : 'percent';
  const scale = (value: number): string => t(`scale.${unit}`, { value: words.number(value) });
  return (
    <div className={styles.frame}>
      <div aria-hidden="true" className={styles.scale}>
        <span>{scale(top)}</span>
        <span>{scale(top / 2)}</span>
        <span>{scale(0)}</span>
      </div>
      <div className={styles.scroll}>
        <div
          role="img"
          aria-label={t('image', { what: t(`chart.${chart}`), per: t(`per.${per}`), count: columns.length })}
          className={cx(styles.bars, isStacked(chart) ? styles.stacked : styles.over)}
          style={{ '--count': columns.length } as CSSProperties}
        >
          {columns.map(({ key, name, tick, counted }) => (
            <div key={key} className={styles.column} title={name}>
              <div className={styles.room}>
                {SERIES[chart].map((series) => {
                  const value = figureIn(counted, series);
                  return value === null || value === 0 ? null : (
                    <span
                      key={series}
                      className={cx(styles.bar, styles[series])}
                      style={{ height: `${(100 * value) / top}%` }}
                    />
                  );
                })}
              </div>
              <small>{tick}</small>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
};
