import { type JSX, useId, useState } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Handover.module.css';
import type { Acting } from './use-act.ts';
import { actOn, placeOf } from './use-handover.ts';

const OUTSIDE = 'outside';

/** Somebody outside the region: a name, and a telephone to call them on. */
const Outside = ({
  handover,
  acting,
  keep,
  onDone,
}: {
  handover: HandoverView;
  acting: Acting;
  keep: () => Promise<HandoverView | null>;
  onDone: (view: HandoverView) => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  const outside = handover.receiver?.organisationId === null ? handover.receiver : null;
  const [name, setName] = useState(outside?.name ?? '');
  const [phone, setPhone] = useState(outside?.phone ?? '');
  const save = async (): Promise<void> => {
    const done = await acting.run(async () => {
      const kept = (await keep()) ?? handover;
      return actOn('PUT', placeOf(kept), { receiver: { name, phone } }, kept.version);
    });
    if (done !== null) onDone(done);
  };
  return (
    <div className={styles.lines}>
      <TextField
        label={t('receiver.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={acting.problem?.field('receiver', currentLanguage()) ?? null}
      />
      <TextField
        label={t('receiver.phone')}
        value={phone}
        inputMode="tel"
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Button busy={acting.busy} onPress={() => void save()}>
        {t('receiver.save')}
      </Button>
    </div>
  );
};

/** To whom it goes: in the region one of a list, or somebody outside it. */
export const ReceiverForm = ({
  handover,
  acting,
  keep,
  onDone,
}: {
  handover: HandoverView;
  acting: Acting;
  /** What is typed is kept first: one version after the other. */
  keep: () => Promise<HandoverView | null>;
  onDone: (view: HandoverView) => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  const id = useId();
  const { receiver, receivers } = handover;
  const [chosen, setChosen] = useState(receiver === null ? '' : (receiver.organisationId ?? OUTSIDE));
  const choose = async (value: string): Promise<void> => {
    setChosen(value);
    if (value === OUTSIDE || value === '') return;
    const done = await acting.run(async () => {
      const kept = (await keep()) ?? handover;
      return actOn('PUT', placeOf(kept), { receiver: { organisationId: value } }, kept.version);
    });
    if (done !== null) onDone(done);
  };
  return (
    <div className={styles.lines}>
      <div className={styles.select}>
        <label htmlFor={id}>{t('receiver.who')}</label>
        <select id={id} value={chosen} onChange={(event) => void choose(event.currentTarget.value)}>
          <option value="">{t('receiver.choose')}</option>
          {receivers.map(({ organisationId, name }) => (
            <option key={organisationId} value={organisationId}>
              {name}
            </option>
          ))}
          <option value={OUTSIDE}>{t('receiver.outside')}</option>
        </select>
      </div>
      {chosen === OUTSIDE && <Outside handover={handover} acting={acting} keep={keep} onDone={onDone} />}
      <Refused problem={acting.problem} />
    </div>
  );
};
