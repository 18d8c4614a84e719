import { type JSX, useState } from 'react';
import type { AccountView } from '#modules/accounts/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { AddPasskey } from '#web/rooms/accounts/parts/AddPasskey.tsx';
import { knowsPasskeys } from '#web/rooms/accounts/parts/device.ts';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Account.module.css';
import type { Guard } from './Confirm.tsx';

type Passkey = AccountView['passkeys'][number];

const PasskeyRow = ({ passkey, guard }: { passkey: Passkey; guard: Guard }): JSX.Element => {
  const t = useText('accounts');
  const format = useFormat();
  const now = useNow('minute');
  const { busy, problem, act } = useAct();
  const moment = (at: string): string => format.moment(Date.parse(at), now);
  return (
    <li className={styles.row}>
      <Icon name="key-round" size={18} />
      <span className={styles.what}>
        <b>{passkey.name}</b>
        <span>
          {t('passkey.since', { moment: moment(passkey.createdAt) })}
          {passkey.lastUsedAt !== null && ` · ${t('passkey.used', { moment: moment(passkey.lastUsedAt) })}`}
        </span>
      </span>
      <Button
        size="small"
        busy={busy}
        label={`${t('passkey.remove')}: ${passkey.name}`}
        onPress={() => guard(() => act(`/account/passkeys/${passkey.id}`, {}, undefined, 'DELETE'))}
      >
        {t('passkey.remove')}
      </Button>
      <Refused problem={problem} />
    </li>
  );
};

/** One's passkeys, each by the name of its device. */
export const PasskeysPart = ({
  passkeys,
  guard,
}: {
  passkeys: readonly Passkey[];
  guard: Guard;
}): JSX.Element => {
  const t = useText('accounts');
  const [adding, setAdding] = useState(false);
  return (
    <Panel title={t('passkey.plural')}>
      <p className={styles.lead}>{passkeys.length === 0 ? t('passkey.none') : t('passkey.some')}</p>
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} guard={guard} />
        ))}
      </ul>
      <div className={styles.more}>
        {adding ? (
          <AddPasskey onAdded={() => setAdding(false)} />
        ) : (
          knowsPasskeys() && (
            <Button icon="plus" onPress={() => guard(() => setAdding(true))}>
              {t('passkey.add')}
            </Button>
          )
        )}
      </div>
    </Panel>
  );
};
