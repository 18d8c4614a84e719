import { type JSX, useState } from 'react';
import type { Rejection } from '#modules/placement/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './Found.module.css';

const FIRST = 5;

/** What does not fit, each with its one reason: this answers the question that would be the next phone call. */
export const Rejections = ({ rejects }: { rejects: readonly Rejection[] }): JSX.Element | null => {
  const t = useText('request');
  const words = useText('design');
  const phone = usePhone();
  const [all, setAll] = useState(false);
  if (rejects.length === 0) return null;
  const shown = all ? rejects : rejects.slice(0, FIRST);
  const rows = (
    <>
      <ul className={styles.rows}>
        {shown.map((reject) => (
          <li key={reject.siteId}>
            <StateMark state={reject.state} />
            <b>
              <span className="aloud">{words(`state.${reject.state}`)}: </span>
              {reject.site}
            </b>
            <span>{inWords(reject.why)}</span>
          </li>
        ))}
      </ul>
      {shown.length < rejects.length && (
        <Button look="quiet" size="small" onPress={() => setAll(true)}>
          {t('rejects.all', { count: rejects.length })}
        </Button>
      )}
    </>
  );
  if (phone) {
    return (
      <details className={styles.rejects}>
        <summary>
          <Icon name="ban" size={18} />
          <span>
            <b>{t('rejects.brief', { count: rejects.length })}</b> {t('rejects.look')}
          </span>
          <Icon name="chevron-down" size={18} />
        </summary>
        {rows}
      </details>
    );
  }
  return (
    <section className={styles.rejects} aria-label={t('rejects.title', { count: rejects.length })}>
      <p className={styles.title}>
        <b>{t('rejects.title', { count: rejects.length })}</b> {t('rejects.why')}
      </p>
      {rows}
    </section>
  );
};
