import type { Instant } from '#kernel/interval.ts';
import type { Search } from './asked.ts';
import {
  arrivalAt,
  type Cost,
  costOf,
  headStart,
  NO_PLACE,
  placeParts,
  ranksOf,
  type Shares,
  unitParts,
  type Waiting,
} from './assign-costs.ts';
import { type Costs, NOBODY, solve, totalOf } from './assign-solve.ts';
import { metresTo, type Question, questionOf } from './question.ts';
import type { PlaceTable } from './table.ts';

/** One place for one who waits. */
export interface Seat {
  readonly placeId: string;
  readonly unitId: string;
  readonly siteId: string;
  readonly cost: Cost;
  /** When somebody could be there. */
  readonly from: Instant;
  /** It is yet to come free. */
  readonly soon: boolean;
  /** As the crow flies, in metres; null when no address was given. */
  readonly metres: number | null;
  readonly partnerMetres: number | null;
  /** Who gets it in the plan; null: nobody. */
  readonly givenTo: string | null;
}

/** What the plan proposes for one request. */
export interface Planned {
  readonly id: string;
  readonly place: Seat | null;
  /** The next best, one a unit, cheapest first; one that goes to somebody else says to whom. */
  readonly others: readonly Seat[];
}

/** What is proposed for everybody who waits. It places nobody. */
export interface Plan {
  /** In the order of the ids. */
  readonly rows: readonly Planned[];
  /** What it costs in sum, in metres; less is better. */
  readonly total: number;
}

/** How the whole row is looked at. */
export interface Assigning extends Search {
  /** How many next best places are told for each. */
  readonly others: number;
  /** Questions and promises that stand at each site now. */
  readonly plate: ReadonlyMap<string, number>;
}

/** Everything that was worked out: who asks in which row, and what each place (the columns) costs whom. */
export interface Sheet {
  readonly waiting: readonly Waiting[];
  readonly questions: readonly Question[];
  readonly costs: Costs;
  readonly shares: Shares;
}

/** The entries of all rows, as they are written down. */
interface Entries {
  readonly column: number[];
  readonly cost: number[];
}

/** Writes down all places that one who waits can have, and what they cost. */
const writeRow = (q: Question, waiting: Waiting, shares: Shares, { column, cost }: Entries): void => {
  const head = headStart(q, waiting);
  const always = head.urgency + head.waiting + head['passed-over'];
  const unitOf = q.table.places.unit;
  let [unit, ofUnit] = [-1, Number.POSITIVE_INFINITY];
  for (const place of q.table.buckets[q.product] as Int32Array) {
    if ((q.availableFrom[place] as number) > q.latest) continue;
    if (unitOf[place] !== unit) {
      unit = unitOf[place] as number;
      const parts = unitParts(q, waiting, unit, shares);
      ofUnit =
        parts === null
          ? Number.POSITIVE_INFINITY
          : parts.arrival + parts.distance + parts.wishes + parts.sureness + parts.spread;
    }
    if (ofUnit === Number.POSITIVE_INFINITY) continue;
    const own = placeParts(q, waiting, place, shares);
    if (own === null) continue;
    column.push(place);
    cost.push(always + ofUnit + own.arrival + own.fit + own.spread);
  }
};

/** Works out who asks in which row and what each place costs whom; the rows stand in the order of the ids. */
export const sheetOf = (table: PlaceTable, all: readonly Waiting[], assigning: Assigning): Sheet => {
  const waiting = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const questions = waiting.map(({ asked }) => questionOf(table, asked, assigning));
  const shares = { plate: assigning.plate, rank: ranksOf(table) };
  const entries: Entries = { column: [], cost: [] };
  const starts = new Int32Array(waiting.length + 1);
  for (const [row, each] of waiting.entries()) {
    writeRow(questions[row] as Question, each, shares, entries);
    starts[row + 1] = entries.column.length;
  }
  const costs: Costs = {
    rows: waiting.length,
    columns: table.places.ids.length,
    starts,
    column: Int32Array.from(entries.column),
    cost: Float64Array.from(entries.cost),
    none: new Float64Array(waiting.length).fill(NO_PLACE),
  };
  return { waiting, questions, costs, shares };
};

