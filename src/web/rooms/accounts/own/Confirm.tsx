import { Modal } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { AccountView } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { CodeField } from '#web/rooms/accounts/parts/CodeField.tsx';
import form from '#web/rooms/accounts/parts/Form.module.css';
import { fieldError } from '#web/rooms/accounts/parts/Refusal.tsx';
import { SecretField } from '#web/rooms/accounts/parts/SecretField.tsx';
import { useAct } from '#web/rooms/accounts/parts/use-act.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';

/** Does something once the reader has shown again that it is them. */
export type Guard = (act: () => void) => void;

const Ask = ({ account, onConfirmed }: { account: AccountView; onConfirmed: () => void }): JSX.Element => {
  const t = useText('accounts');
  const [typed, setTyped] = useState('');
  const { busy, problem, act } = useAct();
  const wrong = fieldError(problem, 'code-wrong', 'sign-in-refused');
  const shared = {
    error: wrong,
    value: typed,
    'data-autofocus': true,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setTyped(currentTarget.value),
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '' || busy) return;
        act('/account/confirm', account.totp ? { code: typed.trim() } : { password: typed }, onConfirmed);
      }}
    >
      <p className={form.quiet}>{t('confirm.line')}</p>
      {account.totp ? (
        <CodeField {...shared} label={t('second.code')} hint={t('second.codeHint')} />
      ) : (
        <SecretField {...shared} label={t('enter.password')} autoComplete="current-password" />
      )}
      {wrong === null && <Refused problem={problem} />}
      <Button submit look="primary" busy={busy} blocked={typed.trim() === ''}>
        {busy ? t('enter.busy') : t('confirm.submit')}
      </Button>
    </form>
  );
};

/** "Laat zien dat u het bent": a code or the password, before something about signing in changes. */
export const ConfirmDialog = ({
  account,
  opened,
  onClose,
  onConfirmed,
}: {
  account: AccountView;
  opened: boolean;
  onClose: () => void;
  onConfirmed: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  const words = useText('shell');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('confirm.title')}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      {account.totp || account.password ? (
        <Ask account={account} onConfirmed={onConfirmed} />
      ) : (
        <p>{t('confirm.again')}</p>
      )}
    </Modal>
  );
};
