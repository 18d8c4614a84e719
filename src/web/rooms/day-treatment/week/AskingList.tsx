import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { Asking } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { telephone } from '#web/telephone.ts';
import { mondayOf } from './grid.ts';
import styles from './ToPlanList.module.css';
import { useToldWords } from './use-told-words.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

/** Their moment does not take place any more, and they do not know yet. */
const Gone = ({ asking: { visitId, person, told } }: { asking: Asking }): JSX.Element => {
  const t = useText('day-treatment');
  const phone = told.call?.phone ?? null;
  const called = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', `/api/v1/visits/${visitId}/called`, { answer: 'cannot' }),
    onSettled: () => readAgain(['day-room', 'day-order']),
  });
  return (
    <div className={styles.other}>
      <span className={styles.head}>
        <b>{person?.name ?? t('nameless')}</b>
      </span>
      <span className={styles.line}>
        {t('told.gone')} {phone !== null && <a href={telephone(phone)}>{phone}</a>}
      </span>
      <span className={styles.acts}>
        <Button size="small" icon="check" busy={called.isPending} onPress={() => called.mutate()}>
          {t('told.called')}
        </Button>
      </span>
      <ProblemNotice problem={called.error} />
    </div>
  );
};

/** Who has a moment and asks for another, or must be called about it, whatever the week that is shown. */
export const AskingList = ({ week }: { week: Week }): JSX.Element | null => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const told = useToldWords();
  const asking = week.list?.asking ?? [];
  if (asking.length === 0) return null;
  return (
    <section aria-labelledby="asking" className={styles.list}>
      <h2 id="asking">
        <Icon name="message-circle" size={16} />
        {t('told.title')} <span className={styles.count}>{asking.length}</span>
      </h2>
      <ul className={styles.people}>
        {asking.map((each) => {
          const { day, halfDayId } = each;
          return (
            <li key={each.visitId}>
              {day === null || halfDayId === null ? (
                <Gone asking={each} />
              ) : (
                <button
                  type="button"
                  className={styles.other}
                  onClick={() => {
                    week.go(mondayOf(day));
                    week.open(halfDayId);
                  }}
                >
                  <span className={styles.head}>
                    <b>{each.person?.name ?? t('nameless')}</b>
                    <span>{words.day(day)}</span>
                  </span>
                  <span className={styles.line}>{told.asks(each.told) ?? t('told.call')}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
