import type { Day } from '#kernel/calendar.ts';
import { counts } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import { type Assigning, type Seat, type Sheet, seatOf, sheetOf } from './assign.ts';
import { headStart, NO_PLACE, unaskedWeight, type Waiting } from './assign-costs.ts';
import { NOBODY, solve } from './assign-solve.ts';
import {
  barrierOfUnit,
  isBarred,
  metresTo,
  phaseOf,
  type Question,
  startOf,
  wishWeight,
} from './question.ts';
import { CLOSED, FREE, HELD, type PlaceTable, UNKNOWN } from './table.ts';
import { answerWeight, figureWeight, SOON_WITHIN, WEIGHTS } from './weights.ts';

/** What is expected of a place that is taken now. */
export interface Later {
  /** The first day worth waiting for. */
  readonly day: Day;
  /** Chance that it is free that day, 0-1. */
  readonly chance: number;
  /** Days somebody waits on average, the chance that it does not come counted in. */
  readonly days: number;
  /** What that weighs, in metres somebody would travel farther instead. */
  readonly price: number;
}

/** How the row is looked at with what comes free in mind. */
export interface Ahead extends Assigning {
  /** What is expected of the place that comes free as number `rank` at this site (1: the first); null: nothing. */
  readonly later: (waiting: Waiting, siteId: string, rank: number) => Later | null;
  /** May somebody who can have a place now wait for this one instead? */
  readonly mayWait: (waiting: Waiting, later: Later) => boolean;
}

/** A place at a site that is expected to come free. Which bed it will be, nobody knows yet: it stands for one of them. */
export interface LaterSeat {
  readonly placeId: string;
  readonly siteId: string;
  readonly later: Later;
  /** In metres, with everything in it; to be held against `nowTotal` of the same move. */
  readonly total: number;
  /** As the crow flies, in metres; null when no address was given. */
  readonly metres: number | null;
}

/** What is best for one request, with what could be done instead. */
export interface Move {
  readonly id: string;
  readonly takes: 'now' | 'later' | 'none';
  /** The place now: what it takes, or what it lets go by waiting. */
  readonly now: Seat | null;
  /** What that place costs, held against `later.total`; null without one. */
  readonly nowTotal: number | null;
  /** The expected place: what it waits for, or the best it could wait for. */
  readonly later: LaterSeat | null;
}

/** One place a row may get: now, or when it comes free. */
interface Option {
  readonly place: number;
  readonly total: number;
  readonly later: Later | null;
}

/** Who has a place in the plan never loses it to somebody else. */
const NEVER_WITHOUT = 10 * NO_PLACE;

/** Can the plan give this place to somebody today, or within the days that count as soon? */
const isToBeHad = ({ places }: PlaceTable, place: number, now: Instant): boolean => {
  const [state, from] = [places.state[place] as number, places.availableFrom[place] as number];
  if (state === FREE || state === HELD) return from <= now;
  if (state === CLOSED || state === UNKNOWN) return false;
  return from > now && from <= now + SOON_WITHIN;
};

/** For a product: as which of its site each place comes free. What can be had already goes before; that has no number. */
const ranksFor = (table: PlaceTable, product: number, now: Instant): Map<number, number> => {
  const { places, units } = table;
  const bySite = Map.groupBy(
    table.buckets[product] as Int32Array,
    (place) => units.site[places.unit[place] as number] as number,
  );
  const ranks = new Map<number, number>();
  for (const own of bySite.values()) {
    const taken = own
      .filter((place) => !isToBeHad(table, place, now))
      .sort((a, b) => {
        const [one, other] = [places.availableFrom[a] as number, places.availableFrom[b] as number];
        return one === other ? a - b : one - other;
      });
    for (const [at, place] of taken.entries()) ranks.set(place, own.length - taken.length + at + 1);
  }
  return ranks;
};

/** Everything that stays true when a bed comes free: the needs, the room, the house. The hour of arrival is not asked yet. */
const mayLieThere = (q: Question, waiting: Waiting, place: number): boolean => {
  const unit = q.table.places.unit[place] as number;
  return (
    ((q.properties[place] as number) & q.needs) === q.needs &&
    !isBarred(q, place) &&
    !waiting.askedUnits.has(q.table.units.ids[unit] as string) &&
    counts(phaseOf(q, unit)) &&
    barrierOfUnit(q, unit) === null &&
    startOf(q, place) === Number.POSITIVE_INFINITY
  );
};

const laterOptions = (
  q: Question,
  waiting: Waiting,
  ranks: ReadonlyMap<number, number>,
  ahead: Ahead,
): Option[] => {
  const head = headStart(q, waiting);
  const always = head.urgency + head.waiting + head['passed-over'];
  const { units, sites, places } = q.table;
  return [...ranks].flatMap(([place, rank]): Option[] => {
    if (!mayLieThere(q, waiting, place)) return [];
    const unit = places.unit[place] as number;
    const site = units.site[unit] as number;
    const later = ahead.later(waiting, sites.ids[site] as string, rank);
    if (later === null) return [];
    const sureness = figureWeight(phaseOf(q, unit)) + answerWeight(units.answers[unit] as number);
    const near = metresTo(q, q.home, site) + wishWeight(q, site);
    const total = always + near + sureness + unaskedWeight(q, place) + Math.round(later.price);
    return [{ place, total, later }];
  });
};

