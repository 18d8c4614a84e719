import type { JSX } from 'react';
import type { ReturnView, StayView } from '#modules/stay/contract.ts';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { StayPanel } from '#web/rooms/stay/parts/StayPanel.tsx';
import { ContactsPanel } from './ContactsPanel.tsx';
import styles from './Return.module.css';
import { ReturnRow } from './ReturnRow.tsx';
import { type ReturnActs, useReturn, useReturnActs } from './use-return.ts';

const Items = ({ plan, acts }: { plan: ReturnView; acts: ReturnActs }): JSX.Element => (
  <ul className={styles.items}>
    {plan.items.map((line) => (
      <ReturnRow key={line.item} line={line} plan={plan} acts={acts} />
    ))}
  </ul>
);

/** The plan while somebody is here: how far it is, then each thing. */
const Plan = ({ plan }: { plan: ReturnView }): JSX.Element => {
  const acts = useReturnActs(plan.stayId);
  const language = currentLanguage();
  const ready = plan.items.length - plan.missing.length;
  return (
    <>
      <p className={plan.late.length > 0 ? styles.behind : styles.words}>{plan.words[language]}</p>
      <span className={styles.gauge} aria-hidden="true">
        {plan.items.map(({ item }, index) => (
          <span key={item} data-ready={index < ready || undefined} />
        ))}
      </span>
      <Items plan={plan} acts={acts} />
      <Refused problem={acts.problem} />
    </>
  );
};

/** Once somebody left the plan is a memory: one sentence, the rest on request. */
const PlanThen = ({ plan }: { plan: ReturnView }): JSX.Element => {
  const t = useText('return');
  const acts = useReturnActs(plan.stayId);
  return (
    <>
      <p className={styles.words}>{plan.words[currentLanguage()]}</p>
      <details className={styles.after}>
        <summary>{t('then')}</summary>
        <Items plan={plan} acts={acts} />
      </details>
    </>
  );
};

/** What must be ready at home, from day one; and once somebody left, how it goes. */
export const ReturnPanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('return');
  const { data, error } = useReturn(stay.id);
  const plan = data?.body.return.stayId === stay.id ? data.body.return : undefined;
  return (
    <>
      {plan !== undefined && plan.contacts.length > 0 && <ContactsPanel plan={plan} />}
      <StayPanel title={t('title')}>
        <div className={styles.body}>
          {plan === undefined && error === null && <Skeleton grid="1fr 90px" rows={8} late={t('loading')} />}
          {plan === undefined && <Refused problem={error} />}
          {plan !== undefined && (plan.endedAt === null ? <Plan plan={plan} /> : <PlanThen plan={plan} />)}
        </div>
      </StayPanel>
    </>
  );
};
