import type { JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { useWeekWords } from '#web/rooms/day-treatment/week/use-week-words.ts';
import figures from '#web/tower/departures/Figures.module.css';
import styles from './Figures.module.css';
import { type Chart, type Counted, figureIn, isStacked, SERIES, totalOf } from './figures.ts';
import type { Column } from './use-columns.ts';

/** A drawing as plain figures: a row for each week or half-day, all together below. */
export const FiguresTable = ({
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
  const cells = (counted: Counted): JSX.Element[] =>
    SERIES[chart].map((series) => {
      const value = figureIn(counted, series);
      const unit = isStacked(chart) ? 'number' : 'percent';
      return (
        <td key={series}>
          {value === null ? t('none') : t(`scale.${unit}`, { value: words.number(value) })}
        </td>
      );
    });
  const total = totalOf(columns.map(({ counted }) => counted));
  return (
    <div className={styles.scroll}>
      <table className={figures.figures}>
        <caption className="aloud">{t(`chart.${chart}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`per.${per}`)}</th>
            {SERIES[chart].map((series) => (
              <th key={series} scope="col">
                {t(`series.${series}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ key, name, counted }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells(counted)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {cells(total)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
