import { type JSX, useId, useState } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Handover.module.css';
import type { Acting } from './use-act.ts';
import { actOn, placeOf } from './use-handover.ts';

const OUTSIDE = 'outside';

interface Choosing {
  readonly handover: HandoverView;
  readonly acting: Acting;
  /** What is typed is kept first: one version after the other. */
  readonly keep: () => Promise<HandoverView | null>;
  readonly onDone: (view: HandoverView) => void;
}

const sendTo = async ({ handover, acting, keep, onDone }: Choosing, receiver: object): Promise<void> => {
  const done = await acting.run(async () => {
    const kept = (await keep()) ?? handover;
    return actOn('PUT', placeOf(kept), { receiver }, kept.version);
  });
  if (done !== null) onDone(done);
};

/** Somebody outside the region: a name, and a telephone to call them on. */
const Outside = (choosing: Choosing): JSX.Element => {
  const t = useText('patient-handover');
  const { handover, acting } = choosing;
  const outside = handover.receiver?.organisationId === null ? handover.receiver : null;
  const [name, setName] = useState(outside?.name ?? '');
  const [phone, setPhone] = useState(outside?.phone ?? '');
  return (
    <div className={styles.lines}>
      <TextField
        label={t('receiver.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={acting.wrong('receiver')}
      />
      <TextField
        label={t('receiver.phone')}
        value={phone}
        inputMode="tel"
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Button busy={acting.busy} onPress={() => void sendTo(choosing, { name, phone })}>
        {t('receiver.save')}
      </Button>
    </div>
  );
};

/** To whom it goes: in the region one of a list, or somebody outside it. */
export const ReceiverForm = (choosing: Choosing): JSX.Element => {
  const t = useText('patient-handover');
  const id = useId();
  const { receiver, receivers } = choosing.handover;
  const [chosen, setChosen] = useState(receiver === null ? '' : (receiver.organisationId ?? OUTSIDE));
  const choose = (value: string): void => {
    setChosen(value);
    if (value !== OUTSIDE && value !== '') void sendTo(choosing, { organisationId: value });
  };
  return (
    <div className={styles.lines}>
      <div className={styles.select}>
        <label htmlFor={id}>{t('receiver.who')}</label>
        <select id={id} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('receiver.choose')}</option>
          {receivers.map(({ organisationId, name }) => (
            <option key={organisationId} value={organisationId}>
              {name}
            </option>
          ))}
          <option value={OUTSIDE}>{t('receiver.outside')}</option>
        </select>
      </div>
      {chosen === OUTSIDE && <Outside {...choosing} />}
      <Refused problem={choosing.acting.problem} />
    </div>
  );
};
