import { type JSX, useState } from 'react';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { PartForm } from './PartForm.tsx';
import type { StayActs } from './use-stay-acts.ts';

/** Fewer letters than this explain nothing. */
const FEWEST = 3;

/** Something does not go on, and why: one field, one verb. `send` answers whether it was done. */
export const ReasonForm = ({
  acts,
  label,
  act,
  send,
  onDone,
}: {
  acts: StayActs;
  label: string;
  act: string;
  send: (reason: string) => Promise<boolean>;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim().length < FEWEST ? t('form.reason') : null;
  const press = (): void => {
    setAsked(true);
    if (reason.trim().length < FEWEST) return;
    void send(reason.trim()).then((done) => {
      if (done) onDone();
    });
  };
  return (
    <PartForm acts={acts} act={act} onSend={press} onStop={onDone}>
      <TextField
        label={label}
        maxLength={300}
        autoComplete="off"
        value={reason}
        error={missing ?? acts.wrong('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </PartForm>
  );
};
