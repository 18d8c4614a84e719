import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import type { ReturnView } from '#modules/stay/contract-return.ts';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { ContactsPanel } from './ContactsPanel.tsx';
import styles from './Return.module.css';
import { ReturnRow } from './ReturnRow.tsx';
import { useReturn, useReturnActs } from './use-return.ts';

const Plan = ({ plan, stayId }: { plan: ReturnView; stayId: string }): JSX.Element => {
  const t = useText('return');
  const acts = useReturnActs(stayId);
  const language = currentLanguage();
  const ready = plan.items.length - plan.missing.length;
  return (
    <Panel title={t('title')}>
      <p className={plan.late.length > 0 ? styles.behind : styles.words}>{plan.words[language]}</p>
      {plan.endedAt === null && (
        <span className={styles.gauge} aria-hidden="true">
          {plan.items.map(({ item }, index) => (
            <span key={item} data-ready={index < ready || undefined} />
          ))}
        </span>
      )}
      <ul className={styles.items}>
        {plan.items.map((line) => (
          <ReturnRow key={line.item} line={line} plan={plan} acts={acts} />
        ))}
      </ul>
      <Refused problem={acts.problem} />
    </Panel>
  );
};

/** What must be ready at home, from day one; and once somebody left, how it goes. */
export const ReturnPanel = ({ stay }: { stay: StayView }): JSX.Element => {
  const t = useText('return');
  const { data, error } = useReturn(stay.id);
  const plan = data?.body.return.stayId === stay.id ? data.body.return : undefined;
  if (plan === undefined)
    return (
      <Panel title={t('title')}>
        {error === null ? (
          <Skeleton grid="1fr 90px" rows={8} late={t('loading')} />
        ) : (
          <Refused problem={error} />
        )}
      </Panel>
    );
  return (
    <>
      {plan.contacts.length > 0 && <ContactsPanel plan={plan} />}
      <Plan plan={plan} stayId={stay.id} />
    </>
  );
};
