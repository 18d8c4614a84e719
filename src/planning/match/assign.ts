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

/** Everything that was worked out: who asks in which row, which place stands in which column, and what they cost. */
interface Sheet {
  readonly waiting: readonly Waiting[];
  readonly questions: readonly Question[];
  /** The place of each column; places nobody can have are left out. */
  readonly places: Int32Array;
  readonly costs: Costs;
  readonly shares: Shares;
}

/** What all places of the product cost one who waits, by place; Infinity where a hard limit is broken. */
const rowOf = (q: Question, waiting: Waiting, shares: Shares, row: Float64Array): void => {
  const head = headStart(q, waiting);
  const always = head.urgency + head.waiting + head['passed-over'];
  const unitOf = q.table.places.unit;
  let [unit, ofUnit] = [-1, Number.POSITIVE_INFINITY];
  row.fill(Number.POSITIVE_INFINITY);
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
    if (own !== null) row[place] = always + ofUnit + own.arrival + own.fit + own.spread;
  }
};

const sheetOf = (table: PlaceTable, all: readonly Waiting[], assigning: Assigning): Sheet => {
  const waiting = [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  const questions = waiting.map(({ asked }) => questionOf(table, asked, assigning));
  const shares = { plate: assigning.plate, rank: ranksOf(table) };
  const count = table.places.ids.length;
  const wide = waiting.map((each, row) => {
    const costs = new Float64Array(count);
    rowOf(questions[row] as Question, each, shares, costs);
    return costs;
  });
  const places = Int32Array.from(table.places.ids.keys()).filter((place) =>
    wide.some((row) => row[place] !== Number.POSITIVE_INFINITY),
  );
  const cost = new Float64Array(waiting.length * places.length);
  for (const [row, costs] of wide.entries()) {
    for (let column = 0; column < places.length; column++)
      cost[row * places.length + column] = costs[places[column] as number] as number;
  }
  const none = new Float64Array(waiting.length).fill(NO_PLACE);
  return {
    waiting,
    questions,
    places,
    shares,
    costs: { rows: waiting.length, columns: places.length, cost, none },
  };
};

const seatOf = (sheet: Sheet, row: number, column: number, rowAt: Int32Array): Seat => {
  const [q, waiting] = [sheet.questions[row] as Question, sheet.waiting[row] as Waiting];
  const place = sheet.places[column] as number;
  const { places, units, sites } = q.table;
  const unit = places.unit[place] as number;
  const site = units.site[unit] as number;
  const cost = costOf(q, waiting, place, sheet.shares);
  if (cost === null) throw new Error('a place was planned that breaks a hard limit');
  const giver = rowAt[column] as number;
  return {
    placeId: places.ids[place] as string,
    unitId: units.ids[unit] as string,
    siteId: sites.ids[site] as string,
    cost,
    from: arrivalAt(q, place),
    soon: (q.availableFrom[place] as number) > q.now,
    metres: q.home && metresTo(q, q.home, site),
    partnerMetres: q.partner && metresTo(q, q.partner, site),
    givenTo: giver === NOBODY ? null : (sheet.waiting[giver] as Waiting).id,
  };
};

/** The best column of each unit for one row; one that goes to nobody else is named before an equal one that does. */
const bestOfUnits = ({ costs, places, questions }: Sheet, row: number, rowAt: Int32Array): number[] => {
  const { unit } = (questions[row] as Question).table.places;
  const costAt = (column: number): number => costs.cost[row * costs.columns + column] as number;
  const best = new Map<number, number>();
  for (let column = 0; column < costs.columns; column++) {
    if (costAt(column) === Number.POSITIVE_INFINITY || rowAt[column] === row) continue;
    const own = unit[places[column] as number] as number;
    const before = best.get(own);
    const freer = before !== undefined && rowAt[before] !== NOBODY && rowAt[column] === NOBODY;
    if (before === undefined || freer || (rowAt[before] === rowAt[column] && costAt(column) < costAt(before)))
      best.set(own, column);
  }
  return [...best.values()].sort((a, b) => costAt(a) - costAt(b) || a - b);
};

/**
 * Proposes a place for everybody who waits, all at once, so that the sum of what it costs is the least there is. Hard
 * limits are those of a search. The order in which requests and places are handed in changes nothing; it places nobody.
 */
export const assignPlaces = (table: PlaceTable, waiting: readonly Waiting[], assigning: Assigning): Plan => {
  const sheet = sheetOf(table, waiting, assigning);
  const columnOf = solve(sheet.costs);
  const rowAt = new Int32Array(sheet.costs.columns).fill(NOBODY);
  for (const [row, column] of columnOf.entries()) if (column !== NOBODY) rowAt[column] = row;
  const unitAt = (column: number): number => table.places.unit[sheet.places[column] as number] as number;
  const rows = sheet.waiting.map(({ id }, row): Planned => {
    const column = columnOf[row] as number;
    const others = bestOfUnits(sheet, row, rowAt)
      .filter((other) => column === NOBODY || unitAt(other) !== unitAt(column))
      .slice(0, assigning.others);
    return {
      id,
      place: column === NOBODY ? null : seatOf(sheet, row, column, rowAt),
      others: others.map((other) => seatOf(sheet, row, other, rowAt)),
    };
  });
  return { rows, total: totalOf(sheet.costs, columnOf) };
};

/** The same numbers as the plan is made of, for who measures or checks them. @internal */
export const costsOf = (table: PlaceTable, waiting: readonly Waiting[], assigning: Assigning): Costs =>
  sheetOf(table, waiting, assigning).costs;
