import { type JSX, useId } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import {
  type AgreementRule,
  BOUNDS,
  type Chapter,
  lengthWords,
  type NumberRule,
  numberIn,
  RULE_WORDS,
  RULES,
} from '#modules/region/types.ts';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Draft, Rules } from './agreement-draft.ts';
import styles from './RuleFields.module.css';
import { read } from './words.ts';

/** What the fields work on: the draft, what it began with, and what is wrong in it. */
export interface Writing {
  readonly draft: Draft;
  readonly before: Rules;
  readonly among: Agreements;
  readonly faults: ReadonlyMap<AgreementRule | 'validFrom', { readonly nl: string; readonly en: string }>;
  readonly onType: (rule: NumberRule, text: string) => void;
  readonly onChoose: (chosen: Partial<Rules>) => void;
}

const COUNTS = /Offers$/;

const faultOf = ({ faults }: Writing, rule: AgreementRule): string | null => {
  const fault = faults.get(rule);
  return fault === undefined ? null : read(fault);
};

/** A number; below it what it says in words, and what it was. */
const NumberField = ({ rule, writing }: { rule: NumberRule; writing: Writing }): JSX.Element => {
  const t = useText('agreement');
  const { draft, before } = writing;
  const minutes = !COUNTS.test(rule);
  const [typed, was] = [Number(draft.typed[rule]), numberIn(before, rule)];
  const words = (value: number): string => (minutes ? read(lengthWords(value)) : String(value));
  const hints = [
    ...(minutes && typed > 0 && Number.isInteger(typed) ? [words(typed)] : []),
    ...(typed === was ? [] : [t('form.was', { was: words(was) })]),
  ];
  return (
    <div className={styles.number}>
      <TextField
        label={t(`rule.${rule}`)}
        inputMode="numeric"
        value={draft.typed[rule]}
        onChange={(event) => writing.onType(rule, event.target.value)}
        error={faultOf(writing, rule)}
        {...(hints.length === 0 ? {} : { hint: hints.join(' · ') })}
      />
    </div>
  );
};

type Choosing = 'autoNext' | 'crisisForAll' | 'choice' | 'waitingList' | 'goneBed';

const OPTIONS: Readonly<Record<Choosing, readonly Partial<Rules>[]>> = {
  autoNext: [{ autoNext: true }, { autoNext: false }],
  crisisForAll: [{ crisisForAll: false }, { crisisForAll: true }],
  choice: [{ choice: 'first' }, { choice: 'person' }],
  waitingList: [{ waitingList: true }, { waitingList: false }],
  goneBed: [{ goneBed: 'provider' }, { goneBed: 'desk' }],
};

/** One of two, each told as it will stand in the agreement. */
const ChoiceField = ({ rule, writing }: { rule: Choosing; writing: Writing }): JSX.Element => {
  const t = useText('agreement');
  const name = useId();
  const { chosen } = writing.draft;
  return (
    <fieldset className={styles.choice}>
      <legend>{t(`rule.${rule}`)}</legend>
      {OPTIONS[rule].map((option) => {
        const rules = { ...chosen, ...option };
        return (
          <label key={String(option[rule])}>
            <input
              type="radio"
              name={name}
              checked={chosen[rule] === option[rule]}
              onChange={() => writing.onChoose(option)}
            />
            <span>{read(RULE_WORDS[rule].says(rules, () => ''))}</span>
          </label>
        );
      })}
    </fieldset>
  );
};

const AdviserField = ({ writing }: { writing: Writing }): JSX.Element => {
  const t = useText('agreement');
  const id = useId();
  const { chosen } = writing.draft;
  return (
    <div className={styles.adviser}>
      <label htmlFor={id}>{t('rule.consultOrganisationId')}</label>
      <select
        id={id}
        value={chosen.consultOrganisationId ?? ''}
        onChange={({ target }) =>
          writing.onChoose({ consultOrganisationId: target.value === '' ? null : target.value })
        }
      >
        <option value="">{t('form.nobody')}</option>
        {writing.among.advisers.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  );
};

const Field = ({ rule, writing }: { rule: AgreementRule; writing: Writing }): JSX.Element => {
  const t = useText('agreement');
  if (rule in BOUNDS) return <NumberField rule={rule as NumberRule} writing={writing} />;
  if (rule in OPTIONS) return <ChoiceField rule={rule as Choosing} writing={writing} />;
  if (rule === 'consultOrganisationId') return <AdviserField writing={writing} />;
  return (
    <div className={styles.number}>
      <TextField
        label={t('rule.deskPhone')}
        type="tel"
        value={writing.draft.chosen.deskPhone}
        onChange={(event) => writing.onChoose({ deskPhone: event.target.value })}
        error={faultOf(writing, 'deskPhone')}
      />
    </div>
  );
};

/** The fields of one chapter: choices in full lines, numbers beside each other. */
export const RuleFields = ({ chapter, writing }: { chapter: Chapter; writing: Writing }): JSX.Element => (
  <div className={styles.fields}>
    {RULES.filter((rule) => RULE_WORDS[rule].chapter === chapter).map((rule) => (
      <Field key={rule} rule={rule} writing={writing} />
    ))}
  </div>
);
