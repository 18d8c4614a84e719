import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ContactList } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Return.module.css';

type Due = ContactList['contacts'][number];

const Caller = ({ contact }: { contact: Due }): JSX.Element => {
  const t = useText('return');
  const format = useFormat();
  return (
    <li className={styles.caller}>
      <Link to={`/verblijf/${contact.stayId}`}>
        <b>{contact.name ?? t('contact.nameless')}</b>
        <span>
          {t(`contact.after${contact.days}`)} ·{' '}
          {t('contact.leftOn', { day: format.day(noonOf(contact.leftDay)) })}
        </span>
      </Link>
      {contact.phone !== null && (
        <ButtonLink to={`tel:${contact.phone}`} look="call" size="small" icon="phone">
          {contact.phone}
        </ButtonLink>
      )}
    </li>
  );
};

/** Whom the house calls today to ask how it goes; nothing at all when there is nobody. */
export const ContactsDue = (): JSX.Element | null => {
  const t = useText('return');
  const { data } = useRead<ContactList>('/api/v1/contacts', ['stay']);
  const contacts = data?.body.contacts ?? [];
  if (contacts.length === 0) return null;
  return (
    <Panel title={t('contact.dueTitle', { count: contacts.length })}>
      <ul className={styles.callers}>
        {contacts.map((contact) => (
          <Caller key={`${contact.stayId} ${contact.days}`} contact={contact} />
        ))}
      </ul>
    </Panel>
  );
};
