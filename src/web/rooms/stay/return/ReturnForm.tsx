import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Return.module.css';
import type { ReturnActs, ReturnLine } from './use-return.ts';

const STATES = ['open', 'asked', 'arranged', 'not-needed'] as const;

/** How far one thing is, who does it and from which day; in the place where it stands. */
export const ReturnForm = ({
  line,
  acts,
  onDone,
}: {
  line: ReturnLine;
  acts: ReturnActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('return');
  const [state, setState] = useState(line.state);
  const [who, setWho] = useState(line.who);
  const [fromDay, setFromDay] = useState(line.fromDay ?? '');
  const [note, setNote] = useState(line.note);
  const item = t(`item.${line.item}`);
  const save = async (): Promise<void> => {
    const change = { state, who: who.trim(), fromDay: fromDay === '' ? null : fromDay, note: note.trim() };
    if (await acts.change(line, change, t('done.changed', { item }))) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={item}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!acts.busy) void save();
      }}
    >
      <ChipToggles
        label={t('field.state')}
        one
        shape="joined"
        chips={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        values={[state]}
        onChange={([next]) => setState(next ?? state)}
      />
      <div className={styles.fields}>
        <TextField
          label={t(`who.${line.item}`)}
          value={who}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setWho(event.currentTarget.value)}
        />
        <TextField
          label={t('field.from')}
          type="date"
          value={fromDay}
          onChange={(event) => setFromDay(event.currentTarget.value)}
        />
      </div>
      <TextField
        label={t('field.note')}
        value={note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={styles.formActs}>
        <Button submit look="primary" busy={acts.busy}>
          {t('act.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
};
