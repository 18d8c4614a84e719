import { type JSX, useState } from 'react';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { momentTyped, typedMoment } from '#web/i18n/typed-moment.ts';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayActs } from './use-stay-acts.ts';

/** Another moment for something: one field, one verb. `send` answers whether it was done. */
export const MomentForm = ({
  acts,
  zone,
  start,
  label,
  act,
  path,
  send,
  onDone,
}: {
  acts: StayActs;
  zone: string;
  start: Instant;
  label: string;
  act: string;
  /** The field as the server names it. */
  path: string;
  send: (at: string) => Promise<boolean>;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const [typed, setTyped] = useState(typedMoment(start, zone));
  const [asked, setAsked] = useState(false);
  const at = momentTyped(typed, zone);
  const missing = asked && at === null ? t('form.moment') : null;
  const press = (): void => {
    setAsked(true);
    if (at === null) return;
    void send(isoFromInstant(at)).then((done) => {
      if (done) onDone();
    });
  };
  return (
    <PartForm acts={acts} act={act} onSend={press} onStop={onDone}>
      <div className={styles.fields}>
        <TextField
          label={label}
          type="datetime-local"
          value={typed}
          error={missing ?? acts.wrong(path)}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
    </PartForm>
  );
};
