import type { Chair, HalfDay, Room, Treatment } from './types.ts';

/** A visit with its start, and what of it is settled already. */
export interface Started {
  readonly treatment: Treatment;
  /** Minutes after opening. */
  readonly start: number;
  /** Chairs that stay as they are; null: to be chosen. */
  readonly chairs: readonly number[] | null;
  /** Nurses who were to do this, or did it for the same person before: one of them, when it can be. */
  readonly known: readonly string[];
}

/** On which chairs and by which nurse, for each visit in the order they were handed in. */
export interface Seating {
  readonly chairs: readonly (readonly number[])[];
  readonly nurses: readonly string[];
}

/** A stretch of time that wants one of the candidates for itself alone. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  /** Best first. */
  readonly candidates: readonly number[];
}

const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.until && b.from < a.until;

const MOST_TRIES = 20_000;

/**
 * Gives every stretch a candidate that nobody else has at that time, or answers null. It looks at the stretches in time
 * and turns back where it gets stuck; so few are in one half-day that the limit on tries is never met in earnest.
 */
const share = (stretches: readonly Stretch[], count: number): number[] | null => {
  const at = (index: number): Stretch => stretches[index] as Stretch;
  // Who has least to choose from goes first at the same moment.
  const order = stretches
    .map((_, index) => index)
    .sort((a, b) => at(a).from - at(b).from || at(a).candidates.length - at(b).candidates.length || a - b);
  const chosen = new Array<number>(stretches.length).fill(-1);
  const taken = Array.from({ length: count }, (): Stretch[] => []);
  let tries = 0;
  const go = (depth: number): boolean =>
    depth === order.length ||
    at(order[depth] as number).candidates.some((candidate) => tried(depth, candidate));
  const tried = (depth: number, candidate: number): boolean => {
    const stretch = at(order[depth] as number);
    const others = taken[candidate] as Stretch[];
    if (++tries > MOST_TRIES || others.some((other) => overlap(other, stretch))) return false;
    others.push(stretch);
    chosen[order[depth] as number] = candidate;
    if (go(depth + 1)) return true;
    others.pop();
    return false;
  };
  return go(0) ? chosen : null;
};

/** Who needs no bed takes a chair first: beds are few. */
const chairsFor = (chairs: readonly Chair[], room: Room, bed: boolean): number[] => {
  const indices = [...chairs.keys()].filter((at) => {
    const chair = chairs[at] as Chair;
    return chair.room === room && (chair.bed || !bed);
  });
  return indices.sort((a, b) => Number((chairs[a] as Chair).bed) - Number((chairs[b] as Chair).bed) || a - b);
};

const chairStretches = ({ chairs }: HalfDay, visits: readonly Started[]): Stretch[] =>
  visits.flatMap((visit) =>
    visit.treatment.seats.map(({ room, bed, from, until }, seat) => ({
      from: visit.start + from,
      until: visit.start + until,
      candidates: visit.chairs === null ? chairsFor(chairs, room, bed) : [visit.chairs[seat] as number],
    })),
  );

const nurseStretches = ({ nurses }: HalfDay, visits: readonly Started[]): Stretch[] =>
  visits.map(({ treatment, start, known }, turn) => {
    const able = [...nurses.keys()].filter((at) => nurses[at]?.competences.includes(treatment.competence));
    // In turns, so that one nurse does not do all set-ups; somebody known goes before that.
    const rank = (at: number): number =>
      (known.includes(nurses[at]?.id as string) ? 0 : nurses.length) + ((at + turn) % nurses.length);
    return {
      from: start,
      until: start + treatment.setUp,
      candidates: able.sort((a, b) => rank(a) - rank(b)),
    };
  });

/** Gives visits with a start their chairs and nurses, or answers null when there are none for all of them. */
export const seatVisits = (halfDay: HalfDay, visits: readonly Started[]): Seating | null => {
  const chairs = share(chairStretches(halfDay, visits), halfDay.chairs.length);
  if (chairs === null) return null;
  const nurses = share(nurseStretches(halfDay, visits), halfDay.nurses.length);
  if (nurses === null) return null;
  let next = 0;
  return {
    chairs: visits.map(({ treatment }) => {
      const own = chairs.slice(next, next + treatment.seats.length);
      next += treatment.seats.length;
      return own;
    }),
    nurses: nurses.map((at) => halfDay.nurses[at]?.id as string),
  };
};
