import type { Net } from './patterns.ts';
import { cheapest, type Prices, wayOf } from './patterns-cheapest.ts';
import type { CapacityTable } from './plan-capacity.ts';

/**
 * The proof of how good a plan can be. Each capacity row gets a price for being used; with prices instead of rows
 * everybody is alone, and the cheapest ways together, less what the rows are worth, cost no more than any plan that keeps
 * the rows. Whatever the prices are, that is true; the ascent looks for those that say most.
 */
export interface Ascent {
  /** The best bound so far, and the prices that prove it, at `halfDay * treatments + treatment`. */
  best: number;
  readonly price: Float64Array;
  /** What each course costs at those prices. */
  readonly values: Float64Array;
  /** One step; the ceiling is the cost of any plan that is known. */
  readonly step: (ceiling: number) => void;
}

/** After this many steps without gain the steps become shorter; a step that gains in the right direction makes them longer. */
const PATIENCE = 4;
const SHORTER = 0.5;
const LONGER = 1.1;
/** How much of the newest overdraft goes into the average, at first; later ever less. */
const FRESH = 0.4;
const LEAST_FRESH = 0.005;
/** A step aims this far beyond the bound: a ceiling far away would let it leap. */
const REACH = 0.05;
/** And at least so many points for each course, for a bound that begins at nothing. */
const LEAST_REACH = 1;

interface Working {
  readonly prices: Prices;
  readonly values: Float64Array;
  readonly used: Float64Array;
  readonly way: Int32Array;
}

/** What a unit of each treatment pays on each half-day for all rows together. */
const priceAll = (
  net: Net,
  { rowsFrom, takes }: CapacityTable,
  worth: Float64Array,
  price: Float64Array,
): void => {
  const kinds = net.treatments;
  price.fill(0);
  for (let halfDay = 0; halfDay < net.halfDays; halfDay++)
    for (let row = rowsFrom[halfDay] as number; row < (rowsFrom[halfDay + 1] as number); row++) {
      const each = worth[row] as number;
      if (each === 0) continue;
      for (let kind = 0; kind < kinds; kind++) {
        const key = halfDay * kinds + kind;
        price[key] = (price[key] as number) + each * (takes[row * kinds + kind] as number);
      }
    }
};

/** Adds what a way uses, visit by visit, to the counts of half-days and treatments. */
const countWay = (net: Net, course: number, { way, used }: Working): void => {
  wayOf(net, course, way);
  const kind = net.treatment[course] as number;
  for (
    let visit = net.visitsFrom[course] as number;
    visit < (net.visitsFrom[course + 1] as number);
    visit++
  ) {
    if (net.locked[visit] === 1) continue;
    const key = (net.halfDay[way[visit] as number] as number) * net.treatments + kind;
    used[key] = (used[key] as number) + 1;
  }
};

/** Everybody alone at these prices: the sum, before what the rows are worth. */
const everybodyAlone = (net: Net, working: Working): number => {
  let sum = 0;
  working.used.fill(0);
  for (let course = 0; course < net.courses; course++) {
    const without = net.without[course] as number;
    const cost =
      net.reasons[course] === null ? cheapest(net, course, working.prices) : Number.POSITIVE_INFINITY;
    if (cost < without) countWay(net, course, working);
    working.values[course] = Math.min(cost, without);
    sum += working.values[course] as number;
  }
  return sum;
};

/** How much each row is overdrawn, less what is left over. */
const overdrawn = (
  net: Net,
  { rowsFrom, takes, left }: CapacityTable,
  used: Float64Array,
  over: Float64Array,
): void => {
  const kinds = net.treatments;
  for (let halfDay = 0; halfDay < net.halfDays; halfDay++)
    for (let row = rowsFrom[halfDay] as number; row < (rowsFrom[halfDay + 1] as number); row++) {
      let sum = -(left[row] as number);
      for (let kind = 0; kind < kinds; kind++)
        sum += (takes[row * kinds + kind] as number) * (used[halfDay * kinds + kind] as number);
      over[row] = sum;
    }
};

