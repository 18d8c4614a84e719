import type { JSX } from 'react';
import type { z } from 'zod';
import type { AccountsList } from '#modules/accounts/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { ACCOUNTS } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import { EntrustedAccounts } from './EntrustedAccounts.tsx';
import { Invitations } from './Invitations.tsx';
import { Invite } from './Invite.tsx';
import { InviteFirst } from './InviteFirst.tsx';
import { UserRow } from './UserRow.tsx';
import styles from './Users.module.css';

const Everybody = ({ all }: { all: z.infer<typeof AccountsList> }): JSX.Element => {
  const t = useText('accounts');
  return (
    <div className={styles.column}>
      <Panel title={t('users.count', { count: all.accounts.length })}>
        {all.accounts.length === 0 ? (
          <Notice kind="empty" icon="users-round" title={t('users.none')}>
            {t('users.noneLine')}
          </Notice>
        ) : (
          <ul>
            {all.accounts.map((account) => (
              <UserRow key={account.id} account={account} />
            ))}
          </ul>
        )}
      </Panel>
      <Invitations invitations={all.invitations} />
    </div>
  );
};

/** Who of one's organisation may sign in: seen, asked, and switched off at once by its administrator. */
export const UsersPage = (): JSX.Element => {
  const t = useText('accounts');
  const { data, error, isFetched } = useRead<z.infer<typeof AccountsList>>('/api/v1/accounts', [ACCOUNTS]);
  const all = data?.body;
  const first = useSignedIn().actor.role === 'region-manager';
  return (
    <Screen
      title={t('users.title')}
      line={all === undefined ? t('users.line') : t('users.lineOf', { organisation: all.organisation })}
    >
      {/* A region manager who looks after no accounts still asks the first administrators. */}
      {!(first && error?.code === 'not-allowed') && <Refused problem={error} />}
      {!isFetched && <Skeleton grid="1fr 400px" />}
      <div className={styles.page}>
        {all !== undefined && <Everybody all={all} />}
        <div className={styles.column}>
          {all !== undefined && <Invite roles={all.roles} />}
          {first && <InviteFirst />}
          {first && <EntrustedAccounts />}
        </div>
      </div>
    </Screen>
  );
};
