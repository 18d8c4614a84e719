import type { Instant } from '#kernel/interval.ts';
import {
  type DayPart,
  type NumberSpec,
  OBSERVATION_KINDS,
  type ObservationKind,
  SCALES,
  type SeenBy,
} from '#modules/stay/types.ts';
import { momentTyped } from '#web/i18n/typed-moment.ts';

/** What somebody is writing down, as typed. */
export interface Draft {
  readonly kind: ObservationKind;
  readonly numbers: Readonly<Record<string, string>>;
  /** Points of the items of a scale. */
  readonly points: Readonly<Record<string, number>>;
  readonly lab: Readonly<Record<'name' | 'value' | 'unit' | 'low' | 'high', string>>;
  readonly sample: 'blood' | 'urine';
  readonly text: string;
  readonly seenBy: SeenBy;
  readonly name: string;
  readonly part: DayPart | null;
  /** `2026-10-22T09:40` by the clock of the house; null: now. */
  readonly when: string | null;
}

/** What is wrong with a field: the words, and what fills their blanks. */
export interface Wrong {
  readonly says:
    | 'number'
    | 'between'
    | 'missing'
    | 'choose'
    | 'items'
    | 'moment'
    | 'future'
    | 'before'
    | 'who'
    | 'text';
  readonly blanks: Readonly<Record<string, string | number>>;
}

/** Fields by name: `numbers.hours`, `points`, `lab.name`, `text`, `name`, `when`. */
export type Wrongs = Readonly<Record<string, Wrong>>;

/** An empty sheet for a kind; who sees stays who saw before. */
export const emptyDraft = (kind: ObservationKind, seenBy: SeenBy, name: string): Draft => ({
  kind,
  numbers: {},
  // A sign that is not ticked was not seen; where every item has grades, each must be chosen.
  points: {},
  lab: { name: '', value: '', unit: '', low: '', high: '' },
  sample: 'blood',
  text: '',
  seenBy,
  name,
  part: null,
  when: null,
});

/** A number as people type it: `6,5` or `6.5`. Undefined when empty, null when it is no number. */
export const readNumber = (typed: string): number | null | undefined => {
  const text = typed.trim().replace(',', '.').replace('−', '-');
  if (text === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
};

/** Are the items of this scale ticked (seen or not), or graded? */
export const isTicked = (kind: ObservationKind): boolean => {
  const { scale } = OBSERVATION_KINDS[kind];
  return scale !== null && SCALES[scale].items.every(({ max }) => max === 1);
};

const wrong = (says: Wrong['says'], blanks: Wrong['blanks'] = {}): Wrong => ({ says, blanks });

const numberWrong = (spec: NumberSpec, typed: string | undefined): Wrong | null => {
  const value = readNumber(typed ?? '');
  if (value === undefined) return spec.needed ? wrong(spec.unit === 'part' ? 'choose' : 'missing') : null;
  if (value === null) return wrong('number');
  return value < spec.min || value > spec.max ? wrong('between', { min: spec.min, max: spec.max }) : null;
};

const scaleWrongs = ({ kind, points }: Draft): Record<string, Wrong> => {
  const { scale } = OBSERVATION_KINDS[kind];
  if (scale === null || isTicked(kind)) return {};
  const open = SCALES[scale].items.filter(({ code }) => points[code] === undefined).length;
  return open === 0 ? {} : { points: wrong('items', { count: open }) };
};

const labWrongs = ({ kind, lab, text }: Draft): Record<string, Wrong> => {
  if (kind !== 'lab') return {};
  const wrongs: Record<string, Wrong> = {};
  if (lab.name.trim() === '') wrongs['lab.name'] = wrong('missing');
  for (const key of ['value', 'low', 'high'] as const)
    if (readNumber(lab[key]) === null) wrongs[`lab.${key}`] = wrong('number');
  if (readNumber(lab.value) === undefined && text.trim() === '') wrongs['lab.value'] = wrong('text');
  return wrongs;
};

const whenWrong = (when: string | null, stay: Within): Wrong | null => {
  if (when === null) return null;
  const at = momentTyped(when, stay.zone);
  if (at === null) return wrong('moment');
  if (at > stay.now) return wrong('future');
  return at < stay.arrivedAt ? wrong('before') : null;
};

/** Between when something can have been seen. */
export interface Within {
  readonly zone: string;
  readonly arrivedAt: Instant;
  readonly now: Instant;
}

/** Everything that is wrong with what was typed; empty when it can go. */
export const wrongsOf = (draft: Draft, within: Within): Wrongs => {
  const spec = OBSERVATION_KINDS[draft.kind];
  const wrongs: Record<string, Wrong> = { ...scaleWrongs(draft), ...labWrongs(draft) };
  for (const number of spec.numbers) {
    const found = numberWrong(number, draft.numbers[number.key]);
    if (found !== null) wrongs[`numbers.${number.key}`] = found;
  }
  if (spec.textNeeded && draft.text.trim() === '') wrongs['text'] = wrong('text');
  // A colleague is who writes; a daughter is not.
  if (draft.seenBy === 'family' && draft.name.trim() === '') wrongs['name'] = wrong('who');
  const when = whenWrong(draft.when, within);
  if (when !== null) wrongs['when'] = when;
  return wrongs;
};

const pointsOf = ({ kind, points }: Draft): Record<string, number> => {
  const { scale } = OBSERVATION_KINDS[kind];
  if (scale === null) return {};
  return Object.fromEntries(SCALES[scale].items.map(({ code }) => [code, points[code] ?? 0]));
};

const labOf = ({ kind, sample, lab }: Draft): object =>
  kind === 'lab'
    ? {
        lab: {
          sample,
          name: lab.name.trim(),
          value: readNumber(lab.value) ?? null,
          unit: lab.unit.trim(),
          low: readNumber(lab.low) ?? null,
          high: readNumber(lab.high) ?? null,
        },
      }
    : {};

/** What is sent, once nothing is wrong. */
export const bodyOf = (draft: Draft, zone: string): object => {
  const numbers = OBSERVATION_KINDS[draft.kind].numbers.flatMap(({ key }) => {
    const value = readNumber(draft.numbers[key] ?? '');
    return typeof value === 'number' ? [[key, value] as const] : [];
  });
  const at = draft.when === null ? null : momentTyped(draft.when, zone);
  return {
    kind: draft.kind,
    seenBy: draft.seenBy,
    ...(draft.name.trim() === '' ? {} : { name: draft.name.trim() }),
    ...(draft.part === null ? {} : { dayPart: draft.part }),
    ...(at === null ? {} : { at: new Date(at).toISOString() }),
    measured: { ...Object.fromEntries(numbers), ...pointsOf(draft) },
    ...labOf(draft),
    text: draft.text.trim(),
  };
};
