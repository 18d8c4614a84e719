import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Parts.module.css';

/** What may still come, in the order in which it is used, with what to do about it. Nothing of it holds up the request. */
export const Missing = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const { missing } = request;
  if (missing.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t('missing.label')}>
      <h3>{t('missing.title', { count: missing.length })}</h3>
      <ul className={styles.chips}>
        {missing.map(({ code, text }) => (
          <li key={code}>{inWords(text)}</li>
        ))}
      </ul>
    </section>
  );
};
