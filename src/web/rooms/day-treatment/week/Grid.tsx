import type { CSSProperties, JSX } from 'react';
import type { DayWeek } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { NowLine } from '#web/design/NowLine.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Care } from './Care.tsx';
import { ChairRow } from './ChairRow.tsx';
import styles from './Grid.module.css';
import { type Column, careHeight, nowColumn } from './grid.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';
import { WeekLegend } from './WeekLegend.tsx';

const Heads = ({
  columns,
  onOpen,
}: {
  columns: readonly Column[];
  onOpen: (halfDayId: string) => void;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const format = useFormat();
  return (
    <thead>
      <tr className={styles.row}>
        <th scope="col" className={styles.corner}>
          {t('column.chair')}
        </th>
        {columns.map(({ halfDay, wide }, index) => {
          const shut = words.shut(halfDay);
          const newDay = wide || columns[index - 1]?.halfDay.day !== halfDay.day;
          const clocks = {
            from: format.clock(Date.parse(halfDay.opens)),
            until: format.clock(Date.parse(halfDay.closes)),
          };
          return (
            <th
              key={halfDay.id}
              scope="col"
              className={cx(styles.head, wide && styles.opened, halfDay.part === 'morning' && styles.first)}
            >
              <button
                type="button"
                aria-expanded={wide}
                data-half-day={halfDay.id}
                onClick={() => onOpen(halfDay.id)}
              >
                <span className="aloud">
                  {words.halfDay(halfDay)}
                  {shut !== null && ` ${t('shut', { why: shut })}`}
                </span>
                <b aria-hidden="true">{newDay ? words.shortDay(halfDay.day) : ''}</b>
                <span aria-hidden="true">
                  {t(`part.${halfDay.part}`)}
                  {wide && ` · ${t('clocks', clocks)}`}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
};

const Who = ({ columns }: { columns: readonly Column[] }): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <tr className={cx(styles.row, styles.who)}>
      <th scope="row">{t('column.who')}</th>
      {columns.map(({ halfDay, wide }) => (
        <td
          key={halfDay.id}
          className={cx(wide && styles.opened, halfDay.part === 'morning' && styles.first)}
        >
          <ul>
            {halfDay.nurses.map(({ id, name, initials, absent }) => (
              <li
                key={id}
                title={absent === null ? name : t('absentName', { name, why: t(`absent.${absent}`) })}
                className={cx(absent !== null && styles.absent)}
              >
                {initials}
                {absent !== null && <span className="aloud">{t(`absent.${absent}`)}</span>}
              </li>
            ))}
          </ul>
        </td>
      ))}
    </tr>
  );
};

const CareRow = ({ columns }: { columns: readonly Column[] }): JSX.Element => {
  const t = useText('day-treatment');
  const height = careHeight(columns.map(({ halfDay }) => halfDay));
  return (
    <tr className={cx(styles.row, styles.care)}>
      <th scope="row">
        <b>{t('column.care')}</b>
        <small>{t('column.perQuarter')}</small>
      </th>
      {columns.map(({ halfDay, wide }) => (
        <td
          key={halfDay.id}
          className={cx(wide && styles.opened, halfDay.part === 'morning' && styles.first)}
        >
          {halfDay.load !== null && halfDay.standstill === null && (
            <Care load={halfDay.load} height={height} />
          )}
        </td>
      ))}
    </tr>
  );
};

/** What lies over whole columns: why one is shut, and the moment it is. */
const Over = ({ columns }: { columns: readonly Column[] }): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const now = useNow('minute');
  const running = nowColumn(columns, now);
  return (
    <div className={cx(styles.row, styles.over)}>
      <span />
      {columns.map(({ halfDay }, index) => {
        const shut = words.shut(halfDay);
        const [opens, closes] = [Date.parse(halfDay.opens), Date.parse(halfDay.closes)];
        return (
          <div key={halfDay.id} className={cx(shut !== null && styles.shut)}>
            {shut !== null && (
              <p aria-hidden="true">
                <b>
                  <StateMark state="closed" size={12} />
                  {t('shutWord')}
                </b>
                <span>{shut}</span>
              </p>
            )}
            {index === running && (
              <NowLine from={Math.min(opens, now)} until={now < opens ? now + 1 : closes} />
            )}
          </div>
        );
      })}
    </div>
  );
};

/** The week of a room: half-days as columns with one opened wide, chairs as rows, care and who is there below. */
export const Grid = ({
  week,
  body,
  columns,
}: {
  week: Week;
  body: DayWeek;
  columns: readonly Column[];
}): JSX.Element => {
  const t = useText('day-treatment');
  const tracks = columns.map(({ wide }) => `minmax(0, ${wide && columns.length > 2 ? 4.2 : 1}fr)`);
  const { chairs } = body.room;
  const shape = {
    '--columns': `var(--names) ${tracks.join(' ')}`,
    '--chairs': chairs.length,
    '--row': chairs.length > 10 ? '46px' : '58px',
  } as CSSProperties;
  return (
    <section className={styles.grid} style={shape} aria-label={t('grid.label')}>
      <div className={styles.sheet}>
        <table>
          <Heads columns={columns} onOpen={week.open} />
          <tbody>
            {chairs.map((chair) => (
              <ChairRow key={chair.id} chair={chair} chairs={chairs} columns={columns} week={week} />
            ))}
            <CareRow columns={columns} />
            <Who columns={columns} />
          </tbody>
        </table>
        <Over columns={columns} />
      </div>
      <WeekLegend />
    </section>
  );
};
