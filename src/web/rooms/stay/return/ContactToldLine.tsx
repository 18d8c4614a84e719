import type { JSX } from 'react';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Return.module.css';
import type { ContactLine } from './use-return.ts';

const markOf = ({ dropped, doneAt, reached }: ContactLine): string => {
  if (dropped !== null) return 'minus';
  if (doneAt === null) return 'clock';
  return reached === true ? 'circle-check' : 'phone-off';
};

const useSaid = (contact: ContactLine): string => {
  const t = useText('return');
  const format = useFormat();
  const { dropped, doneAt, reached, ownHome, readmitted, byName, dueDay, due } = contact;
  if (dropped !== null) return t(`contact.dropped.${dropped}`);
  if (doneAt === null)
    return t(due ? 'contact.dueNow' : 'contact.planned', { day: format.day(noonOf(dueDay)) });
  const by = t('contact.by', { who: byName ?? '', day: format.day(Date.parse(doneAt)) });
  if (reached !== true) return `${t('contact.missed')} · ${by}`;
  const home = ownHome === null ? [] : [t(ownHome ? 'contact.home' : 'contact.notHome')];
  const again = readmitted === true ? [t('contact.readmitted')] : [];
  return [...home, ...again, by].join(' · ');
};

/** A contact in one line: planned, or what came out; the figure large, the words as they were said. */
export const ContactToldLine = ({ contact, label }: { contact: ContactLine; label: string }): JSX.Element => {
  const t = useText('return');
  const said = useSaid(contact);
  return (
    <div className={cx(styles.told, contact.due && styles.dueNow)}>
      <Icon name={markOf(contact)} size={18} />
      <div>
        <b>{label}</b>
        <span>{said}</span>
        {contact.words !== '' && <q className={styles.quote}>{contact.words}</q>}
      </div>
      {contact.score !== null && (
        <span className={styles.score}>
          <b>{contact.score}</b>
          <span>{t('contact.of')}</span>
        </span>
      )}
    </div>
  );
};