/** Where the volume method stands: the best prices of the rows, and the average of how far they are overdrawn. */
interface Volume {
  readonly worth: Float64Array;
  readonly bestWorth: Float64Array;
  readonly over: Float64Array;
  readonly mean: Float64Array;
  length: number;
  fresh: number;
  idle: number;
  steps: number;
}

const average = (volume: Volume): void => {
  const { over, mean } = volume;
  // The part of the newest that makes the average smallest, within bounds.
  let [both, square] = [0, 0];
  for (let row = 0; row < mean.length; row++) {
    const gap = (over[row] as number) - (mean[row] as number);
    both -= gap * (mean[row] as number);
    square += gap * gap;
  }
  const least = square === 0 ? volume.fresh : both / square;
  const share = volume.steps === 0 ? 1 : Math.min(volume.fresh, Math.max(volume.fresh / 10, least));
  for (let row = 0; row < mean.length; row++)
    mean[row] = (mean[row] as number) + share * ((over[row] as number) - (mean[row] as number));
};

/** Longer steps while they go well, shorter ones when they do not. */
const adapt = (volume: Volume, gained: boolean): void => {
  if (gained) {
    let along = 0;
    for (let row = 0; row < volume.mean.length; row++)
      along += (volume.mean[row] as number) * (volume.over[row] as number);
    volume.idle = 0;
    if (along > 0) volume.length = Math.min(2, volume.length * LONGER);
    return;
  }
  volume.idle += 1;
  if (volume.idle <= PATIENCE) return;
  volume.idle = 0;
  volume.length *= SHORTER;
  volume.fresh = Math.max(LEAST_FRESH, volume.fresh * 0.9);
};

const stride = ({ worth, bestWorth, mean, length }: Volume, aim: number): void => {
  let square = 0;
  for (let row = 0; row < mean.length; row++) {
    const turn = (bestWorth[row] as number) === 0 ? Math.max(0, mean[row] as number) : (mean[row] as number);
    square += turn * turn;
  }
  if (square === 0) return;
  const far = (length * aim) / square;
  for (let row = 0; row < mean.length; row++)
    worth[row] = Math.max(0, (bestWorth[row] as number) + far * (mean[row] as number));
};

/** Starts from no prices at all. */
export const startAscent = (net: Net, table: CapacityTable): Ascent => {
  const rows = table.left.length;
  const keys = net.halfDays * net.treatments;
  const price = new Float64Array(keys);
  const working: Working = {
    prices: { price, shut: new Float64Array(keys), weight: 1 },
    values: new Float64Array(net.courses),
    used: new Float64Array(keys),
    way: new Int32Array(net.locked.length),
  };
  const volume: Volume = {
    worth: new Float64Array(rows),
    bestWorth: new Float64Array(rows),
    over: new Float64Array(rows),
    mean: new Float64Array(rows),
    ...{ length: 0.3, fresh: FRESH, idle: 0, steps: 0 },
  };
  const ascent: Ascent = {
    best: Number.NEGATIVE_INFINITY,
    price: new Float64Array(keys),
    values: new Float64Array(net.courses),
    step: (ceiling) => {
      priceAll(net, table, volume.worth, price);
      let bound = everybodyAlone(net, working);
      for (let row = 0; row < rows; row++)
        bound -= (volume.worth[row] as number) * (table.left[row] as number);
      overdrawn(net, table, working.used, volume.over);
      const gained = bound > ascent.best;
      if (gained) {
        ascent.best = bound;
        volume.bestWorth.set(volume.worth);
        ascent.price.set(price);
        ascent.values.set(working.values);
      }
      average(volume);
      adapt(volume, gained);
      volume.steps += 1;
      const reach = Math.max(REACH * Math.abs(ascent.best), LEAST_REACH * net.courses);
      stride(volume, Math.min(ceiling - ascent.best, reach));
    },
  };
  return ascent;
};
