import type { JSX } from 'react';
import type { z } from 'zod';
import type { SignInDoors } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { rememberWay } from '#web/remember.ts';
import form from './Form.module.css';

/** A button per employer where people of this region sign in already; the browser leaves this page for it. */
export const Providers = ({
  providers,
}: {
  providers: z.infer<typeof SignInDoors>['providers'];
}): JSX.Element | null => {
  const t = useText('accounts');
  if (providers.length === 0) return null;
  const leave = (id: string): void => {
    rememberWay();
    location.assign(`/api/v1/sign-in/oidc/${encodeURIComponent(id)}`);
  };
  return (
    <div className={form.form}>
      <p className={form.or}>{t('enter.employer')}</p>
      {providers.map(({ id, name }) => (
        <Button key={id} icon="building-2" size="large" wide onPress={() => leave(id)}>
          {t('enter.provider', { name })}
        </Button>
      ))}
    </div>
  );
};
