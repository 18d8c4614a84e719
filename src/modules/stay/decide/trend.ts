import type { Day } from '#kernel/calendar.ts';
import {
  type DayPart,
  type Observation,
  type ObservationKind,
  ROW_KINDS,
  type RowKind,
  type RowLimit,
} from '#modules/stay/types-observation.ts';
import { dropOf, isOut } from './observation.ts';
import { OBSERVATION_KINDS, ROW_LIMITS } from './observation-kinds.ts';
import { totalOf } from './scales.ts';

/** What the strip needs of an observation. */
export type Seen = Pick<Observation, 'kind' | 'day' | 'dayPart' | 'at' | 'measured'>;

/** One day of a row: one number, three meals, or null when nothing was seen. */
export interface TrendDay {
  readonly day: Day;
  readonly values: readonly (number | null)[] | null;
  readonly out: boolean;
}

/** A row of the strip. */
export interface TrendRow {
  readonly kind: RowKind;
  readonly limit: RowLimit | null;
  readonly days: readonly TrendDay[];
}

const MEALS: readonly DayPart[] = ['morning', 'afternoon', 'evening'];

const latest = (seen: readonly Seen[]): Seen =>
  seen.reduce((last, each) => (each.at >= last.at ? each : last));

const oneTenth = (value: number): number => Math.round(value * 10) / 10;

const numbers = (seen: readonly Seen[], key: string): number[] =>
  seen.map(({ measured }) => measured[key]).filter((value) => value !== undefined);

/** One number for a day out of what was seen of it; null: nothing that counts. */
const OF_DAY: Readonly<Record<Exclude<RowKind, 'meals'>, (seen: readonly Seen[]) => number | null>> = {
  // Who corrects the hours writes them again: the last counts.
  sleep: (seen) => latest(seen).measured['hours'] ?? null,
  // The deepest drop: one that was missed between two good ones makes somebody fall.
  'pressure-drop': (seen) => {
    const drops = seen.map(({ measured }) => dropOf(measured)).filter((drop) => drop !== null);
    return drops.length === 0 ? null : Math.min(...drops);
  },
  // The scale is filled in per shift; the day is the mean over its shifts.
  restlessness: (seen) => seen.reduce((sum, { measured }) => sum + totalOf('dos', measured), 0) / seen.length,
  // The furthest in one go.
  walking: (seen) => Math.max(...numbers(seen, 'metres')),
};

const NOTHING = { values: null, out: false } as const;

const mealsOf = (seen: readonly Seen[]): Omit<TrendDay, 'day'> => {
  const values = MEALS.map((part) => {
    const of = seen.filter(({ dayPart }) => dayPart === part);
    return of.length === 0 ? null : (latest(of).measured['part'] ?? null);
  });
  return { values, out: false };
};

const dayOf = (kind: RowKind, seen: readonly Seen[] | undefined): Omit<TrendDay, 'day'> => {
  if (seen === undefined) return NOTHING;
  if (kind === 'meals') return mealsOf(seen);
  const value = OF_DAY[kind](seen);
  // Judged before it is rounded for the eye: 2.96 is not 3.
  return value === null ? NOTHING : { values: [oneTenth(value)], out: isOut(kind, value) };
};

const rowOf = (kind: ObservationKind): RowKind | null => OBSERVATION_KINDS[kind].row;

/** The strip: what was seen, per row and day. One pass over the observations, whatever their order. */
export const trendOf = (seen: readonly Seen[], days: readonly Day[]): readonly TrendRow[] => {
  const found = new Map<string, Seen[]>();
  for (const each of seen) {
    const row = rowOf(each.kind);
    if (row === null) continue;
    const key = `${row} ${each.day}`;
    const there = found.get(key);
    if (there === undefined) found.set(key, [each]);
    else there.push(each);
  }
  return ROW_KINDS.map((kind) => ({
    kind,
    limit: ROW_LIMITS[kind],
    days: days.map((day) => ({ day, ...dayOf(kind, found.get(`${kind} ${day}`)) })),
  }));
};
