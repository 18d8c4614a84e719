import {
  type Chair,
  GRID,
  type HalfDay,
  LEAST_NURSES,
  MARGIN,
  type Room,
  type Seat,
  type Treatment,
} from './types.ts';

/** How long somebody is in the house. */
export const lengthOf = ({ setUp, running, observation }: Treatment): number => setUp + running + observation;

/** A stretch of minutes of a visit, after its start, that takes so much of something. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly takes: number;
}

/** Something of which a half-day has only so much at every moment. */
interface Resource {
  readonly has: number;
  readonly taken: (treatment: Treatment) => readonly Stretch[];
}

/**
 * One line that the visits of a half-day together may not cross: between two moments each visit takes at least so much
 * of a resource wherever it starts, and the half-day has no more than that. It is never wrong to ask this of a plan;
 * whether an order exists is proven afterwards.
 */
export interface CapacityRow {
  readonly from: number;
  readonly until: number;
  readonly has: number;
  /** For each treatment what a visit takes at least. */
  readonly takes: Float64Array;
  readonly resource: Resource;
}

const NEED_STEP = 15;

const chairsOf = (chairs: readonly Chair[], room: Room, bed: boolean): number =>
  chairs.filter((chair) => chair.room === room && (!bed || chair.bed)).length;

const seatStretches =
  (room: Room, bed: boolean) =>
  ({ seats }: Treatment): readonly Stretch[] =>
    seats
      .filter((seat: Seat) => seat.room === room && (!bed || seat.bed))
      .map(({ from, until }) => ({ from, until, takes: 1 }));

/** What nurses do is counted in parts that are whole for every ratio, so that sums are exact. */
const leastCommon = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => {
    let [a, b] = [sum, each];
    while (b !== 0) [a, b] = [b, a % b];
    return (sum / a) * each;
  }, 1);

const resourcesOf = (halfDay: HalfDay, treatments: readonly Treatment[]): Resource[] => {
  const parts = leastCommon(treatments.map(({ ratio }) => ratio));
  const competences = [...new Set(treatments.map(({ competence }) => competence))];
  const load = (each: Treatment): Stretch[] => [
    { from: 0, until: each.setUp, takes: parts },
    { from: each.setUp, until: lengthOf(each), takes: parts / each.ratio },
  ];
  return [
    ...(['treatment', 'living'] as const).flatMap((room) =>
      [false, true].map((bed) => ({
        has: chairsOf(halfDay.chairs, room, bed),
        taken: seatStretches(room, bed),
      })),
    ),
    { has: halfDay.nurses.length * parts, taken: load },
    ...competences.map((competence) => ({
      has: halfDay.nurses.filter((nurse) => nurse.competences.includes(competence)).length,
      taken: (each: Treatment): Stretch[] =>
        each.competence === competence ? [{ from: 0, until: each.setUp, takes: 1 }] : [],
    })),
  ];
};

/** How much a visit that starts then takes between two moments. */
const takenFrom = (stretches: readonly Stretch[], start: number, from: number, until: number): number => {
  let sum = 0;
  for (const each of stretches) {
    const shared = Math.min(until, start + each.until) - Math.max(from, start + each.from);
    if (shared > 0) sum += shared * each.takes;
  }
  return sum;
};

/** The last minute on which a visit may start. */
export const lastStart = (halfDay: HalfDay, treatment: Treatment): number =>
  halfDay.minutes - lengthOf(treatment) - MARGIN;

/** Whether a half-day could have this treatment at all, were it empty. */
export const isPossible = (halfDay: HalfDay, treatment: Treatment): boolean =>
  halfDay.nurses.length >= LEAST_NURSES &&
  lastStart(halfDay, treatment) >= 0 &&
  halfDay.nurses.some(({ competences }) => competences.includes(treatment.competence)) &&
  treatment.seats.every(({ room, bed }) => chairsOf(halfDay.chairs, room, bed) > 0);

const leastTaken = (halfDay: HalfDay, treatment: Treatment, row: Omit<CapacityRow, 'takes'>): number => {
  if (!isPossible(halfDay, treatment)) return 0;
  const stretches = row.resource.taken(treatment);
  if (stretches.length === 0) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start <= lastStart(halfDay, treatment) && least > 0; start += GRID)
    least = Math.min(least, takenFrom(stretches, start, row.from, row.until));
  return least;
};

/** Whether a row says nothing that the other does not say already. */
const isSaidBy = (row: CapacityRow, other: CapacityRow): boolean =>
  row.takes.every((takes, t) => takes * other.has <= (other.takes[t] as number) * row.has);

const withoutSaid = (rows: readonly CapacityRow[]): CapacityRow[] => {
  const kept: CapacityRow[] = [];
  for (const row of rows) {
    if (kept.some((other) => isSaidBy(row, other))) continue;
    for (let at = kept.length - 1; at >= 0; at--)
      if (isSaidBy(kept[at] as CapacityRow, row)) kept.splice(at, 1);
    kept.push(row);
  }
  return kept;
};

/** All rows of a half-day that say something. */
export const capacityRows = (halfDay: HalfDay, treatments: readonly Treatment[]): CapacityRow[] => {
  const rows: CapacityRow[] = [];
  if (halfDay.nurses.length < LEAST_NURSES) return rows;
  for (const resource of resourcesOf(halfDay, treatments))
    for (let from = 0; from < halfDay.minutes; from += NEED_STEP)
      for (let until = from + NEED_STEP; until <= halfDay.minutes; until += NEED_STEP) {
        const row = { resource, from, until, has: resource.has * (until - from) };
        const takes = Float64Array.from(treatments, (each) => leastTaken(halfDay, each, row));
        if (takes.some((each) => each > 0)) rows.push({ ...row, takes });
      }
  return withoutSaid(rows);
};

/** What a visit that stands takes of a row, from the minute it starts. */
export const lockedTakes = (row: CapacityRow, treatment: Treatment, start: number): number =>
  takenFrom(row.resource.taken(treatment), start, row.from, row.until);
