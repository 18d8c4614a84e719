import type { JSX } from 'react';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import { AddLink } from './AddLink.tsx';
import { LinkRow } from './LinkRow.tsx';
import styles from './Links.module.css';
import { MailAddresses } from './MailAddresses.tsx';
import { Sent, Stuck } from './Messages.tsx';
import { useLinks } from './use-links.ts';

/** Which other systems listen, whether mail goes out, what arrived and what got stuck. */
export const LinksPage = (): JSX.Element => {
  const t = useText('links');
  const { links, sent } = useLinks();
  const all = links.data?.body;
  const deliveries = sent.data?.body.deliveries ?? [];
  return (
    <Screen title={t('title')} line={t('line')}>
      <Refused problem={links.error ?? sent.error} />
      {all === undefined ? (
        <Skeleton grid="1fr 400px" />
      ) : (
        <div className={styles.page}>
          <div className={styles.column}>
            <Panel title={t('list.title')}>
              {all.webhooks.length === 0 ? (
                <Notice kind="empty" icon="webhook" title={t('list.none')}>
                  {t('list.noneLine')}
                </Notice>
              ) : (
                <ul>
                  {all.webhooks.map((webhook) => (
                    <LinkRow key={webhook.id} webhook={webhook} />
                  ))}
                </ul>
              )}
            </Panel>
            <Stuck deliveries={deliveries} webhooks={all.webhooks} />
            <Sent deliveries={deliveries} webhooks={all.webhooks} />
          </div>
          <div className={styles.column}>
            <AddLink />
            <Notice kind="plain" icon="mail" title={all.mail ? t('mail.on') : t('mail.off')}>
              {all.mail ? t('mail.onLine') : t('mail.offLine')}
            </Notice>
            <MailAddresses />
          </div>
        </div>
      )}
    </Screen>
  );
};
