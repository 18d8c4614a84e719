import type { JSX } from 'react';
import {
  bandOf,
  type DayPart,
  OBSERVATION_KINDS,
  SCALES,
  type ScaleSpec,
  totalOf,
} from '#modules/stay/types.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { type Draft, isTicked, readNumber, type Wrongs } from './draft.ts';
import styles from './Seen.module.css';

interface Fields {
  readonly draft: Draft;
  readonly wrongs: Wrongs;
  readonly onChange: (change: Partial<Draft>) => void;
}

const useSaid = (wrongs: Wrongs) => {
  const t = useText('observation');
  return (field: string): string | null => {
    const wrong = wrongs[field];
    return wrong === undefined ? null : t(`wrong.${wrong.says}`, wrong.blanks);
  };
};

const Wrong = ({ says }: { says: string | null }): JSX.Element | null =>
  says === null ? null : (
    <p className={styles.wrong} role="alert">
      <Icon name="circle-alert" size={15} />
      {says}
    </p>
  );

const PARTS = [
  ['0', 'none'],
  ['0.5', 'half'],
  ['1', 'full'],
] as const;

/** A meal: which one, and how much of it went. */
const Meal = ({ draft, wrongs, onChange }: Fields): JSX.Element => {
  const t = useText('observation');
  const said = useSaid(wrongs);
  return (
    <>
      <div>
        <p className={styles.label}>{t('observe.eaten')}</p>
        <ChipToggles
          label={t('observe.eaten')}
          one
          shape="box"
          chips={PARTS.map(([value, word]) => ({ value, label: t(`meal.${word}`) }))}
          values={[draft.numbers['part'] ?? '']}
          onChange={([part = '']) => onChange({ numbers: { part } })}
        />
        <Wrong says={said('numbers.part')} />
      </div>
      <div>
        <p className={styles.label}>{t('observe.meal')}</p>
        <ChipToggles<DayPart>
          label={t('observe.meal')}
          one
          shape="box"
          chips={OBSERVATION_KINDS.meal.parts.map((value) => ({ value, label: t(`mealOf.${value}`) }))}
          values={draft.part === null ? [] : [draft.part]}
          onChange={([part]) => onChange({ part: part ?? null })}
        />
      </div>
    </>
  );
};

/** Lying and standing, and how far it drops while one types. */
const Drop = ({ draft }: { draft: Draft }): JSX.Element | null => {
  const t = useText('observation');
  const lying = readNumber(draft.numbers['lying'] ?? '');
  const standing = readNumber(draft.numbers['standing'] ?? '');
  if (typeof lying !== 'number' || typeof standing !== 'number') return null;
  return (
    <p className={styles.total} role="status">
      {t('measured.drop', { number: String(standing - lying).replace('-', '−') })}
    </p>
  );
};

const Numbers = ({ draft, wrongs, onChange }: Fields): JSX.Element => {
  const t = useText('observation');
  const said = useSaid(wrongs);
  const { numbers } = OBSERVATION_KINDS[draft.kind];
  return (
    <div className={styles.numbers}>
      {numbers.map(({ key, needed }) => (
        <TextField
          key={key}
          label={t(needed ? `field.${key}` : 'field.maybe', { field: t(`field.${key}`) })}
          inputMode="decimal"
          autoComplete="off"
          value={draft.numbers[key] ?? ''}
          error={said(`numbers.${key}`)}
          onChange={(event) => onChange({ numbers: { ...draft.numbers, [key]: event.currentTarget.value } })}
        />
      ))}
      {draft.kind === 'blood-pressure' && <Drop draft={draft} />}
    </div>
  );
};

/** What the total says so far, while one ticks. */
const Total = ({ spec, draft }: { spec: ScaleSpec; draft: Draft }): JSX.Element => {
  const t = useText('observation');
  const language = currentLanguage();
  const total = totalOf(spec.scale, draft.points);
  const open = isTicked(draft.kind)
    ? 0
    : spec.items.filter(({ code }) => draft.points[code] === undefined).length;
  const band = bandOf(spec.scale, total);
  return (
    <p className={styles.total} role="status" data-out={(open === 0 && band.out) || undefined}>
      <b>{t('scale.total', { total, of: spec.of })}</b>{' '}
      {open === 0 ? band[language] : t('scale.open', { count: open })}
    </p>
  );
};

const Scale = ({ spec, draft, wrongs, onChange }: Fields & { spec: ScaleSpec }): JSX.Element => {
  const t = useText('observation');
  const language = currentLanguage();
  const said = useSaid(wrongs);
  const set = (code: string, points: number): void =>
    onChange({ points: { ...draft.points, [code]: points } });
  return (
    <fieldset className={styles.scale}>
      <legend>{t(`scale.${spec.scale}`)}</legend>
      <ul data-ticked={isTicked(draft.kind) || undefined}>
        {spec.items.map((item) => (
          <li key={item.code}>
            {isTicked(draft.kind) ? (
              <label>
                <input
                  type="checkbox"
                  checked={draft.points[item.code] === 1}
                  onChange={(event) => set(item.code, event.currentTarget.checked ? 1 : 0)}
                />
                {item[language]}
              </label>
            ) : (
              <>
                <span>{item[language]}</span>
                <ChipToggles
                  label={item[language]}
                  one
                  shape="joined"
                  chips={Array.from({ length: item.max + 1 }, (_, points) => ({
                    value: String(points),
                    label: String(points),
                  }))}
                  values={[String(draft.points[item.code] ?? '')]}
                  onChange={([points]) => set(item.code, Number(points))}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <Total spec={spec} draft={draft} />
      <Wrong says={said('points')} />
    </fieldset>
  );
};

const LAB = ['name', 'value', 'unit', 'low', 'high'] as const;

/** A result as the laboratory gave it, with its own range. */
const LabFields = ({ draft, wrongs, onChange }: Fields): JSX.Element => {
  const t = useText('observation');
  const said = useSaid(wrongs);
  return (
    <>
      <ChipToggles<Draft['sample']>
        label={t('lab.sample')}
        one
        shape="box"
        chips={[
          { value: 'blood', label: t('lab.blood') },
          { value: 'urine', label: t('lab.urine') },
        ]}
        values={[draft.sample]}
        onChange={([sample = 'blood']) => onChange({ sample })}
      />
      <div className={styles.numbers}>
        {LAB.map((key) => (
          <TextField
            key={key}
            label={t(`lab.${key}`)}
            autoComplete="off"
            inputMode={key === 'name' || key === 'unit' ? 'text' : 'decimal'}
            value={draft.lab[key]}
            maxLength={60}
            error={said(`lab.${key}`)}
            onChange={(event) => onChange({ lab: { ...draft.lab, [key]: event.currentTarget.value } })}
          />
        ))}
      </div>
    </>
  );
};

/** Only the fields that belong to what was seen. */
export const KindFields = (fields: Fields): JSX.Element | null => {
  const { kind } = fields.draft;
  const { scale, numbers } = OBSERVATION_KINDS[kind];
  if (kind === 'meal') return <Meal {...fields} />;
  if (kind === 'lab') return <LabFields {...fields} />;
  if (scale !== null) return <Scale {...fields} spec={SCALES[scale]} />;
  return numbers.length === 0 ? null : <Numbers {...fields} />;
};
