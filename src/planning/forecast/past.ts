import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { type Clock, hourInStep, stepOf } from './clock.ts';
import type { Seen } from './demand.ts';
import type { Spell } from './survival.ts';
import type { ForecastFacts, PastFree, PastStay } from './types.ts';

/** Demand changes within a year, so it is taken of the last half year. Whole weeks. */
const DEMAND_STEPS = 182;

/** What was of one product, in steps. */
export interface PastRows {
  readonly spells: readonly Spell[];
  /** Per standing site, the region last. */
  readonly seen: readonly Seen[];
  /** How many came and left in each hour since the step began. */
  readonly cameAt: Float64Array;
  readonly leftAt: Float64Array;
  /** Mean number free per weekday, Monday first; null: never seen. A siteId of null asks the region. */
  readonly weekdayMeans: (siteId: string | null) => readonly (number | null)[];
  readonly stays: (siteId: string | null) => number;
}

/** The history by product, and how many whole days it has. */
export type Past = ((product: Product, siteIds: readonly string[]) => PastRows) & { readonly days: number };

const byProduct = <T extends { readonly product: Product }>(all: readonly T[]): Map<Product, T[]> => {
  const groups = new Map<Product, T[]>();
  for (const each of all) {
    const group = groups.get(each.product);
    if (group === undefined) groups.set(each.product, [each]);
    else group.push(each);
  }
  return groups;
};

const addTo = (row: Float64Array | undefined, at: number): void => {
  if (row !== undefined && at >= 0 && at < row.length) row[at] = (row[at] as number) + 1;
};

const meansOf = (free: Float64Array, weekday: (step: number) => number): (number | null)[] => {
  const sums = new Float64Array(7);
  const counts = new Float64Array(7);
  free.forEach((each, step) => {
    if (Number.isNaN(each)) return;
    const day = weekday(step);
    sums[day] = (sums[day] as number) + each;
    counts[day] = (counts[day] as number) + 1;
  });
  return [...sums].map((sum, day) => (counts[day] === 0 ? null : sum / (counts[day] as number)));
};

/** Free at the beginning of each step, per site; the region only where all sites that were ever known are. */
const freeRows = (
  all: readonly PastFree[],
  {
    sites,
    steps,
    stepOfDay,
  }: { sites: ReadonlyMap<string, number>; steps: number; stepOfDay: ReadonlyMap<Day, number> },
): Float64Array[] => {
  const rows = Array.from({ length: sites.size }, () => new Float64Array(steps).fill(Number.NaN));
  for (const { siteId, day, free } of all) {
    const row = rows[sites.get(siteId) ?? -1];
    const step = stepOfDay.get(day);
    if (row !== undefined && step !== undefined && step < steps) row[step] = free;
  }
  const known = rows.filter((row) => row.some((each) => !Number.isNaN(each)));
  const region = new Float64Array(steps).fill(known.length === 0 ? Number.NaN : 0);
  for (const row of known)
    row.forEach((each, step) => {
      region[step] = (region[step] as number) + each;
    });
  return [...rows, region];
};

/** A moment as a step; null stays null. */
const stepAt = (clock: Clock, at: Instant | null): number | null => (at === null ? null : stepOf(clock, at));

interface Counted {
  readonly spells: Spell[];
  readonly came: readonly Float64Array[];
  readonly cameAt: Float64Array;
  readonly leftAt: Float64Array;
  readonly stays: Float64Array;
}

const countStay = (counted: Counted, stay: PastStay, site: number, clock: Clock): void => {
  const came = stepOf(clock, stay.arrivedAt);
  if (came < 0 || stay.arrivedAt > clock.now) return;
  // What happened after now is not known yet, also when a forecast of long ago is made again.
  const gone = stay.leftAt !== null && stay.leftAt <= clock.now ? stay.leftAt : null;
  const left = stepAt(clock, gone);
  // Who left today is left out of the day that is not over.
  const over = left !== null && left < clock.current ? left : null;
  counted.spells.push({ site, came, left: over, expected: stepAt(clock, stay.expectedEnd) });
  const region = counted.stays.length - 1;
  for (const row of site < 0 ? [] : [site, region]) {
    addTo(counted.came[row], came);
    addTo(counted.stays, row);
  }
  addTo(counted.cameAt, hourInStep(clock, stay.arrivedAt, came));
  if (gone !== null && left !== null) addTo(counted.leftAt, hourInStep(clock, gone, left));
};

const countStays = (all: readonly PastStay[], clock: Clock, sites: ReadonlyMap<string, number>): Counted => {
  const counted: Counted = {
    spells: [],
    came: Array.from({ length: sites.size + 1 }, () => new Float64Array(clock.current)),
    cameAt: new Float64Array(24),
    leftAt: new Float64Array(24),
    stays: new Float64Array(sites.size + 1),
  };
  for (const stay of all) countStay(counted, stay, sites.get(stay.siteId) ?? -1, clock);
  return counted;
};

/** Sorts the history once; each product is counted when it is asked. */
export const readPast = (facts: ForecastFacts, clock: Clock): Past => {
  const stays = byProduct(facts.past);
  const free = byProduct(facts.free);
  const stepOfDay = new Map(clock.days.map((day, step) => [day, step]));
  const whole = Math.max(0, stepOf(clock, facts.since) + 1);
  const from = Math.max(whole, clock.current - DEMAND_STEPS);
  const rows = (product: Product, siteIds: readonly string[]): PastRows => {
    const sites = new Map(siteIds.map((siteId, at) => [siteId, at]));
    const counted = countStays(stays.get(product) ?? [], clock, sites);
    const freeAt = freeRows(free.get(product) ?? [], { sites, steps: clock.current + 1, stepOfDay });
    const rowOf = (siteId: string | null): number =>
      siteId === null ? sites.size : (sites.get(siteId) ?? -1);
    return {
      ...{ spells: counted.spells, cameAt: counted.cameAt, leftAt: counted.leftAt },
      seen: counted.came.map((came, at) => ({
        came: came.subarray(from, clock.current),
        free: (freeAt[at] ?? new Float64Array()).subarray(from, clock.current + 1),
        weekday: (step) => clock.weekday(step + from),
      })),
      weekdayMeans: (siteId) => meansOf(freeAt[rowOf(siteId)] ?? new Float64Array(), clock.weekday),
      stays: (siteId) => counted.stays[rowOf(siteId)] ?? 0,
    };
  };
  return Object.assign(rows, { days: Math.max(0, clock.current - whole) });
};
