import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Day.module.css';
import { InlineForm } from './InlineForm.tsx';
import type { MedicationMark } from './strip.ts';
import type { ObservationActs } from './use-observations.ts';

const LEAST = 3;

/** Why a medicine was changed, written down where its absence is shown. */
export const AddReason = ({ mark, acts }: { mark: MedicationMark; acts: ObservationActs }): JSX.Element => {
  const t = useText('observation');
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [open, setOpen] = useState(false);
  const explain = (): void => {
    setShort(reason.trim().length < LEAST);
    if (reason.trim().length >= LEAST && !acts.busy)
      void acts.explain(mark, reason.trim(), t('mark.explained', { medicine: mark.medicine }));
  };
  if (!open)
    return (
      <p className={styles.addReason}>
        <Button size="small" icon="pencil" onPress={() => setOpen(true)}>
          {t('mark.addReason')}
          <span className="aloud"> {mark.medicine}</span>
        </Button>
      </p>
    );
  return (
    <InlineForm busy={acts.busy} onSave={explain}>
      <TextField
        value={reason}
        maxLength={300}
        autoComplete="off"
        autoFocus
        error={short ? t('mark.whyShort') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </InlineForm>
  );
};
