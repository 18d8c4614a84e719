import { type JSX, useState } from 'react';
import type { ReturnView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { StayPanel } from '#web/rooms/stay/parts/StayPanel.tsx';
import { ContactForm } from './ContactForm.tsx';
import { ContactToldLine } from './ContactToldLine.tsx';
import styles from './Return.module.css';
import { type ContactLine, type ReturnActs, useReturnActs } from './use-return.ts';

const Contact = ({
  contact,
  own,
  back,
  acts,
}: {
  contact: ContactLine;
  back: ReturnView['back'];
  own: boolean;
  acts: ReturnActs;
}): JSX.Element => {
  const t = useText('return');
  const [open, setOpen] = useState(false);
  const label = t(`contact.after${contact.days}`);
  const tells = own && contact.dropped !== 'died';
  const verb = contact.doneAt === null ? t('contact.tell') : t('contact.correct');
  return (
    <li className={styles.contact} data-days={contact.days}>
      <ContactToldLine contact={contact} label={label} />
      {tells && !open && (
        <Button
          size="small"
          look={contact.due ? 'primary' : 'secondary'}
          label={`${label}: ${verb}`}
          onPress={() => setOpen(true)}
        >
          {verb}
        </Button>
      )}
      {tells && open && (
        <ContactForm contact={contact} back={back} label={label} acts={acts} onDone={() => setOpen(false)} />
      )}
    </li>
  );
};

/** After somebody left: in two and in thirty days the house asks how it goes, and writes down what was said. */
export const ContactsPanel = ({ plan }: { plan: ReturnView }): JSX.Element => {
  const t = useText('return');
  const acts = useReturnActs(plan.stayId);
  const open = plan.contacts.some(({ doneAt, dropped }) => doneAt === null && dropped === null);
  return (
    <StayPanel title={t('contact.title')}>
      <div className={styles.body}>
        <ul className={styles.contacts}>
          {plan.contacts.map((contact) => (
            <Contact key={contact.days} contact={contact} own={plan.own} back={plan.back} acts={acts} />
          ))}
        </ul>
        {plan.own && open && (
          <p className={styles.stop}>
            {t('contact.stopAsk')}{' '}
            <Button
              size="small"
              look="quiet"
              busy={acts.busy}
              onPress={() => void acts.stop('wish', t('contact.stopped'))}
            >
              {t('contact.stopWish')}
            </Button>
            <Button
              size="small"
              look="quiet"
              busy={acts.busy}
              onPress={() => void acts.stop('died', t('contact.stopped'))}
            >
              {t('contact.stopDied')}
            </Button>
          </p>
        )}
        <Refused problem={acts.problem} />
      </div>
    </StayPanel>
  );
};
