import { type JSX, useId, useState } from 'react';
import type { ReturnView } from '#modules/stay/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Return.module.css';
import type { ContactLine, ReturnActs } from './use-return.ts';

const SCORES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
type Score = (typeof SCORES)[number];
type YesNo = 'yes' | 'no';
type Back = ReturnView['back'];

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

/** What the house knows itself is filled in beforehand; who calls asks it, and says what it is. */
const knownOf = (
  contact: ContactLine,
  back: Back,
): { readonly ownHome: YesNo | null; readonly again: YesNo | null } =>
  contact.doneAt === null && back !== null
    ? { ownHome: back.stillThere ? 'no' : null, again: 'yes' }
    : { ownHome: asked(contact.ownHome), again: asked(contact.readmitted) };

const useContactDraft = (contact: ContactLine, back: Back) => {
  const { actor } = useSignedIn();
  const [reached, setReached] = useState(asked(contact.reached));
  const [known] = useState(() => knownOf(contact, back));
  const [ownHome, setOwnHome] = useState(known.ownHome);
  const [readmitted, setReadmitted] = useState(known.again);
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
  back,
  label,
  acts,
  onDone,
}: {
  contact: ContactLine;
  back: Back;
  label: string;
  acts: ReturnActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('return');
  const format = useFormat();
  const id = useId();
  const draft = useContactDraft(contact, back);
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
      {back !== null && contact.doneAt === null && (
        <p className={styles.known}>
          {t(back.stillThere ? 'contact.backNow' : 'contact.backThen', {
            day: format.day(noonOf(back.day)),
            where: back.where,
          })}
        </p>
      )}
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
