import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Enrolled } from '#modules/accounts/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { deviceName } from './device.ts';
import form from './Form.module.css';
import { PasskeyRefusal } from './Refusal.tsx';
import { useNewPasskey } from './use-passkey.ts';

/** Makes a passkey on this device, under a name by which the reader will know it later. */
export const AddPasskey = ({
  onAdded,
}: {
  onAdded: (enrolled: z.infer<typeof Enrolled>) => void;
}): JSX.Element => {
  const t = useText('accounts');
  const [name, setName] = useState(() => deviceName() ?? t('passkey.thisDevice'));
  const passkey = useNewPasskey(name.trim(), onAdded);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '' && !passkey.busy) passkey.run();
      }}
    >
      <p>{t('passkey.line')}</p>
      <TextField
        label={t('passkey.name')}
        hint={t('passkey.nameHint')}
        autoComplete="off"
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PasskeyRefusal passkey={passkey} />
      <Button
        submit
        look="primary"
        size="large"
        wide
        icon="fingerprint-pattern"
        busy={passkey.busy}
        blocked={name.trim() === ''}
      >
        {passkey.busy ? t('passkey.busy') : t('passkey.make')}
      </Button>
    </form>
  );
};
