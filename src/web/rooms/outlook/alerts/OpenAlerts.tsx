import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { AlertRow, AlertsAnswer } from '#modules/outlook/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Alerts.module.css';
import { useAlertWords } from './use-alert-words.ts';

/** Where the next step is: who leaves, the row of the desk with what comes free, or the days ahead for who steers. */
const nextOf = ({ kind }: AlertRow, isDesk: boolean): 'departures' | 'row' | 'ahead' => {
  if (kind === 'departures-wait') return 'departures';
  return isDesk ? 'row' : 'ahead';
};

const NEXT = { departures: '/vertrek', row: '/loket?plan=1&zet=1', ahead: '/vooruit' } as const;

const Alert = ({ alert }: { alert: AlertRow }): JSX.Element => {
  const t = useText('alerts');
  const now = useNow('minute');
  const words = useAlertWords();
  const isDesk = useSignedIn().actor.role === 'desk';
  const [key] = useState(newKey);
  const lost = useLink().state === 'lost';
  const see = useMutation<AlertsAnswer, Problem>({
    mutationFn: () => call('POST', `/api/v1/outlook/alerts/${alert.id}/seen`, {}, { idempotencyKey: key }),
    onSuccess: () => announce(t('seenNow')),
    onSettled: () => readAgain(['outlook']),
  });
  const next = nextOf(alert, isDesk);
  const seen = alert.seenAt !== null;
  return (
    <li className={cx(styles.alert, seen && styles.seen)}>
      <Icon name={alert.kind === 'no-place-ahead' ? 'bed' : 'log-out'} size={20} />
      <div>
        <h3>{words.what(alert)}</h3>
        <p className={styles.quiet}>
          {words.made(alert, now)}
          {seen && ` · ${t('seen')}`}
        </p>
        <ProblemNotice problem={see.error} />
      </div>
      <div className={styles.acts}>
        <ButtonLink to={NEXT[next]} size="small">
          {t(`next.${next}`)}
        </ButtonLink>
        {!seen && (
          <Button size="small" look="quiet" busy={see.isPending} blocked={lost} onPress={() => see.mutate()}>
            {t('see')}
          </Button>
        )}
      </div>
    </li>
  );
};

/** What is coming now, in words, with the next step beside it. */
export const OpenAlerts = ({ open }: { open: readonly AlertRow[] }): JSX.Element => {
  const t = useText('alerts');
  return (
    <ul className={styles.list} aria-label={t('open.title')}>
      {open.map((alert) => (
        <Alert key={alert.id} alert={alert} />
      ))}
    </ul>
  );
};
