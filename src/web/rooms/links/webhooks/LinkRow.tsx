import { type JSX, useState } from 'react';
import type { WebhookView } from '#platform/outbox/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Came } from './Came.tsx';
import styles from './Links.module.css';
import { useAct } from './use-links.ts';

/** One link: where it goes, what it hears, how the last message came through. Removing asks once more. */
export const LinkRow = ({ webhook }: { webhook: WebhookView }): JSX.Element => {
  const t = useText('links');
  const format = useFormat();
  const now = useNow('minute');
  const [sure, setSure] = useState(false);
  const { busy, problem, act } = useAct();
  const { host, pathname, search } = new URL(webhook.url);
  const since = t('list.since', { moment: format.moment(Date.parse(webhook.createdAt), now) });
  return (
    <li className={styles.link}>
      <div className={styles.where}>
        <b>{host}</b>
        <span className={styles.path}>{`${pathname}${search}`}</span>
        <span>
          {webhook.topics.map((topic) => t(`topic.${topic}`)).join(' · ')} · {since}
        </span>
        {webhook.last === null ? (
          <span className={styles.came}>{t('list.never')}</span>
        ) : (
          <Came delivery={webhook.last} />
        )}
      </div>
      <div className={styles.acts}>
        {sure ? (
          <>
            <Button size="small" onPress={() => setSure(false)}>
              {t('list.keep')}
            </Button>
            <Button
              size="small"
              look="danger"
              busy={busy}
              onPress={() => act(`/webhooks/${webhook.id}/remove`)}
            >
              {t('list.removeAsk')}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" icon="send" busy={busy} onPress={() => act(`/webhooks/${webhook.id}/test`)}>
              {t('list.test')}
            </Button>
            <Button
              size="small"
              look="quiet"
              label={`${t('list.remove')} ${host}`}
              onPress={() => setSure(true)}
            >
              {t('list.remove')}
            </Button>
          </>
        )}
      </div>
      <Refused problem={problem} />
    </li>
  );
};
