import type { JSX } from 'react';
import type { AccountView } from '#modules/accounts/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Account.module.css';

/** What others did to this account, with their reason; nothing when nobody did. */
export const PastPart = ({ past }: { past: AccountView['past'] }): JSX.Element | null => {
  const t = useText('accounts');
  const format = useFormat();
  const now = useNow('minute');
  if (past.length === 0) return null;
  return (
    <Panel title={t('past.title')}>
      <p className={styles.lead}>{t('past.line')}</p>
      <ul className={styles.list}>
        {past.map(({ at, by, reason }) => (
          <li key={at} className={styles.row}>
            <Icon name="shield-alert" size={18} />
            <span className={styles.what}>
              <b>{t('past.reset', { moment: format.moment(Date.parse(at), now) })}</b>
              <span>{by === null ? t('past.byHand') : t('past.by', { name: by })}</span>
              <span>{reason}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
