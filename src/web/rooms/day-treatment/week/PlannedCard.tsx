import type { JSX } from 'react';
import type { GridVisit } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Moments } from './Moments.tsx';
import { ToldPart } from './ToldPart.tsx';
import styles from './ToPlanList.module.css';
import type { Chosen, Week } from './use-week.ts';
import type { Standing } from './use-week-acts.ts';
import { useWeekWords } from './use-week-words.ts';

/** What a planner does with somebody who has a moment. */
export interface PlannedActs {
  readonly take: () => void;
  readonly lock: (standing: Standing) => void;
  readonly unplan: (standing: Standing) => void;
  readonly missed: (standing: Standing) => void;
}

/** Whether the medicine is there and it stands fast; for who plans, what the person was told and said. */
const HowItStands = ({ visit, plans }: { visit: GridVisit; plans: boolean }): JSX.Element => {
  const t = useText('day-treatment');
  return (
    <>
      <p className={styles.line}>
        {[
          ...(plans ? [] : [t(visit.confirmed ? 'planned.confirmed' : 'planned.notConfirmed')]),
          t(visit.drugReady ? 'planned.drug' : 'planned.noDrug'),
          ...(visit.locked ? [t('locked')] : []),
        ].join(' · ')}
      </p>
      {plans && (
        <ToldPart
          key={visit.id}
          told={visit.told}
          visitId={visit.id}
          orderId={visit.orderId}
          waits={visit.state !== 'planned'}
        />
      )}
    </>
  );
};

/** Somebody on the grid: when and where, what can be done, and three other moments. */
export const PlannedCard = ({
  chosen,
  week,
  busy,
  acts,
}: {
  chosen: Extract<Chosen, { kind: 'planned' }>;
  week: Week;
  busy: boolean;
  acts: PlannedActs;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const format = useFormat();
  const now = useNow('minute');
  const { visit, halfDay } = chosen;
  const nurse = halfDay.nurses.find(({ id }) => id === visit.nurseId);
  const moves = visit.state === 'planned' && week.plans;
  return (
    <section className={styles.card} aria-label={t('planned.label')}>
      <div className={styles.head}>
        <h3>{visit.person?.name ?? t('nameless')}</h3>
        <span>{words.treatment(visit.group, visit)}</span>
      </div>
      <p className={styles.line}>
        {t('planned.line', {
          day: words.day(halfDay.day),
          from: format.clock(Date.parse(visit.from)),
          until: format.clock(Date.parse(visit.until)),
        })}
        {nurse !== undefined && ` · ${nurse.initials}`}
      </p>
      <HowItStands visit={visit} plans={week.plans} />
      {visit.mustMove !== null && (
        <Notice kind="conflict" title={t('planned.mustMove')}>
          {t(`mustMove.${visit.mustMove}`)}
        </Notice>
      )}
      {moves && (
        <>
          <div className={styles.acts}>
            <Button icon={visit.locked ? 'lock-open' : 'lock'} keys={['L']} onPress={() => acts.lock(chosen)}>
              {t(visit.locked ? 'act.unlock' : 'act.lock')}
            </Button>
            <Button icon="calendar-x" onPress={() => acts.unplan(chosen)}>
              {t('act.unplan')}
            </Button>
            {Date.parse(visit.from) <= now && (
              <Button icon="user-round-x" onPress={() => acts.missed(chosen)}>
                {t('act.missed')}
              </Button>
            )}
          </div>
          <Moments week={week} busy={busy} onTake={acts.take} />
        </>
      )}
      <div className={styles.acts}>
        <Button look="quiet" onPress={week.letGo}>
          {t('act.close')}
        </Button>
      </div>
    </section>
  );
};
