import { type JSX, useState } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayForm } from './use-stay-acts.ts';
import { useToday } from './use-today.ts';

const bodyOf = ({ readyDay, wlzDecision, wlzSince }: StayView['ready']): object => ({
  readyDay,
  wlzDecision,
  ...(wlzSince === null ? {} : { wlzSince }),
});

/** From which day somebody could go, and whether there is a decision for long-term care. */
export const ReadyForm = ({ stay, acts, onDone }: StayForm): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const today = useToday(stay.zone);
  const [readyDay, setReadyDay] = useState(stay.ready.readyDay ?? today);
  const [decided, setDecided] = useState(stay.ready.wlzDecision);
  const [since, setSince] = useState(stay.ready.wlzSince ?? today);
  const send = async (): Promise<void> => {
    const ready = {
      readyDay: readyDay === '' ? null : readyDay,
      wlzDecision: decided,
      wlzSince: decided ? since : null,
    };
    const done = await acts.act({
      path: 'ready',
      body: bodyOf(ready),
      version: stay.version,
      done: t('ready.done'),
      undo: ({ version }) => ({ path: 'ready', body: bodyOf(stay.ready), version }),
    });
    if (done) onDone();
  };
  const now = stay.ready.readyDay === null ? t('ready.notYet') : words.day(stay.ready.readyDay);
  return (
    <PartForm acts={acts} act={t('form.keep')} now={now} onSend={() => void send()} onStop={onDone}>
      <div className={styles.fields}>
        <TextField
          label={t('ready.from')}
          type="date"
          hint={t('ready.hint')}
          min={stay.arrivedDay}
          value={readyDay}
          error={acts.wrong('readyDay')}
          onChange={(event) => setReadyDay(event.currentTarget.value)}
        />
        {decided && (
          <TextField
            label={t('ready.wlzSince')}
            type="date"
            max={today}
            value={since}
            error={acts.wrong('wlzSince')}
            onChange={(event) => setSince(event.currentTarget.value)}
          />
        )}
      </div>
      <ChipToggles
        label={t('ready.wlz')}
        chips={[{ value: 'decided', label: t('ready.decided') }]}
        values={decided ? ['decided'] : []}
        onChange={(values) => setDecided(values.length > 0)}
      />
    </PartForm>
  );
};
