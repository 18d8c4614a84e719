import { type JSX, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Next, SignInDoors } from '#modules/accounts/contract.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { knowsPasskeys } from '#web/rooms/accounts/parts/device.ts';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { Providers } from '#web/rooms/accounts/parts/Providers.tsx';
import { fieldError, PasskeyRefusal } from '#web/rooms/accounts/parts/Refusal.tsx';
import { SecretField } from '#web/rooms/accounts/parts/SecretField.tsx';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { usePasskey } from '#web/rooms/accounts/parts/use-passkey.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';

const WithPasskey = ({ onNext }: { onNext: (next: Next) => void }): JSX.Element => {
  const t = useText('accounts');
  const passkey = usePasskey(onNext);
  return (
    <div className={form.group}>
      <Button
        look="primary"
        size="large"
        wide
        icon="fingerprint-pattern"
        busy={passkey.busy}
        onPress={passkey.run}
      >
        {passkey.busy ? t('passkey.busy') : t('enter.passkey')}
      </Button>
      <p className={form.quiet}>{t('enter.passkeyLine')}</p>
      <PasskeyRefusal passkey={passkey} />
    </div>
  );
};

const WithPassword = ({ onNext, second }: { onNext: (next: Next) => void; second: boolean }): JSX.Element => {
  const t = useText('accounts');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const emailField = useRef<HTMLInputElement>(null);
  const secretField = useRef<HTMLInputElement>(null);
  const { busy, problem, act } = useAct<Next>();
  const wrong = fieldError(problem, 'sign-in-refused');
  const send = (): void => {
    if (email.trim() === '') emailField.current?.focus();
    else if (password === '') secretField.current?.focus();
    else act('/sign-in/password', { email: email.trim(), password }, onNext);
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        ref={emailField}
        label={t('enter.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <SecretField
        ref={secretField}
        label={t('enter.password')}
        autoComplete="current-password"
        error={wrong}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {wrong === null && <Refused problem={problem} />}
      <Button submit look={second ? 'secondary' : 'primary'} size="large" wide busy={busy}>
        {busy ? t('enter.busy') : t('enter.submit')}
      </Button>
    </form>
  );
};

/** The first step: a passkey when this browser can, else a password, or the sign-in of one's employer. */
export const FirstStep = ({
  providers,
  onNext,
}: {
  providers: z.infer<typeof SignInDoors>['providers'];
  onNext: (next: Next) => void;
}): JSX.Element => {
  const t = useText('accounts');
  const passkeys = knowsPasskeys();
  return (
    <>
      {passkeys && (
        <>
          <WithPasskey onNext={onNext} />
          <p className={form.or}>{t('enter.or')}</p>
        </>
      )}
      <WithPassword onNext={onNext} second={passkeys} />
      <Providers providers={providers} />
      <p className={form.quiet}>{t('enter.help')}</p>
      <ButtonLink to="/vraag" look="quiet" icon="message-circle-question-mark">
        {t('enter.ask')}
      </ButtonLink>
    </>
  );
};
