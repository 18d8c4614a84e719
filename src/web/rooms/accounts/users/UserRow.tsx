import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { AccountsList } from '#modules/accounts/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { ResetAccount } from './ResetAccount.tsx';
import styles from './Users.module.css';

type Account = z.infer<typeof AccountsList>['accounts'][number];

const Standing = ({ account }: { account: Account }): JSX.Element => {
  const t = useText('accounts');
  const format = useFormat();
  const now = useNow('minute');
  const locked = account.lockedUntil !== null && Date.parse(account.lockedUntil) > now;
  return (
    <span className={styles.state}>
      {account.disabledAt === null ? (
        <span className={account.secondFactor ? styles.good : styles.warn}>
          {account.secondFactor ? (
            <Icon name="shield-check" size={15} />
          ) : (
            <Icon name="shield-alert" size={15} />
          )}
          {account.secondFactor ? t('user.second') : t('user.noSecond')}
        </span>
      ) : (
        <span className={styles.closed}>
          <Icon name="ban" size={15} />
          {t('user.off', { moment: format.moment(Date.parse(account.disabledAt), now) })}
        </span>
      )}
      {locked && (
        <span className={styles.warn}>
          <Icon name="lock-keyhole" size={15} />
          {t('user.locked', { moment: format.moment(Date.parse(account.lockedUntil ?? ''), now) })}
        </span>
      )}
    </span>
  );
};

const AskOff = ({
  account,
  onKeep,
  onOff,
}: {
  account: Account;
  onKeep: () => void;
  onOff: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const { busy, problem, act } = useAct();
  return (
    <fieldset className={styles.ask}>
      <legend className="aloud">{t('user.offDo')}</legend>
      <p>{t('user.offAsk', { name: account.name })}</p>
      <p>{t('user.offLine')}</p>
      <div className={styles.acts}>
        <Button look="danger" busy={busy} onPress={() => act(`/accounts/${account.id}/disable`, {}, onOff)}>
          {t('user.offDo')}
        </Button>
        <Button onPress={onKeep}>{t('user.offKeep')}</Button>
      </div>
      <Refused problem={problem} />
    </fieldset>
  );
};

const OnOff = ({ account, onAsk }: { account: Account; onAsk: () => void }): JSX.Element | null => {
  const t = useText('accounts');
  const { busy, problem, act } = useAct();
  if (account.self) return null;
  if (account.disabledAt === null)
    return (
      <Button size="small" label={`${t('user.offBegin')}: ${account.name}`} onPress={onAsk}>
        {t('user.offBegin')}
      </Button>
    );
  return (
    <>
      <Button
        size="small"
        busy={busy}
        label={`${t('user.onDo')}: ${account.name}`}
        onPress={() => act(`/accounts/${account.id}/enable`)}
      >
        {t('user.onDo')}
      </Button>
      <Refused problem={problem} />
    </>
  );
};

/** One person who may sign in: roles, second step, and the switch. Off asks once more, for it throws somebody out at once. */
export const UserRow = ({ account }: { account: Account }): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  const [asking, setAsking] = useState<'off' | 'reset' | null>(null);
  const format = useFormat();
  const now = useNow('minute');
  const close = (): void => setAsking(null);
  const roles = account.roles.map((role) => words(`role.${role}`)).join(', ');
  return (
    <li className={styles.row}>
      <span className={cx(styles.who, account.disabledAt !== null && styles.off)}>
        <b>{account.self ? t('user.self', { name: account.name }) : account.name}</b>
        <span>{account.email}</span>
        <span>
          {roles}
          {account.administrator && ` · ${t('user.administrator')}`}
        </span>
      </span>
      <Standing account={account} />
      <span className={styles.acts}>
        {account.resettable && account.disabledAt === null && (
          <Button
            size="small"
            look="quiet"
            label={`${t('reset.begin')}: ${account.name}`}
            onPress={() => setAsking('reset')}
          >
            {t('reset.begin')}
          </Button>
        )}
        <OnOff account={account} onAsk={() => setAsking('off')} />
      </span>
      {account.lastReset !== null && (
        <span className={styles.past}>
          {t('past.reset', { moment: format.moment(Date.parse(account.lastReset.at), now) })}
          {' · '}
          {account.lastReset.by === null ? t('past.byHand') : t('past.by', { name: account.lastReset.by })}
          {' · '}
          {account.lastReset.reason}
        </span>
      )}
      {asking === 'off' && account.disabledAt === null && (
        <AskOff account={account} onKeep={close} onOff={close} />
      )}
      {asking === 'reset' && <ResetAccount account={account} onClose={close} />}
    </li>
  );
};
