import type { JSX } from 'react';
import type { AlertsAnswer } from '#modules/outlook/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Alerts.module.css';
import { OpenAlerts } from './OpenAlerts.tsx';
import { Record } from './Record.tsx';
import { RegionFreed } from './RegionFreed.tsx';
import { Thresholds } from './Thresholds.tsx';

/** What is coming, how often that came true before, and when the region wants to hear. */
export const AlertsPage = (): JSX.Element => {
  const t = useText('alerts');
  const mayChange = useSignedIn().actor.role === 'region-manager';
  const read = useRead<AlertsAnswer>('/api/v1/outlook/alerts', ['outlook']);
  const alerts = read.data?.body;
  const quiet = alerts?.thresholds.every(({ on }) => !on) ?? false;
  return (
    <Screen title={t('title')} line={t('line')}>
      {alerts === undefined ? (
        <NotRead read={read} grid="24px 1fr 160px" rows={6} late={t('loading')} />
      ) : (
        <div className={styles.page}>
          {alerts.open.length > 0 ? (
            <OpenAlerts open={alerts.open} />
          ) : (
            <Notice kind="empty" icon="bell-off" title={t(quiet ? 'none.off' : 'none.title')}>
              {t(quiet ? 'none.offLine' : 'none.line')}
            </Notice>
          )}
          <RegionFreed />
          <Record alerts={alerts} />
          <Thresholds set={alerts.thresholds} mayChange={mayChange} />
        </div>
      )}
    </Screen>
  );
};