/** A place for one row with its cost part by part; `rowAt` says which row each place goes to. */
export const seatOf = (sheet: Sheet, row: number, place: number, rowAt: Int32Array): Seat => {
  const [q, waiting] = [sheet.questions[row] as Question, sheet.waiting[row] as Waiting];
  const { places, units, sites } = q.table;
  const unit = places.unit[place] as number;
  const site = units.site[unit] as number;
  const cost = costOf(q, waiting, place, sheet.shares);
  if (cost === null) throw new Error('a place was planned that breaks a hard limit');
  const holder = rowAt[place] as number;
  return {
    placeId: places.ids[place] as string,
    unitId: units.ids[unit] as string,
    siteId: sites.ids[site] as string,
    cost,
    from: arrivalAt(q, place),
    soon: (q.availableFrom[place] as number) > q.now,
    metres: q.home && metresTo(q, q.home, site),
    partnerMetres: q.partner && metresTo(q, q.partner, site),
    givenTo: holder === NOBODY ? null : (sheet.waiting[holder] as Waiting).id,
  };
};

/** The best entry of each unit for one row; one that goes to nobody else is named before one that does. */
const bestOfUnits = ({ costs, questions }: Sheet, row: number, rowAt: Int32Array): number[] => {
  const { unit } = (questions[row] as Question).table.places;
  const { starts, column, cost } = costs;
  const given = (entry: number): boolean => rowAt[column[entry] as number] !== NOBODY;
  const best = new Map<number, number>();
  for (let entry = starts[row] as number; entry < (starts[row + 1] as number); entry++) {
    const own = unit[column[entry] as number] as number;
    const before = best.get(own);
    if (before === undefined) best.set(own, entry);
    else if (given(before) !== given(entry)) best.set(own, given(before) ? entry : before);
    else if ((cost[entry] as number) < (cost[before] as number)) best.set(own, entry);
  }
  return [...best.values()].sort((a, b) => (cost[a] as number) - (cost[b] as number) || a - b);
};

/**
 * Proposes a place for everybody who waits, all at once, so that the sum of what it costs is the least there is. Hard
 * limits are those of a search. The order in which requests and places are handed in changes nothing; it places nobody.
 */
export const assignPlaces = (table: PlaceTable, waiting: readonly Waiting[], assigning: Assigning): Plan => {
  const sheet = sheetOf(table, waiting, assigning);
  const { column, columns } = sheet.costs;
  const seats = solve(sheet.costs);
  const rowAt = new Int32Array(columns).fill(NOBODY);
  for (const [row, entry] of seats.entries()) if (entry !== NOBODY) rowAt[column[entry] as number] = row;
  const placeAt = (entry: number): number => column[entry] as number;
  const unitAt = (entry: number): number => table.places.unit[placeAt(entry)] as number;
  const rows = sheet.waiting.map(({ id }, row): Planned => {
    const own = seats[row] as number;
    const others = bestOfUnits(sheet, row, rowAt)
      .filter((entry) => own === NOBODY || unitAt(entry) !== unitAt(own))
      .slice(0, assigning.others);
    return {
      id,
      place: own === NOBODY ? null : seatOf(sheet, row, placeAt(own), rowAt),
      others: others.map((entry) => seatOf(sheet, row, placeAt(entry), rowAt)),
    };
  });
  return { rows, total: totalOf(sheet.costs, seats) };
};

/** The same numbers as the plan is made of, for who measures or checks them. @internal */
export const costsOf = (table: PlaceTable, waiting: readonly Waiting[], assigning: Assigning): Costs =>
  sheetOf(table, waiting, assigning).costs;
