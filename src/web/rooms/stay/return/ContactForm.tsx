import { type JSX, useId, useState } from 'react';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Return.module.css';
import type { ContactLine, ReturnActs } from './use-return.ts';

const SCORES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
type Score = (typeof SCORES)[number];
type YesNo = 'yes' | 'no';

const asked = (answer: boolean | null): YesNo | null => {
  if (answer === null) return null;
  return answer ? 'yes' : 'no';
};
const meant = (answer: YesNo | null): boolean | null => (answer === null ? null : answer === 'yes');

const Asked = ({
  label,
  value,
  onChange,
}: {
  label: string;
  value: YesNo | null;
  onChange: (value: YesNo) => void;
}): JSX.Element => {
  const t = useText('return');
  return (
    <div className={styles.asked}>
      <span>{label}</span>
      <ChipToggles<YesNo>
        label={label}
        one
        shape="joined"
        chips={[
          { value: 'yes', label: t('answer.yes') },
          { value: 'no', label: t('answer.no') },
        ]}
        values={value === null ? [] : [value]}
        onChange={([next]) => next !== undefined && onChange(next)}
      />
    </div>
  );
};

const useContactDraft = (contact: ContactLine) => {
  const { actor } = useSignedIn();
  const [reached, setReached] = useState(asked(contact.reached));
  const [ownHome, setOwnHome] = useState(asked(contact.ownHome));
  const [readmitted, setReadmitted] = useState(asked(contact.readmitted));
  const [score, setScore] = useState<Score | null>(SCORES[(contact.score ?? 0) - 1] ?? null);
  const [words, setWords] = useState(contact.words);
  const [byName, setByName] = useState(contact.byName ?? actor.name);
  const spoken = reached === 'yes';
  const told = {
    ...{ byName: byName.trim(), reached: spoken, words: words.trim() },
    ownHome: spoken ? meant(ownHome) : null,
    readmitted: spoken ? meant(readmitted) : null,
    score: spoken && score !== null ? Number(score) : null,
  };
  const complete = reached !== null && byName.trim().length >= 2 && (!spoken || ownHome !== null);
  const values = { reached, ownHome, readmitted, score, words, byName };
  return {
    ...values,
    told,
    complete,
    spoken,
    setReached,
    setOwnHome,
    setReadmitted,
    setScore,
    setWords,
    setByName,
  };
};

const HowItGoes = ({ draft }: { draft: ReturnType<typeof useContactDraft> }): JSX.Element => {
  const t = useText('return');
  return (
    <>
      <Asked label={t('field.ownHome')} value={draft.ownHome} onChange={draft.setOwnHome} />
      <Asked label={t('field.readmitted')} value={draft.readmitted} onChange={draft.setReadmitted} />
      <div className={styles.asked}>
        <span>{t('field.score')}</span>
        <ChipToggles<Score>
          label={t('field.score')}
          one
          shape="box"
          chips={SCORES.map((value) => ({ value, label: value }))}
          values={draft.score === null ? [] : [draft.score]}
          onChange={([next]) => draft.setScore(next ?? null)}
        />
      </div>
    </>
  );
};

/** How it goes: reached or not, at home or not, a figure and words. What was not asked may stay empty. */
export const ContactForm = ({
  contact,
  label,
  acts,
  onDone,
}: {
  contact: ContactLine;
  label: string;
  acts: ReturnActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('return');
  const id = useId();
  const draft = useContactDraft(contact);
  const save = async (): Promise<void> => {
    if (await acts.tell(contact, draft.told, t('contact.saved'))) onDone();
  };
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.complete && !acts.busy) void save();
      }}
    >
      <Asked label={t('field.reached')} value={draft.reached} onChange={draft.setReached} />
      {draft.spoken && <HowItGoes draft={draft} />}
      <div>
        <p id={id} className={styles.label}>
          {t('field.words')}
        </p>
        <TextArea
          labelledBy={id}
          rows={2}
          maxLength={500}
          value={draft.words}
          onChange={(event) => draft.setWords(event.currentTarget.value)}
        />
      </div>
      <TextField
        label={t('field.by')}
        value={draft.byName}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => draft.setByName(event.currentTarget.value)}
      />
      <div className={styles.formActs}>
        <Button submit look="primary" busy={acts.busy} blocked={!draft.complete}>
          {t('act.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('act.cancel')}
        </Button>
        {!draft.complete && <span className={styles.why}>{t('contact.why')}</span>}
      </div>
    </form>
  );
};
