import { type JSX, useState } from 'react';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './SocialMap.module.css';

/** What somebody looks for. It stays on the screen and out of its address. */
export interface Looking {
  readonly need: string;
  readonly pc4: string;
  readonly age: string;
  readonly only: readonly Only[];
  readonly language: string;
}

const ONLY = ['open', 'room', 'free'] as const;
/** What results may be narrowed to: open now, room, without costs. */
export type Only = (typeof ONLY)[number];

const LANGUAGES = [
  { value: '', label: 'Nederlands' },
  { value: 'en', label: 'English' },
  { value: 'tr', label: 'Türkçe' },
  { value: 'pl', label: 'Polski' },
  { value: 'ar', label: 'العربية' },
  { value: 'uk', label: 'Українська' },
  { value: 'ti', label: 'Tigrinya' },
];

/** Nothing was asked yet. */
export const NOTHING: Looking = { need: '', pc4: '', age: '', only: [], language: '' };

const isPc4 = (text: string): boolean => text === '' || /^[1-9]\d{3}$/.test(text);
const isAge = (text: string): boolean => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 120);

const EXAMPLES = ['sleep', 'money', 'lonely', 'papers'] as const;

/** Examples to begin with, and what the results may be narrowed to. */
const Narrow = ({
  looking,
  onNarrow,
}: {
  looking: Looking;
  onNarrow: (part: Partial<Looking>) => void;
}): JSX.Element => {
  const t = useText('social-map');
  return (
    <div className={styles.chips}>
      {looking.need === '' && (
        <ChipToggles
          label={t('examples')}
          chips={EXAMPLES.map((value) => ({ value: t(`example.${value}`), label: t(`example.${value}`) }))}
          values={[]}
          onChange={([need = '']) => onNarrow({ need })}
        />
      )}
      <ChipToggles
        label={t('only.label')}
        shape="box"
        chips={ONLY.map((value) => ({ value, label: t(`only.${value}`) }))}
        values={looking.only}
        onChange={(only) => onNarrow({ only })}
      />
      <ChipToggles
        label={t('language')}
        shape="joined"
        one
        scroll
        chips={LANGUAGES}
        values={[looking.language]}
        onChange={([language = '']) => onNarrow({ language })}
      />
    </div>
  );
};

/** Asks what is the matter, in one's own words, and for whom. */
export const SearchForm = ({
  looking,
  onLook,
}: {
  looking: Looking;
  onLook: (looking: Looking) => void;
}): JSX.Element => {
  const t = useText('social-map');
  const [draft, setDraft] = useState(looking);
  const right = isPc4(draft.pc4) && isAge(draft.age);
  const change = (part: Partial<Looking>): void => setDraft((before) => ({ ...before, ...part }));
  const narrow = (part: Partial<Looking>): void => {
    change(part);
    if (right) onLook({ ...draft, ...part });
  };
  return (
    <Panel>
      <search>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (right) onLook(draft);
          }}
        >
          <div className={styles.need}>
            <TextField
              label={t('need')}
              hint={t('needHint')}
              type="search"
              autoComplete="off"
              maxLength={200}
              value={draft.need}
              onChange={(event) => change({ need: event.currentTarget.value })}
            />
          </div>
          <TextField
            label={t('pc4')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            error={isPc4(draft.pc4) ? null : t('pc4Wrong')}
            value={draft.pc4}
            onChange={(event) => change({ pc4: event.currentTarget.value })}
          />
          <TextField
            label={t('age')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            error={isAge(draft.age) ? null : t('ageWrong')}
            value={draft.age}
            onChange={(event) => change({ age: event.currentTarget.value })}
          />
          <Button submit look="primary" size="large" icon="search" blocked={!right}>
            {t('look')}
          </Button>
        </form>
      </search>
      <Narrow looking={looking} onNarrow={narrow} />
    </Panel>
  );
};
