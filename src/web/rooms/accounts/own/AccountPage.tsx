import { type JSX, useState } from 'react';
import { ButtonLink } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Account.module.css';
import { ConfirmDialog, type Guard } from './Confirm.tsx';
import { AppPart, CodesPart, PasswordPart } from './Factors.tsx';
import { Hats } from './Hats.tsx';
import { PasskeysPart } from './Passkeys.tsx';
import { PastPart } from './Past.tsx';
import { SessionsPart } from './Sessions.tsx';
import { useAccount } from './use-account.ts';

/** One's own account: in which role one works, what one signs in with, and where one is signed in. */
export const AccountPage = (): JSX.Element => {
  const t = useText('accounts');
  const { data, error } = useAccount();
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const account = data?.body;
  // What one signs in with changes only for who just showed again that it is them.
  const guard: Guard = (act) => {
    if (account?.confirmed === true) act();
    else setWaiting(() => act);
  };
  return (
    <Screen
      title={t('own.title')}
      line={account === undefined ? t('own.line') : `${account.name} · ${account.email}`}
    >
      <Refused problem={error} />
      {account === undefined ? (
        error === null && <Skeleton grid="1fr 1fr" />
      ) : (
        <div className={styles.page}>
          <div className={styles.column}>
            <Hats hats={account.hats} />
            {account.hats.some(
              ({ current, administrator, role }) => current && (administrator || role === 'region-manager'),
            ) && (
              <div>
                <ButtonLink to="/gebruikers" icon="users-round">
                  {t('users.title')}
                </ButtonLink>
              </div>
            )}
            <PastPart past={account.past} />
            <SessionsPart sessions={account.sessions} guard={guard} />
          </div>
          <div className={styles.column}>
            <PasskeysPart passkeys={account.passkeys} guard={guard} />
            <AppPart on={account.totp} guard={guard} />
            <CodesPart left={account.recoveryCodesLeft} guard={guard} />
            {account.password && <PasswordPart guard={guard} />}
          </div>
          <ConfirmDialog
            account={account}
            opened={waiting !== null}
            onClose={() => setWaiting(null)}
            onConfirmed={() => {
              waiting?.();
              setWaiting(null);
            }}
          />
        </div>
      )}
    </Screen>
  );
};
