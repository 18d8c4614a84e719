import type { JSX } from 'react';
import type { AlertRow, AlertsAnswer } from '#modules/outlook/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Alerts.module.css';
import { useAlertWords } from './use-alert-words.ts';

const CAME = { right: 'circle-check', wrong: 'circle-x', waits: 'timer' } as const;

/** What came of it; of one that is just over that is seen in the morning. */
const cameOf = ({ right }: AlertRow): keyof typeof CAME => {
  if (right === null) return 'waits';
  return right ? 'right' : 'wrong';
};

/** How often alerts came true: the sum, and each of the last ones. Also when it is bad. */
export const Record = ({ alerts }: { alerts: AlertsAnswer }): JSX.Element => {
  const t = useText('alerts');
  const format = useFormat();
  const now = useNow('minute');
  const words = useAlertWords();
  const { right, of, past } = alerts;
  return (
    <Panel title={t('record.title')}>
      <p className={styles.sum}>{of === 0 ? t('record.none') : t('record.sum', { right, count: of })}</p>
      {past.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('record.what')}</th>
              <th scope="col" className={styles.until}>
                {t('record.until')}
              </th>
              <th scope="col">{t('record.came')}</th>
            </tr>
          </thead>
          <tbody>
            {past.map((alert) => (
              <tr key={alert.id}>
                <th scope="row">
                  {words.what(alert)}
                  <span className={styles.quiet}> {words.made(alert, now)}</span>
                </th>
                <td className={styles.until}>{format.day(noonOf(alert.until))}</td>
                <td>
                  <span className={styles.came}>
                    <Icon name={CAME[cameOf(alert)]} size={16} />
                    {t(`record.${cameOf(alert)}`)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
};
