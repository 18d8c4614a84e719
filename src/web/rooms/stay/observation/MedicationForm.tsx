import { type FormEvent, type JSX, useState } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { MEDICATION_CHANGES, type MedicationChange } from '#modules/stay/types.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { SaveOrStop } from './SaveOrStop.tsx';
import styles from './Seen.module.css';
import type { ObservationActs } from './use-observations.ts';

const EMPTY = { medicine: '', detail: '', reason: '', byName: '', day: '' };

const LEAST = { medicine: 2, reason: 3 };

type Typed = typeof EMPTY;

const useMedication = (acts: ObservationActs, onClose: () => void) => {
  const t = useText('observation');
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [change, setChange] = useState<MedicationChange>('stopped');
  const [tried, setTried] = useState(false);
  const medicine = typed.medicine.trim();
  const reason = typed.reason.trim();
  const nameless = medicine.length < LEAST.medicine;
  const short = reason !== '' && reason.length < LEAST.reason;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (nameless || short || acts.busy) return;
    const body = {
      medicine,
      change,
      detail: typed.detail.trim(),
      ...(reason === '' ? {} : { reason }),
      ...(typed.byName.trim() === '' ? {} : { byName: typed.byName.trim() }),
      ...(typed.day === '' ? {} : { day: typed.day }),
    };
    if (await acts.medicate(body, t('mark.said', { medicine }))) onClose();
  };
  return {
    ...{ typed, change, setChange, send },
    nameless: tried && nameless,
    short: tried && short,
    set:
      (key: keyof Typed) =>
      (event: { currentTarget: { value: string } }): void => {
        const { value } = event.currentTarget;
        setTyped((before) => ({ ...before, [key]: value }));
      },
  };
};

type Form = ReturnType<typeof useMedication>;

const What = ({ form }: { form: Form }): JSX.Element => {
  const t = useText('observation');
  const { typed, set } = form;
  return (
    <>
      <TextField
        label={t('mark.medicine')}
        value={typed.medicine}
        maxLength={120}
        autoFocus
        autoComplete="off"
        error={form.nameless ? t('mark.medicineMissing') : null}
        onChange={set('medicine')}
      />
      <ChipToggles<MedicationChange>
        label={t('mark.change')}
        one
        shape="box"
        chips={MEDICATION_CHANGES.map((value) => ({ value, label: t(`mark.${value}`) }))}
        values={[form.change]}
        onChange={([chosen = 'stopped']) => form.setChange(chosen)}
      />
      <TextField
        label={t('mark.detail')}
        hint={t('mark.detailHint')}
        value={typed.detail}
        maxLength={200}
        autoComplete="off"
        onChange={set('detail')}
      />
      <TextField
        label={t('mark.reason')}
        hint={t('mark.reasonHint')}
        value={typed.reason}
        maxLength={300}
        autoComplete="off"
        error={form.short ? t('mark.whyShort') : null}
        onChange={set('reason')}
      />
    </>
  );
};

/** A medicine was stopped, started or changed; the reason may follow, and is then asked for. */
export const MedicationForm = ({
  stay,
  acts,
  onClose,
}: {
  stay: StayView;
  acts: ObservationActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const { actor } = useSignedIn();
  const form = useMedication(acts, onClose);
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void form.send(event)}>
      <What form={form} />
      <div className={styles.numbers}>
        <TextField
          label={t('mark.who')}
          value={form.typed.byName}
          placeholder={actor.name}
          maxLength={100}
          autoComplete="off"
          onChange={form.set('byName')}
        />
        <TextField
          label={t('mark.day')}
          type="date"
          min={stay.arrivedDay}
          value={form.typed.day}
          onChange={form.set('day')}
        />
      </div>
      <SaveOrStop acts={acts} onStop={onClose} />
    </form>
  );
};
