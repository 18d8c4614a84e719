import { type JSX, useState } from 'react';
import type { Next } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { CodeField } from './CodeField.tsx';
import { knowsPasskeys } from './device.ts';
import form from './Form.module.css';
import { OnlyCounts } from './OnlyCounts.tsx';
import { fieldError, PasskeyRefusal } from './Refusal.tsx';
import { StartOver } from './StartOver.tsx';
import { type Act, useAct } from './use-act.ts';
import { useFocusOn } from './use-focus-on.ts';
import { usePasskey } from './use-passkey.ts';

type Method = Next['methods'][number];

const WithPasskey = ({ onNext }: { onNext: (next: Next) => void }): JSX.Element => {
  const t = useText('accounts');
  const passkey = usePasskey(onNext);
  return (
    <div className={form.group}>
      <Button size="large" wide icon="fingerprint-pattern" busy={passkey.busy} onPress={passkey.run}>
        {passkey.busy ? t('passkey.busy') : t('second.passkey')}
      </Button>
      <PasskeyRefusal passkey={passkey} />
    </div>
  );
};

const Typed = ({
  kind,
  value,
  onChange,
  sending,
}: {
  kind: 'totp' | 'recovery';
  value: string;
  onChange: (value: string) => void;
  sending: Act<Next>;
}): JSX.Element => {
  const t = useText('accounts');
  const field = useFocusOn(sending.problem);
  const error = fieldError(sending.problem, 'code-wrong');
  const shared = {
    ref: field,
    value,
    error,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange(currentTarget.value),
  };
  if (kind === 'totp') return <CodeField {...shared} label={t('second.code')} hint={t('second.codeHint')} />;
  return (
    <TextField
      {...shared}
      label={t('second.recovery')}
      hint={t('second.recoveryHint')}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
    />
  );
};

const WithCode = ({
  kind,
  onNext,
}: {
  kind: 'totp' | 'recovery';
  onNext: (next: Next) => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [code, setCode] = useState('');
  const sending = useAct<Next>();
  const { problem, busy, act } = sending;
  const send = (): void => {
    if (code.trim() !== '') act(`/sign-in/${kind}`, { code: code.trim() }, onNext);
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Typed kind={kind} value={code} onChange={setCode} sending={sending} />
      {problem?.code !== 'code-wrong' && <Refused problem={problem} />}
      <Button submit look="primary" size="large" wide busy={busy} blocked={code.trim() === ''}>
        {busy ? t('enter.busy') : t('second.submit')}
      </Button>
    </form>
  );
};

/** The second step: a code of the app or a passkey; a recovery code for who has neither at hand. */
export const SecondStep = ({
  methods,
  onNext,
  onBack,
}: {
  methods: readonly Method[];
  onNext: (next: Next) => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [lost, setLost] = useState(false);
  const passkey = methods.includes('passkey') && knowsPasskeys();
  const code = methods.includes('totp');
  const typed = lost ? 'recovery' : code ? 'totp' : null;
  return (
    <>
      {typed !== null && <WithCode key={typed} kind={typed} onNext={onNext} />}
      {passkey && !lost && (
        <>
          {code && <p className={form.or}>{t('second.or')}</p>}
          <WithPasskey onNext={onNext} />
        </>
      )}
      <div className={form.aside}>
        {methods.includes('recovery') && (
          <Button look="quiet" onPress={() => setLost(!lost)}>
            {lost ? t('second.found') : t('second.lost')}
          </Button>
        )}
        <OnlyCounts onNext={onNext} />
        <StartOver onBack={onBack} />
      </div>
    </>
  );
};
