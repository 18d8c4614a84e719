import { FOREVER, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { type DaySums, FACT_KINDS, type Fact, type FactKind } from './types.ts';

const KINDS = FACT_KINDS.length;
const CELLS = PRODUCTS.length * KINDS;
const DAY_MINUTES = 1440;
/** The last minute a column can name, in the year 6053: what goes on. */
const ON = 2_147_483_647;
const FIRST_ROOM = 1024;

/** Facts lie in columns: one array per property, so that a sum runs through memory in one go. */
interface Columns {
  /** Minutes since 1970. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Product × FACT_KINDS + kind. */
  readonly cell: Uint8Array;
}

/** All facts of a region. */
export interface History {
  readonly size: number;
  add(fact: Fact): void;
  /** How many of a kind there were at a moment, per product in the order of `PRODUCTS`. */
  countAt(kind: FactKind, at: Instant): Float64Array;
  /** What began on each day; `borders` are the beginnings of the days and the end of the last, in order. */
  sumDays(borders: readonly Instant[]): DaySums;
  /** Mean number of a kind that was there on each day, for one product. */
  presence(kind: FactKind, product: Product, borders: readonly Instant[]): Float64Array;
}

const roomFor = (size: number): Columns => ({
  from: new Int32Array(size),
  until: new Int32Array(size),
  cell: new Uint8Array(size),
});

const moved = (columns: Columns, size: number): Columns => {
  const room = roomFor(size);
  room.from.set(columns.from);
  room.until.set(columns.until);
  room.cell.set(columns.cell);
  return room;
};

const minuteOf = (at: Instant): number => (at >= FOREVER ? ON : Math.floor(at / MINUTE));
const cellOf = (kind: FactKind, product: Product): number =>
  PRODUCTS.indexOf(product) * KINDS + FACT_KINDS.indexOf(kind);

/** The day a minute falls on. A day of the calendar has 23, 24 or 25 hours: guessed at 24, then put right by the borders. */
const dayOf = (at: number, edges: Int32Array): number => {
  const days = edges.length - 1;
  const day = Math.min(days - 1, ((at - (edges[0] as number)) / DAY_MINUTES) | 0);
  if (at < (edges[day] as number)) return day - 1;
  return at >= (edges[day + 1] as number) ? day + 1 : day;
};

/**
 * Two sums in one number, so that a fact is added in one place of memory instead of two: how many, times `ONE`, and their minutes.
 * So many facts of less than a year each stay below 2^53, where a whole number is exact; longer ones are added by themselves.
 */
const ONE = 2 ** 36;
const YEAR = 2 ** 19;
const TOGETHER = 2 ** 17 - 1;

/** Adds the facts of some rows: the short ones to `both`, the long ones to the sums. */
const addRows = (
  { from, until, cell }: Columns,
  rows: readonly [first: number, end: number],
  edges: Int32Array,
  sums: DaySums & { readonly both: Float64Array },
): void => {
  const { begun, minutes, both } = sums;
  const days = edges.length - 1;
  const [first = 0, last = 0] = [edges[0], edges[days]];
  for (let row = rows[0]; row < rows[1]; row++) {
    const at = from[row] as number;
    if (at < first || at >= last) continue;
    const ends = until[row] as number;
    const lasts = (ends === ON ? last : ends) - at;
    const into = dayOf(at, edges) * CELLS + (cell[row] as number);
    if (lasts < YEAR) both[into] = (both[into] as number) + (ONE + lasts);
    else {
      begun[into] = (begun[into] as number) + 1;
      minutes[into] = (minutes[into] as number) + lasts;
    }
  }
};

/** Sums of all that began between the borders, per day and cell. */
const sumAll = (columns: Columns, size: number, edges: Int32Array): DaySums => {
  const cells = Math.max(0, edges.length - 1) * CELLS;
  const both = new Float64Array(cells);
  const sums = { begun: new Float64Array(cells), minutes: new Float64Array(cells), both };
  for (let row = 0; row < size; row += TOGETHER) {
    addRows(columns, [row, Math.min(size, row + TOGETHER)], edges, sums);
    for (let at = 0; at < cells; at++) {
      const sum = both[at] as number;
      if (sum === 0) continue;
      const begun = Math.floor(sum / ONE);
      sums.begun[at] = (sums.begun[at] as number) + begun;
      sums.minutes[at] = (sums.minutes[at] as number) + (sum - begun * ONE);
    }
    both.fill(0);
  }
  return { begun: sums.begun, minutes: sums.minutes };
};

/** Minutes somebody was there, per day. */
const presentIn = (
  { from, until, cell }: Columns,
  size: number,
  wanted: number,
  edges: Int32Array,
): Float64Array => {
  const days = edges.length - 1;
  const there = new Float64Array(days);
  const [first = 0, last = 0] = [edges[0], edges[days]];
  for (let row = 0; row < size; row++) {
    if (cell[row] !== wanted) continue;
    const begin = Math.max(from[row] as number, first);
    const end = Math.min(until[row] as number, last);
    if (begin >= end) continue;
    for (let day = dayOf(begin, edges); day < days && (edges[day] as number) < end; day++) {
      const [opens, closes] = [edges[day] as number, edges[day + 1] as number];
      there[day] = (there[day] as number) + Math.min(end, closes) - Math.max(begin, opens);
    }
  }
  return there;
};

/** An empty history with room for so many facts; it grows when more come. */
export const openHistory = (expected = FIRST_ROOM): History => {
  let columns = roomFor(Math.max(expected, FIRST_ROOM));
  let size = 0;
  const edgesOf = (borders: readonly Instant[]): Int32Array => Int32Array.from(borders, minuteOf);
  return {
    get size() {
      return size;
    },
    add(fact) {
      if (size === columns.from.length) columns = moved(columns, size * 2);
      columns.from[size] = minuteOf(fact.from);
      columns.until[size] = minuteOf(fact.until);
      columns.cell[size] = cellOf(fact.kind, fact.product);
      size++;
    },
    countAt(kind, at) {
      const counts = new Float64Array(PRODUCTS.length);
      const [minute, wanted] = [minuteOf(at), FACT_KINDS.indexOf(kind)];
      const { from, until, cell } = columns;
      for (let row = 0; row < size; row++) {
        if ((from[row] as number) > minute || (until[row] as number) <= minute) continue;
        const own = cell[row] as number;
        if (own % KINDS !== wanted) continue;
        const product = (own / KINDS) | 0;
        counts[product] = (counts[product] as number) + 1;
      }
      return counts;
    },
    sumDays: (borders) => sumAll(columns, size, edgesOf(borders)),
    presence(kind, product, borders) {
      const edges = edgesOf(borders);
      const there = presentIn(columns, size, cellOf(kind, product), edges);
      return there.map((minutes, day) => minutes / ((edges[day + 1] as number) - (edges[day] as number)));
    },
  };
};

/** Where the sums of a day, a product and a kind stand in `DaySums`. */
export const cellOfDay = (day: number, product: Product, kind: FactKind): number =>
  day * CELLS + cellOf(kind, product);
