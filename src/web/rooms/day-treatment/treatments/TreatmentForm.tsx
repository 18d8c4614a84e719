import { type JSX, useId, useState } from 'react';
import type { TreatmentView } from '#modules/day-treatment/contract.ts';
import { COMPETENCES, type Competence } from '#modules/day-treatment/types.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { announce } from '#web/shell/announce.ts';
import { type Writing as FormWriting, useVersionForm } from '#web/shell/use-version-form.ts';
import versions from '#web/shell/Versions.module.css';
import styles from './Treatments.module.css';
import {
  bodyOf,
  draftOf,
  faultsOf,
  type LinesField,
  type TreatmentDraft,
  type TreatmentField,
} from './treatment-draft.ts';
import { useTreatmentAct } from './use-treatments.ts';

type Writing = FormWriting<TreatmentDraft, TreatmentField>;

const FIGURES = ['setUp', 'running', 'observation', 'ratio', 'labDays', 'pharmacyDays'] as const;
const CONDITIONS = ['firstInHospital', 'coldChain', 'weight'] as const;

const Figures = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('treatments');
  return (
    <div className={styles.row}>
      {FIGURES.map((field) => (
        <TextField
          key={field}
          label={t(`field.${field}`)}
          inputMode="numeric"
          autoComplete="off"
          value={draft[field]}
          error={wrong(field)}
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
        />
      ))}
    </div>
  );
};

const Chosen = ({ draft, wrong, change }: Writing): JSX.Element => {
  const t = useText('treatments');
  const fault = wrong('competences');
  return (
    <div className={styles.asked}>
      <span>{t('field.competences')}</span>
      <ChipToggles<Competence>
        label={t('field.competences')}
        chips={COMPETENCES.map((value) => ({ value, label: t(`competence.${value}`) }))}
        values={draft.competences}
        onChange={(competences) => change({ competences })}
      />
      {fault !== null && <p className={styles.fault}>{fault}</p>}
      <span>{t('before')}</span>
      <ChipToggles<(typeof CONDITIONS)[number]>
        label={t('before')}
        chips={CONDITIONS.map((value) => ({ value, label: t(`condition.${value}`) }))}
        values={CONDITIONS.filter((each) => draft[each])}
        onChange={(on) => change(Object.fromEntries(CONDITIONS.map((each) => [each, on.includes(each)])))}
      />
    </div>
  );
};

/** The clinic's own words, one thing on each line. */
const Lines = ({ field, draft, wrong, change }: Writing & { field: LinesField }): JSX.Element => {
  const t = useText('treatments');
  const id = useId();
  const fault = wrong(field);
  return (
    <div className={styles.lines}>
      <p id={id}>{t(`field.${field}`)}</p>
      <TextArea
        labelledBy={id}
        rows={4}
        hint={t('hint.lines')}
        value={draft[field]}
        aria-invalid={fault === null ? undefined : true}
        onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      />
      {fault !== null && <p className={styles.fault}>{fault}</p>}
    </div>
  );
};

/** A clinician signs the next version: begins with what counts now, with the clinic's own times and steps. */
export const TreatmentForm = ({
  treatment,
  onDone,
}: {
  treatment: TreatmentView;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('treatments');
  const { actor } = useSignedIn();
  const title = useId();
  const [begun] = useState(treatment);
  const { busy, problem, act } = useTreatmentAct();
  const { form, writing, submit } = useVersionForm({
    begin: () => draftOf(begun.now?.body ?? begun.earlier[0]?.body ?? begun.draft),
    faultsOf,
    say: (fault) => t(`wrong.${fault}`),
    leave: t('leave'),
    onLeave: onDone,
    send: (draft) => {
      if (busy) return;
      act({ path: `${begun.code}/sign`, body: bodyOf(draft), version: begun.version }, () => {
        announce(t('done', { name: draft.name.trim() }));
        onDone();
      });
    },
  });
  return (
    <form ref={form} className={versions.form} aria-labelledby={title} noValidate onSubmit={submit}>
      <h3 id={title}>{t('formTitle', { version: begun.version + 1 })}</h3>
      <TextField
        label={t('field.name')}
        maxLength={100}
        autoComplete="off"
        value={writing.draft.name}
        error={writing.wrong('name')}
        onChange={({ currentTarget }) => writing.change({ name: currentTarget.value })}
      />
      <Figures {...writing} />
      <Chosen {...writing} />
      <Lines {...writing} field="reaction" />
      <Lines {...writing} field="emergency" />
      <Lines {...writing} field="preparation" />
      <p className={versions.quiet}>{t('signs', { who: actor.name, house: actor.organisation.name })}</p>
      <Refused problem={problem} />
      <div className={versions.acts}>
        <Button submit look="primary" icon="signature" busy={busy}>
          {t(busy ? 'busy' : 'sign')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('leave')}
        </Button>
      </div>
    </form>
  );
};
