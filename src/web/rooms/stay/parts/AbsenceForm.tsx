import { type JSX, useState } from 'react';
import { isoFromInstant } from '#kernel/calendar.ts';
import { ABSENCE_REASONS, type AbsenceReason } from '#modules/stay/types.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { momentTyped } from '#web/i18n/typed-moment.ts';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayForm } from './use-stay-acts.ts';

/** Away for a while, the bed kept: why, and when somebody is expected back. */
export const AbsenceForm = ({ stay, acts, onDone }: StayForm): JSX.Element => {
  const t = useText('stay');
  const [reason, setReason] = useState<AbsenceReason>('leave');
  const [back, setBack] = useState('');
  const send = async (): Promise<void> => {
    const at = momentTyped(back, stay.zone);
    const done = await acts.act({
      path: 'absence',
      body: { reason, expectedBack: at === null ? null : isoFromInstant(at) },
      done: t(`absence.done.${reason}`),
      undo: ({ absence }) => (absence === null ? null : { path: 'absence/end', body: {} }),
    });
    if (done) onDone();
  };
  return (
    <PartForm acts={acts} act={t('absence.act')} onSend={() => void send()} onStop={onDone}>
      <div>
        <p className={styles.label}>{t('absence.why')}</p>
        <ChipToggles<AbsenceReason>
          label={t('absence.why')}
          one
          chips={ABSENCE_REASONS.map((value) => ({ value, label: t(`away.${value}`) }))}
          values={[reason]}
          onChange={([next = reason]) => setReason(next)}
        />
      </div>
      <div className={styles.fields}>
        <TextField
          label={t('absence.back')}
          type="datetime-local"
          hint={t('absence.backHint')}
          value={back}
          error={acts.wrong('expectedBack')}
          onChange={(event) => setBack(event.currentTarget.value)}
        />
      </div>
    </PartForm>
  );
};
