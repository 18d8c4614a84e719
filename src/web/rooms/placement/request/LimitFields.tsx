import { type JSX, useId } from 'react';
import { LEGAL_TITLES, type LegalTitle } from '#kernel/limits.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { faultText } from './field.ts';
import styles from './Marks.module.css';
import type { Asking } from './Questions.tsx';

/** On which ground somebody may stay on a closed ward; a ward may not take everybody. */
export const TitleField = ({ draft, change }: Asking): JSX.Element => {
  const t = useText('request');
  const id = useId();
  return (
    <div className={styles.limit}>
      <h4 id={id}>{t('title.question')}</h4>
      <ChoiceCards<LegalTitle>
        labelledBy={id}
        columns={2}
        value={draft.legalTitle}
        onChange={(legalTitle) => change({ legalTitle })}
        choices={LEGAL_TITLES.map((value) => ({
          value,
          title: t(`title.${value}`),
          line: t(`title.${value}Line`),
        }))}
      />
      <p className={styles.note}>{t('title.later')}</p>
    </div>
  );
};

/** What is spoken most after Dutch; any other is typed. */
const LANGUAGES = ['Engels', 'Turks', 'Arabisch', 'Fries', 'Pools', 'Papiaments'] as const;

const sameWord = (a: string, b: string): boolean => a.trim().toLowerCase() === b.toLowerCase();

/** The language, when it is not Dutch. Its name is sent in Dutch, as houses wrote down theirs. */
const LanguageField = ({ draft, change }: Asking): JSX.Element => {
  const t = useText('request');
  const chips = LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }));
  const chosen = LANGUAGES.filter((value) => sameWord(draft.language, value));
  return (
    <div className={styles.limit}>
      <h4>{t('marks.language')}</h4>
      <ChipToggles<(typeof LANGUAGES)[number]>
        label={t('marks.language')}
        chips={chips}
        values={chosen}
        onChange={(values) => change({ language: values.at(-1) ?? '' })}
      />
      <TextField
        label={t('language.other')}
        placeholder={t('marks.languageExample')}
        maxLength={40}
        value={chosen.length > 0 ? '' : draft.language}
        onChange={(event) => change({ language: event.currentTarget.value })}
      />
    </div>
  );
};

/** The insurer by its number: not every house has a contract with every insurer. */
const InsurerField = ({ draft, faults, change }: Asking): JSX.Element => {
  const t = useText('request');
  return (
    <div className={styles.insurer} data-field="uzovi">
      <TextField
        label={t('insurer.title')}
        hint={t('insurer.hint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        placeholder={t('insurer.example')}
        value={draft.uzovi}
        error={faultText(faults, 'uzovi', t)}
        onChange={(event) => change({ uzovi: event.currentTarget.value })}
      />
    </div>
  );
};

/** What keeps some houses out and is seldom asked: stands behind `Meer`, and stays once it is filled in. */
export const LimitFields = (asking: Asking): JSX.Element => (
  <div className={styles.limits}>
    <LanguageField {...asking} />
    <InsurerField {...asking} />
  </div>
);
