import type { JSX } from 'react';
import type { Outcome, OutcomeAnswer } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import { ContactToldLine } from './ContactToldLine.tsx';
import styles from './Return.module.css';

const useHeard = ({ leftDay, expectedEnd, destination, house }: Outcome): string => {
  const t = useText('return');
  const format = useFormat();
  if (leftDay !== null && destination !== null)
    return t('outcome.left', { where: t(`destination.${destination}`), day: format.day(noonOf(leftDay)) });
  if (expectedEnd === null) return t('outcome.stays', { house });
  return t('outcome.expected', { house, day: format.day(noonOf(expectedEnd)) });
};

const Heard = ({ outcome }: { outcome: Outcome }): JSX.Element => {
  const t = useText('return');
  const heard = useHeard(outcome);
  return (
    <Panel title={t('outcome.title')}>
      <p className={styles.words}>{heard}</p>
      {outcome.contacts.length > 0 && (
        <ul className={styles.contacts}>
          {outcome.contacts.map((contact) => (
            <li key={contact.days} className={styles.contact} data-days={contact.days}>
              <ContactToldLine contact={contact} label={t(`contact.after${contact.days}`)} />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink to={`/verblijf/${outcome.stayId}`} size="small">
        {t('outcome.open')}
      </ButtonLink>
    </Panel>
  );
};

/** What who asked for a place hears by itself: where somebody is, when and where they went, and how it goes. */
export const OutcomePanel = ({ requestId }: { requestId: string }): JSX.Element | null => {
  const { data } = useRead<OutcomeAnswer>(`/api/v1/requests/${requestId}/outcome`, ['stay', 'request']);
  const outcome = data?.body.outcome ?? null;
  return outcome === null ? null : <Heard outcome={outcome} />;
};
