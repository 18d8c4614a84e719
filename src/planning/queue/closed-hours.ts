import { WEEK_HOURS, type WeekWindows } from '#planning/simulate/types.ts';
import { gammaBelow } from './gamma.ts';

/** Hours in a week, in a name of this file: it is read in the innermost loops. */
const WEEK = WEEK_HOURS;

/** How long something takes: mean hours and the shape of its gamma (1: exponential, 0: always the same). */
export interface Lasts {
  readonly hours: number;
  readonly shape: number;
}

/** What closed doors and the time before them do to somebody who asks. */
export interface DoorWait {
  /** Mean hours behind a closed door. */
  readonly closedHours: number;
  /** `below[h]`: chance that asking, the time it takes and the door together take at most h hours, as far as was asked. */
  readonly below: Float64Array;
}

const gaps = (windows: WeekWindows): number[] =>
  windows.map(([, until], i) => {
    const next = windows[i + 1];
    return next === undefined ? (windows[0]?.[0] ?? 0) + WEEK - until : next[0] - until;
  });

/**
 * Mean hours that somebody who is ready at any moment of the week waits for the door to open: the sum of the squared gaps
 * over twice the week. Monday to Friday 8-17 gives 14.5 hours, every day 8-20 gives 3. Infinity when it never opens.
 */
export const closedHours = (windows: WeekWindows): number =>
  windows.length === 0
    ? Number.POSITIVE_INFINITY
    : gaps(windows).reduce((sum, gap) => sum + gap * gap, 0) / (2 * WEEK);

/** Mean hours to the next opening for somebody who is ready in each hour of the week. */
const openIn = (windows: WeekWindows): Float64Array => {
  const hours = new Float64Array(WEEK).fill(Number.POSITIVE_INFINITY);
  const first = windows[0]?.[0];
  if (first === undefined) return hours;
  const wait = (t: number): number => {
    for (const [from, until] of windows) if (t < until) return Math.max(0, from - t);
    return first + WEEK - t;
  };
  for (let h = 0; h < WEEK; h += 1)
    hours[h] = (wait(h + 0.125) + wait(h + 0.375) + wait(h + 0.625) + wait(h + 0.875)) / 4;
  return hours;
};

/** Hours after which it is no longer told apart when somebody is ready: two weeks. */
const MOST_HOURS = 2 * WEEK;

/** Chance that what lasts that long has crossed so many whole hours, for somebody who began at any minute of an hour. */
const hoursCrossed = ({ hours, shape }: Lasts): Float64Array => {
  const crossed = new Float64Array(MOST_HOURS + 1);
  if (hours < 0.01 || shape <= 0) {
    const whole = Math.min(MOST_HOURS - 1, Math.floor(hours));
    crossed[whole] = 1 - Math.min(1, hours - whole);
    crossed[whole + 1] = Math.min(1, hours - whole);
    return crossed;
  }
  let known = 0;
  for (let h = 0; h < MOST_HOURS && known < 1 - 1e-9; h += 1) {
    const below = gammaBelow(shape, ((h + 1) * shape) / hours);
    const inHour = below - known;
    crossed[h] = (crossed[h] as number) + inHour / 2;
    crossed[h + 1] = inHour / 2;
    known = below;
  }
  crossed[MOST_HOURS] = (crossed[MOST_HOURS] as number) + 1 - known;
  return crossed;
};

const hourShares = (byHour: readonly number[]): Float64Array => {
  const asked = byHour.reduce((sum, weight) => sum + weight, 0);
  return Float64Array.from({ length: WEEK }, (_, h) => (asked > 0 ? (byHour[h] ?? 0) / asked : 1 / WEEK));
};

/** Who asks when, and how many hours later they are ready: the same for every door they could go to. */
export interface Asking {
  /** Share that asks in each hour of the week. */
  readonly asked: Float64Array;
  /** Chance that so many whole hours have gone by when they are ready. */
  readonly crossed: Float64Array;
}

/** Who asks in hour h of the week (`byHour`, 168 weights) with chance in proportion, and is ready after `lasts`. */
export const askingOf = (byHour: readonly number[], lasts: Lasts): Asking => ({
  asked: hourShares(byHour),
  crossed: hoursCrossed(lasts),
});

/** Mean hours behind the door: the wait of each hour of the week that somebody can be ready in. */
const meanClosed = ({ asked, crossed }: Asking, open: Float64Array): number => {
  if (open.every((hours) => hours === 0)) return 0;
  const inWeek = new Float64Array(WEEK);
  for (let on = 0; on <= MOST_HOURS; on += 1)
    inWeek[on % WEEK] = (inWeek[on % WEEK] as number) + (crossed[on] as number);
  let closed = 0;
  for (let h = 0; h < WEEK; h += 1) {
    const share = asked[h] as number;
    if (share === 0) continue;
    let wait = 0;
    for (let on = 0; on < WEEK; on += 1) {
      const ready = h + on < WEEK ? h + on : h + on - WEEK;
      wait += (inWeek[on] as number) * (open[ready] as number);
    }
    closed += share * wait;
  }
  return closed;
};

/** Chance that it is over in each hour after asking, until `last`. */
const overIn = ({ asked, crossed }: Asking, open: Float64Array, last: number) => {
  const wholeHours = Int32Array.from({ length: WEEK + last + 1 }, (_, h) =>
    Math.min(last + 1, Math.ceil(open[h % WEEK] as number)),
  );
  const over = new Float64Array(2 * last + 2);
  for (let h = 0; h < WEEK; h += 1) {
    const share = asked[h] as number;
    if (share === 0) continue;
    for (let on = 0; on <= last; on += 1) {
      const at = on + (wholeHours[h + on] as number);
      over[at] = (over[at] as number) + share * (crossed[on] as number);
    }
  }
  return over.subarray(0, last + 1);
};

/**
 * Who is ready waits until the door opens: the mean hours behind the door, and the chance that it all takes at most so many
 * hours, until `last` (at most two weeks). Exact up to the spread within one hour.
 */
export const doorWait = (windows: WeekWindows, asking: Asking, last: number): DoorWait => {
  const open = openIn(windows);
  const below = overIn(asking, open, Math.min(MOST_HOURS, Math.ceil(last)));
  for (let h = 1; h < below.length; h += 1) below[h] = (below[h] as number) + (below[h - 1] as number);
  return { closedHours: meanClosed(asking, open), below };
};
