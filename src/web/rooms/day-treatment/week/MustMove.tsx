import type { JSX } from 'react';
import type { DayWeek } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { mustMoveIn } from './grid.ts';
import styles from './ToPlanList.module.css';
import type { Plans } from './use-plan.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

/** Who cannot stay where they are planned this week. Pressed, they get another moment; or all of them get one at once. */
export const MustMove = ({
  week,
  body,
  plans,
}: {
  week: Week;
  body: DayWeek;
  plans: Plans;
}): JSX.Element | null => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const visits = mustMoveIn(body);
  if (visits.length === 0) return null;
  return (
    <section aria-labelledby="must-move" className={styles.list}>
      <h2 id="must-move">
        <Icon name="triangle-alert" size={16} />
        {t('mustMoveTitle')} <span className={styles.count}>{visits.length}</span>
      </h2>
      <ul className={styles.people}>
        {body.halfDays.flatMap((halfDay) =>
          halfDay.visits.map((visit) =>
            visit.mustMove === null ? null : (
              <li key={visit.id}>
                <button
                  type="button"
                  className={styles.other}
                  onClick={() => week.pickPlanned(visit, halfDay)}
                >
                  <span className={styles.head}>
                    <b>{visit.person?.name ?? t('nameless')}</b>
                    <span>{words.day(halfDay.day)}</span>
                  </span>
                  <span className={styles.line}>{t(`mustMove.${visit.mustMove}`)}</span>
                </button>
              </li>
            ),
          ),
        )}
      </ul>
      <div className={styles.acts}>
        <Button icon="route" busy={plans.busy || plans.plan?.state === 'running'} onPress={plans.make}>
          {t('mustMoveAll')}
        </Button>
      </div>
    </section>
  );
};
