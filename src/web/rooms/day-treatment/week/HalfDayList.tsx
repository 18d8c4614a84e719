import type { JSX } from 'react';
import type { DayWeek, HalfDayView } from '#modules/day-treatment/contract.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Column } from './grid.ts';
import styles from './HalfDayList.module.css';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

const Summary = ({ halfDay }: { halfDay: HalfDayView }): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const { load, nurses } = halfDay;
  const there = nurses.filter(({ absent }) => absent === null).map(({ initials }) => initials);
  return (
    <p className={styles.line}>
      {there.join(' ')}
      {load !== null && ` · ${t('care.line', { most: words.number(load.most), line: load.line })}`}
      {load?.tooMuch === true && ` · ${t('care.tooMuch')}`}
    </p>
  );
};

/** A day on a phone: each half-day with who comes, by time. */
export const HalfDayList = ({
  columns,
  body,
  week,
}: {
  columns: readonly Column[];
  body: DayWeek;
  week: Week;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const format = useFormat();
  const chosen = week.chosen?.kind === 'planned' ? week.chosen.visit.id : null;
  const code = (chairId: string | undefined): string =>
    body.room.chairs.find(({ id }) => id === chairId)?.code ?? '';
  return (
    <div className={styles.days}>
      {columns.map(({ halfDay }) => {
        const shut = words.shut(halfDay);
        const visits = halfDay.visits.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
        return (
          <section key={halfDay.id} aria-label={words.halfDay(halfDay)} className={styles.half}>
            <h2>{words.halfDay(halfDay)}</h2>
            {shut === null ? (
              <Summary halfDay={halfDay} />
            ) : (
              <p className={styles.shut}>
                <StateMark state="closed" size={12} />
                {t('shut', { why: shut })}
              </p>
            )}
            <ol>
              {visits.map((visit) => (
                <li key={visit.id}>
                  <button
                    type="button"
                    className={cx(styles.visit, visit.mustMove !== null && styles.mustMove)}
                    aria-pressed={visit.id === chosen}
                    onClick={() => week.pickPlanned(visit, halfDay)}
                  >
                    <b>{format.clock(Date.parse(visit.from))}</b>
                    <span>
                      {visit.person?.name ?? t('nameless')}
                      <small>
                        {words.treatment(visit.group, visit)} ·{' '}
                        {t('onChair', { chair: code(visit.seats[0]?.chairId) })}
                      </small>
                      {visit.mustMove !== null && <small>{t(`mustMove.${visit.mustMove}`)}</small>}
                    </span>
                    {visit.locked && <Icon name="lock" size={14} />}
                  </button>
                </li>
              ))}
            </ol>
            {visits.length === 0 && shut === null && <p className={styles.line}>{t('nobody')}</p>}
          </section>
        );
      })}
    </div>
  );
};
