import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { RecoveryCodes as Codes } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AddApp } from '#web/rooms/accounts/parts/AddApp.tsx';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { NewPassword, PASSWORD_CODES } from '#web/rooms/accounts/parts/NewPassword.tsx';
import { RecoveryCodes } from '#web/rooms/accounts/parts/RecoveryCodes.tsx';
import { fieldError } from '#web/rooms/accounts/parts/Refusal.tsx';
import { SecretField } from '#web/rooms/accounts/parts/SecretField.tsx';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Account.module.css';
import type { Guard } from './Confirm.tsx';

/** The app that makes codes: set up, or changed for one on another telephone. */
export const AppPart = ({ on, guard }: { on: boolean; guard: Guard }): JSX.Element => {
  const t = useText('accounts');
  const [adding, setAdding] = useState(false);
  return (
    <Panel title={t('app.plural')}>
      <p className={styles.lead}>{on ? t('app.on') : t('app.off')}</p>
      {adding ? (
        <AddApp onAdded={() => setAdding(false)} />
      ) : (
        <Button icon="smartphone" onPress={() => guard(() => setAdding(true))}>
          {on ? t('app.change') : t('app.add')}
        </Button>
      )}
    </Panel>
  );
};

/** How many recovery codes are left; new ones make the old ones worthless. */
export const CodesPart = ({ left, guard }: { left: number; guard: Guard }): JSX.Element => {
  const t = useText('accounts');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, problem, act } = useAct<z.infer<typeof Codes>>();
  return (
    <Panel title={t('codes.plural')}>
      {codes === null ? (
        <>
          <p className={styles.lead}>{t('codes.left', { count: left })}</p>
          <Button
            icon="rotate-cw"
            busy={busy}
            onPress={() =>
              guard(() => act('/account/recovery-codes', {}, ({ recoveryCodes }) => setCodes(recoveryCodes)))
            }
          >
            {t('codes.new')}
          </Button>
          <Refused problem={problem} />
        </>
      ) : (
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      )}
    </Panel>
  );
};

const PasswordForm = ({ onDone }: { onDone: () => void }): JSX.Element => {
  const t = useText('accounts');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { busy, problem, act } = useAct();
  const wrong = fieldError(problem, 'sign-in-refused');
  const poor = fieldError(problem, ...PASSWORD_CODES);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (current !== '' && password !== '' && !busy)
          act('/account/password', { current, password }, onDone);
      }}
    >
      <SecretField
        label={t('password.current')}
        autoComplete="current-password"
        error={wrong}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <NewPassword value={password} onChange={setPassword} error={poor} />
      {wrong === null && poor === null && <Refused problem={problem} />}
      <div>
        <Button submit look="primary" busy={busy} blocked={current === '' || password === ''}>
          {busy ? t('enter.busy') : t('password.submit')}
        </Button>
      </div>
    </form>
  );
};

/** Another password; the other sessions end with the old one. */
export const PasswordPart = ({ guard }: { guard: Guard }): JSX.Element => {
  const t = useText('accounts');
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <Panel title={t('enter.password')}>
      {changing ? (
        <PasswordForm
          onDone={() => {
            setChanging(false);
            setDone(true);
          }}
        />
      ) : (
        <div className={styles.asks}>
          {done && <Notice kind="good" title={t('password.done')} announce />}
          <p className={form.quiet}>{t('password.line')}</p>
          <div>
            <Button icon="lock-keyhole" onPress={() => guard(() => setChanging(true))}>
              {t('password.change')}
            </Button>
          </div>
        </div>
      )}
    </Panel>
  );
};
