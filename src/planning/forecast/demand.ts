/** Days and arrivals of a place (a site, or a product in the region) in steps, Monday is weekday 0. */
export interface Seen {
  /** How many came in each step. */
  readonly came: Float64Array;
  /** How many were free when the step began; NaN: unknown. One longer than `came`. */
  readonly free: Float64Array;
  readonly weekday: (step: number) => number;
}

/** All arrivals of the history count as this many days more, so that a place that is always full still has a rate. */
const AS_DAYS = 7;
const ROUNDS = 12;
const MOST = 40;

/**
 * The mean number that wants to come, given that at least so many did: when a place is full at the end of a day, more may have
 * wanted to come than did.
 */
const atLeastMean = (mean: number, least: number): number => {
  if (least <= 0 || mean <= 0) return Math.max(mean, least);
  let term = Math.exp(-mean);
  let below = 0;
  let before = 0;
  for (let count = 0; count < least; count++) {
    before = below;
    below += term;
    term *= mean / (count + 1);
  }
  return below > 1 - 1e-9 ? least + mean / least : (mean * (1 - before)) / (1 - below);
};

/** What is summed of the days on which somebody could come in, by weekday: known exactly, or only that it was so many or more. */
interface Tally {
  readonly days: Float64Array;
  readonly exact: Float64Array;
  /** Weekday × how many came. */
  readonly full: Float64Array;
  throughput: number;
  open: number;
}

const tallyOf = ({ came, free, weekday }: Seen): Tally => {
  const tally: Tally = {
    days: new Float64Array(7),
    exact: new Float64Array(7),
    full: new Float64Array(7 * MOST),
    throughput: 0,
    open: 0,
  };
  for (let step = 0; step < came.length; step++) {
    const count = came[step] as number;
    tally.throughput += count;
    // Full when the day began: who came took the place of who left, or had waited. That says nothing of how many want to.
    if (!((free[step] as number) > 0)) continue;
    const day = weekday(step);
    tally.open++;
    tally.days[day] = (tally.days[day] as number) + 1;
    if (free[step + 1] === 0) {
      const cell = day * MOST + Math.min(MOST - 1, count);
      tally.full[cell] = (tally.full[cell] as number) + 1;
    } else tally.exact[day] = (tally.exact[day] as number) + count;
  }
  return tally;
};

/** How many want to come on a mean day (`rate`), with the weekdays given: the likeliest of a Poisson row with full days cut off. */
export const rateOf = (
  seen: Seen,
  ofWeekday: Float64Array,
): { readonly rate: number; readonly days: number } => {
  const tally = tallyOf(seen);
  const plain = came(seen) / Math.max(1, seen.came.length);
  let rate = Math.max(plain, 1e-4);
  for (let round = 0; round < ROUNDS; round++) {
    let wanted = AS_DAYS * plain;
    let exposure = AS_DAYS;
    for (let day = 0; day < 7; day++) {
      wanted += tally.exact[day] as number;
      exposure += (tally.days[day] as number) * (ofWeekday[day] as number);
      for (let count = 0; count < MOST; count++) {
        const often = tally.full[day * MOST + count] as number;
        if (often > 0) wanted += often * atLeastMean(rate * (ofWeekday[day] as number), count);
      }
    }
    rate = Math.max(wanted / exposure, 1e-4);
  }
  return { rate, days: tally.open };
};

const came = (seen: Seen): number => seen.came.reduce((sum, each) => sum + each, 0);

/** How many times as many come on a weekday as on the mean day; forty arrivals spread evenly are added. */
export const weekdaysOf = (seen: Seen): Float64Array => {
  const { weekday } = seen;
  const counts = new Float64Array(7).fill(40 / 7);
  const days = new Float64Array(7);
  seen.came.forEach((count, step) => {
    counts[weekday(step)] = (counts[weekday(step)] as number) + count;
    days[weekday(step)] = (days[weekday(step)] as number) + 1;
  });
  const perDay = counts.map((count, day) => count / Math.max(1, days[day] as number));
  const mean = perDay.reduce((sum, each) => sum + each, 0) / 7;
  return perDay.map((each) => (mean > 0 ? each / mean : 1));
};

/** How much more days, and blocks of two weeks, differ than chance alone would make them (variance over the square of the mean). */
export interface Spread {
  readonly day: number;
  readonly fortnight: number;
}

const BLOCK = 14;

/** From the days that began and ended with a place free: there all who wanted to come did. */
export const spreadOf = (seen: Seen, rate: number, ofWeekday: Float64Array): Spread => {
  let beyond = 0;
  let squares = 0;
  let blockBeyond = 0;
  let blockSquares = 0;
  const steps = seen.came.length;
  for (let from = steps % BLOCK; from < steps; from += BLOCK) {
    let off = 0;
    let mean = 0;
    for (let step = from; step < from + BLOCK; step++) {
      if (!((seen.free[step] as number) > 0 && (seen.free[step + 1] as number) > 0)) continue;
      const expected = rate * (ofWeekday[seen.weekday(step)] as number);
      const miss = (seen.came[step] as number) - expected;
      off += miss;
      mean += expected;
      beyond += miss * miss - expected;
      squares += expected * expected;
    }
    blockBeyond += off * off - mean;
    blockSquares += mean * mean;
  }
  const day = squares > 0 ? Math.max(0, beyond / squares) : 0;
  const own = blockSquares > 0 ? Math.max(0, blockBeyond / blockSquares - day / BLOCK) : 0;
  return { day: Math.min(day, 1), fortnight: Math.min(own, 0.25) };
};

/** The share of who wait for their own full site that get a place there in the end. A guess. */
const WAITS_IT_OUT = 0.5;

/**
 * The share of who want to come that did, on days when somewhere in the region was room: who wished a full site and takes no
 * other waits, or stays away. Who came is divided by it to know how many wanted to.
 */
export const shareThatCame = (
  sites: readonly Seen[],
  rates: readonly number[],
  takesOther: number,
): number => {
  const all = rates.reduce((sum, rate) => sum + rate, 0);
  let open = 0;
  let known = 0;
  sites.forEach(({ free, came }, site) => {
    const weight = (rates[site] ?? 0) / all;
    for (let step = 0; step < came.length; step++) {
      const begin = free[step] as number;
      const end = free[step + 1] as number;
      if (Number.isNaN(begin) || Number.isNaN(end)) continue;
      known += weight;
      open += (weight * (Number(begin > 0) + Number(end > 0))) / 2;
    }
  });
  const share = known > 0 ? open / known : 1;
  return share + (1 - share) * (takesOther + (1 - takesOther) * WAITS_IT_OUT);
};
