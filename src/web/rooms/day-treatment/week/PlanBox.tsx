import { type JSX, useState } from 'react';
import type { DayPlan } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './PlanBox.module.css';
import type { Plans } from './use-plan.ts';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

/** Who has no moment in the plan, and why. */
const Waiting = ({ plan, week }: { plan: DayPlan; week: Week }): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <ul className={styles.waiting}>
      {plan.waiting.map(({ visitId, why }) => {
        const visit = week.list?.visits.find((each) => each.visitId === visitId);
        return (
          <li key={visitId}>
            <b>{visit?.person?.name ?? t('nameless')}</b> {t(`none.${why}`)}
          </li>
        );
      })}
    </ul>
  );
};

/** How far from the best a plan is at most, in words. */
const Bound = ({ worse, placed, of }: { worse: number | null; placed: number; of: number }): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  return (
    <>
      {worse !== null && (
        <>
          <b>{t('plan.worse', { percent: words.number(worse) })}</b> {t('plan.than')}{' '}
        </>
      )}
      {t('plan.placed', { placed, of })}
    </>
  );
};

const Running = ({ plan, plans }: { plan: DayPlan; plans: Plans }): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <>
      <p>{t('plan.running', { percent: Math.round(plan.progress * 100) })}</p>
      <progress className={styles.progress} value={plan.progress} aria-label={t('plan.label')} />
      <Button busy={plans.busy} onPress={plans.cancel}>
        {t('plan.cancel')}
      </Button>
    </>
  );
};

const Ready = ({ plan, plans }: { plan: DayPlan; plans: Plans }): JSX.Element => {
  const t = useText('day-treatment');
  const moved = plan.moves.filter(({ was }) => was !== null).length;
  const first = plan.moves.length - moved;
  return (
    <>
      {moved > 0 && <p>{t('plan.moved', { count: moved })}</p>}
      {first > 0 && <p>{t('plan.moves', { count: first })}</p>}
      <Button look="primary" busy={plans.busy} onPress={plans.take}>
        {t('plan.take')}
      </Button>
    </>
  );
};

/** A new plan of weeks, or of the week that is seen unless that is over. */
const Make = ({ plans }: { plans: Plans }): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <>
      <Button size="small" busy={plans.busy} onPress={plans.make}>
        {t('plan.make')}
      </Button>
      {plans.makeWeek !== null && (
        <Button size="small" busy={plans.busy} onPress={plans.makeWeek}>
          {t('plan.makeWeek')}
        </Button>
      )}
    </>
  );
};

/** Why nothing came of a plan that nobody stopped. */
const Lost = ({ plan }: { plan: DayPlan | undefined }): JSX.Element | null => {
  const t = useText('day-treatment');
  const why = plan?.why ?? null;
  return why === null ? null : <p role="status">{t(`plan.lost.${why}`)}</p>;
};

/** The plan of the coming weeks: how good it is at most and who is not in it, and making a new one. */
export const PlanBox = ({ week, plans }: { week: Week; plans: Plans }): JSX.Element => {
  const t = useText('day-treatment');
  const [why, setWhy] = useState(false);
  const { plan } = plans;
  const waiting = plan?.waiting.length ?? 0;
  const done = plan !== undefined && plan.state !== 'running' && plan.state !== 'cancelled';
  return (
    <section className={styles.box} aria-label={t('plan.label')}>
      <Icon name="gauge" size={16} />
      <div className={styles.text}>
        {done && (
          <p>
            <Bound worse={plan.worse} placed={plan.placed} of={plan.placed + waiting} />
          </p>
        )}
        {done && waiting > 0 && (
          <Button look="quiet" size="small" expanded={why} onPress={() => setWhy(!why)}>
            {t('plan.why', { count: waiting })}
          </Button>
        )}
        {done && why && <Waiting plan={plan} week={week} />}
        <Lost plan={plan} />
        {plan?.state === 'running' && <Running plan={plan} plans={plans} />}
        {plan?.state === 'ready' && plan.moves.length > 0 && <Ready plan={plan} plans={plans} />}
        {plans.refused !== null && <p role="status">{t('plan.taken', { count: plans.refused })}</p>}
        {plan?.state !== 'running' && <Make plans={plans} />}
        <ProblemNotice problem={plans.problem} />
      </div>
    </section>
  );
};
