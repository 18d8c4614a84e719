import { type JSX, useId, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import styles from './Dialog.module.css';

/** A sentence in the nurse's own words; it goes to the specialist as it stands. */
export const NoteForm = ({
  label,
  submit,
  onSay,
}: {
  label: string;
  submit: string;
  onSay: (note: string) => Promise<boolean>;
}): JSX.Element => {
  const id = useId();
  const [note, setNote] = useState('');
  const said = note.trim();
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '') void onSay(said).then((kept) => kept && setNote(''));
      }}
    >
      <span id={id} className={styles.label}>
        {label}
      </span>
      <TextArea
        labelledBy={id}
        rows={2}
        maxLength={500}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <Button submit size="large" blocked={said === ''}>
        {submit}
      </Button>
    </form>
  );
};