/** Places to be had now. That one comes free within days weighs its hours here, not ten thousand kilometres. */
const nowOptions = ({ costs, questions }: Sheet, row: number): Option[] => {
  const q = questions[row] as Question;
  const [from, until] = [costs.starts[row] as number, costs.starts[row + 1] as number];
  return Array.from(costs.column.subarray(from, until), (place, at) => {
    const soon = (q.availableFrom[place] as number) > q.now && startOf(q, place) > q.from;
    return {
      place,
      total: (costs.cost[from + at] as number) - (soon ? WEIGHTS.soon : 0),
      later: null,
    };
  });
};

/** Seats all rows at once on their options. Answers the option of each row, or nothing. */
const solveOptions = (
  rows: readonly (readonly Option[])[],
  columns: number,
  none: Float64Array,
): (Option | null)[] => {
  const all = rows.flat();
  const starts = new Int32Array(rows.length + 1);
  for (const [row, options] of rows.entries()) starts[row + 1] = (starts[row] as number) + options.length;
  const seats = solve({
    ...{ rows: rows.length, columns, starts, none },
    column: Int32Array.from(all, ({ place }) => place),
    cost: Float64Array.from(all, ({ total }) => total),
  });
  return Array.from(seats, (entry) => (entry === NOBODY ? null : (all[entry] ?? null)));
};

const least = (options: readonly Option[]): Option | null =>
  options.reduce<Option | null>((best, one) => (best === null || one.total < best.total ? one : best), null);

/** What one row can choose from: its place in the plan, and what is worth waiting for. */
interface Choice {
  readonly own: Option | null;
  readonly now: readonly Option[];
  readonly later: readonly Option[];
}

const choicesOf = (table: PlaceTable, sheet: Sheet, ahead: Ahead): Choice[] => {
  const seats = solve(sheet.costs);
  const ranks = new Map<number, Map<number, number>>();
  return sheet.waiting.map((waiting, row) => {
    const q = sheet.questions[row] as Question;
    const known = ranks.get(q.product) ?? ranksFor(table, q.product, q.now);
    ranks.set(q.product, known);
    const now = nowOptions(sheet, row);
    const entry = seats[row] as number;
    const own = entry === NOBODY ? null : (now[entry - (sheet.costs.starts[row] as number)] ?? null);
    return { own, now, later: laterOptions(q, waiting, known, ahead) };
  });
};

/** Nobody is asked to wait for somebody else's sake: who has a place waits only for what is better for that same person. */
const optionsOf = ({ own, now, later }: Choice, waiting: Waiting, ahead: Ahead): Option[] => {
  if (own === null) return [...now, ...later];
  const better = later.filter(
    (option) => option.total < own.total && option.later !== null && ahead.mayWait(waiting, option.later),
  );
  return [own, ...better];
};

const laterSeat = (sheet: Sheet, row: number, option: Option | null): LaterSeat | null => {
  if (option?.later === null || option === null) return null;
  const q = sheet.questions[row] as Question;
  const { places, units, sites } = q.table;
  const site = units.site[places.unit[option.place] as number] as number;
  return {
    placeId: places.ids[option.place] as string,
    siteId: sites.ids[site] as string,
    later: option.later,
    total: option.total,
    metres: q.home && metresTo(q, q.home, site),
  };
};

/** What came out for one row: the option it takes, and which row each place goes to. */
interface Outcome {
  readonly taken: Option | null;
  readonly rowAt: Int32Array;
}

const moveOf = (sheet: Sheet, row: number, { own, later }: Choice, { taken, rowAt }: Outcome): Move => {
  const waits = taken !== null && taken.later !== null;
  const now = waits ? own : (taken ?? own);
  const open = later.filter(({ place }) => rowAt[place] === NOBODY || rowAt[place] === row);
  const takes = waits ? 'later' : 'now';
  return {
    id: (sheet.waiting[row] as Waiting).id,
    takes: taken === null ? 'none' : takes,
    now: now && seatOf(sheet, row, now.place, rowAt),
    nowTotal: now?.total ?? null,
    later: laterSeat(sheet, row, waits ? taken : least(open)),
  };
};

/**
 * Proposes for everybody who waits a place now, or to wait for one that is expected: the whole row at once, each place for
 * one person, all hard limits kept. Who has a place in the plan (`assignPlaces`) keeps it, or waits for one that is better
 * for that person with the waiting counted in; who has none may get the place that is let go. It places nobody.
 */
export const matchAhead = (table: PlaceTable, all: readonly Waiting[], ahead: Ahead): Move[] => {
  const sheet = sheetOf(table, all, ahead);
  const choices = choicesOf(table, sheet, ahead);
  const none = Float64Array.from(choices, ({ own }) => (own === null ? NO_PLACE : NEVER_WITHOUT));
  const options = choices.map((choice, row) => optionsOf(choice, sheet.waiting[row] as Waiting, ahead));
  const taken = solveOptions(options, table.places.ids.length, none);
  const rowAt = new Int32Array(table.places.ids.length).fill(NOBODY);
  for (const [row, option] of taken.entries()) if (option !== null) rowAt[option.place] = row;
  return sheet.waiting.map((_, row) =>
    moveOf(sheet, row, choices[row] as Choice, { taken: taken[row] ?? null, rowAt }),
  );
};
