import { type JSX, useState } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { LabelledArea } from './LabelledArea.tsx';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayActs } from './use-stay-acts.ts';

type Meeting = StayView['meetings'][number];

/** Who may sit at the table. */
const SEATS = [
  'person',
  'family',
  'gp',
  'elderly-doctor',
  'nurse',
  'physio',
  'home-care',
  'welfare',
] as const;
type Seat = (typeof SEATS)[number];

/** Who usually sit there, each kind of talk. */
const USUAL: Readonly<Record<Meeting['kind'], readonly Seat[]>> = {
  'day-14': ['person', 'family', 'nurse'],
  team: ['elderly-doctor', 'nurse'],
  extra: ['person', 'nurse'],
};

/** What came out of a talk: who were there, when somebody leaves, which care and which treatment. */
export const HoldForm = ({
  stay,
  meeting,
  acts,
  onDone,
}: {
  stay: StayView;
  meeting: Meeting;
  acts: StayActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const [seats, setSeats] = useState<readonly Seat[]>(USUAL[meeting.kind]);
  const [others, setOthers] = useState('');
  const [departureDay, setDepartureDay] = useState('');
  const [care, setCare] = useState('');
  const [treatment, setTreatment] = useState('');
  const [agreed, setAgreed] = useState('');
  const hold = async (): Promise<void> => {
    const named = others.split(',').map((name) => name.trim());
    const done = await acts.act({
      path: `meetings/${meeting.id}/hold`,
      body: {
        present: [...seats.map((seat) => t(`seat.${seat}`)), ...named.filter((name) => name !== '')],
        departureDay: departureDay === '' ? null : departureDay,
        ...{ care, treatment, agreed },
      },
      version: meeting.version,
      done: t('meetings.held', { kind: t(`meeting.${meeting.kind}`) }),
    });
    if (done) onDone();
  };
  return (
    <PartForm acts={acts} act={t('meetings.keep')} onSend={() => void hold()} onStop={onDone}>
      <div>
        <p className={styles.label}>{t('meetings.present')}</p>
        <ChipToggles<Seat>
          label={t('meetings.present')}
          chips={SEATS.map((value) => ({ value, label: t(`seat.${value}`) }))}
          values={seats}
          onChange={setSeats}
        />
      </div>
      <div className={styles.fields}>
        <TextField
          label={t('meetings.others')}
          maxLength={200}
          autoComplete="off"
          value={others}
          error={acts.wrong('present')}
          onChange={(event) => setOthers(event.currentTarget.value)}
        />
        <TextField
          label={t('meetings.departure')}
          type="date"
          min={stay.arrivedDay}
          hint={t('meetings.departureHint')}
          value={departureDay}
          error={acts.wrong('departureDay')}
          onChange={(event) => setDepartureDay(event.currentTarget.value)}
        />
      </div>
      <LabelledArea label={t('meetings.care')} value={care} onChange={setCare} />
      <LabelledArea label={t('meetings.treatment')} value={treatment} onChange={setTreatment} />
      <LabelledArea label={t('meetings.agreed')} value={agreed} onChange={setAgreed} />
    </PartForm>
  );
};
