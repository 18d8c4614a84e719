import type { JSX } from 'react';
import type { AccountView } from '#modules/accounts/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { stepOut } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Account.module.css';
import type { Guard } from './Confirm.tsx';

type OneSession = AccountView['sessions'][number];

const SessionRow = ({ session, guard }: { session: OneSession; guard: Guard }): JSX.Element => {
  const t = useText('accounts');
  const format = useFormat();
  const now = useNow('minute');
  const { busy, problem, act } = useAct();
  const began = format.moment(Date.parse(session.beganAt), now);
  return (
    <li className={styles.row}>
      <Icon name="monitor-smartphone" size={18} />
      <span className={styles.what}>
        <b>{session.device ?? t('session.unknown')}</b>
        <span>
          {t(`session.${session.kind}`)} ·{' '}
          {t('session.seen', { moment: format.moment(Date.parse(session.seenAt), now) })}
        </span>
        <span>{t('session.began', { moment: began })}</span>
      </span>
      {session.current ? (
        <span className={styles.here}>
          <Icon name="check" size={15} />
          {t('session.current')}
        </span>
      ) : (
        <Button
          size="small"
          busy={busy}
          label={`${t('session.end')}: ${session.device ?? t('session.unknown')}, ${t('session.began', { moment: began })}`}
          onPress={() => guard(() => act(`/account/sessions/${session.id}`, {}, undefined, 'DELETE'))}
        >
          {t('session.end')}
        </Button>
      )}
      <Refused problem={problem} />
    </li>
  );
};

/** Where this account is signed in now; a session that is not one's own is ended at once. */
export const SessionsPart = ({
  sessions,
  guard,
}: {
  sessions: readonly OneSession[];
  guard: Guard;
}): JSX.Element => {
  const t = useText('accounts');
  const { busy, problem, act } = useAct();
  return (
    <Panel title={t('session.title')}>
      <p className={styles.lead}>{t('session.line')}</p>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} guard={guard} />
        ))}
      </ul>
      <div className={styles.acts}>
        <Button
          icon="log-out"
          busy={busy}
          onPress={() => guard(() => act('/account/sessions', {}, () => void stepOut(), 'DELETE'))}
        >
          {t('session.endAll')}
        </Button>
        <Refused problem={problem} />
      </div>
    </Panel>
  );
};
