import type { JSX } from 'react';
import type { HandoverList } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Handover.module.css';

/** What waits for the reader to confirm; nothing when nothing waits. */
export const HandoverInbox = (): JSX.Element | null => {
  const t = useText('patient-handover');
  const format = useFormat();
  const now = useNow('minute');
  const { data } = useRead<HandoverList>('/api/v1/handovers?for=me', ['stay', 'handover']);
  const waiting = data?.body.handovers ?? [];
  if (waiting.length === 0) return null;
  return (
    <Panel title={t('inbox.title', { count: waiting.length })}>
      <ul className={styles.list}>
        {waiting.map(({ id, person, from, sentAt, number }) => (
          <li key={id}>
            <b>{person?.name ?? t('inbox.nameless')}</b>
            <span className={styles.quiet}>
              {t('inbox.line', { from, moment: format.moment(Date.parse(sentAt), now), count: number })}
            </span>
            <span className={styles.push} />
            <ButtonLink to={`/overdracht/${id}`} look="primary" size="small">
              {t('inbox.open')}
              <span className="aloud"> {person?.name ?? from}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
