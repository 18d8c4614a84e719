import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Entrusted } from '#modules/accounts/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { ACCOUNTS } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { ResetAccount } from './ResetAccount.tsx';
import styles from './Users.module.css';

type Account = z.infer<typeof Entrusted>['accounts'][number];

const EntrustedRow = ({ account }: { account: Account }): JSX.Element => {
  const t = useText('accounts');
  const [asking, setAsking] = useState(false);
  return (
    <li className={styles.row}>
      <span className={styles.who}>
        <b>{account.name}</b>
        <span>{account.email}</span>
        <span>{account.organisations.join(', ')}</span>
      </span>
      <span className={styles.acts}>
        <Button size="small" label={`${t('reset.begin')}: ${account.name}`} onPress={() => setAsking(true)}>
          {t('reset.begin')}
        </Button>
      </span>
      {asking && <ResetAccount account={account} onClose={() => setAsking(false)} />}
    </li>
  );
};

/** Who has nobody else to ask after losing a telephone: the region manager helps. */
export const EntrustedAccounts = (): JSX.Element | null => {
  const t = useText('accounts');
  const { data, error } = useRead<z.infer<typeof Entrusted>>('/api/v1/accounts/entrusted', [
    ACCOUNTS,
    'entrusted',
  ]);
  const accounts = data?.body.accounts ?? [];
  if (accounts.length === 0) return <Refused problem={error} />;
  return (
    <Panel title={t('entrusted.title')}>
      <p className={form.quiet}>{t('entrusted.line')}</p>
      <ul>
        {accounts.map((account) => (
          <EntrustedRow key={account.id} account={account} />
        ))}
      </ul>
    </Panel>
  );
};
