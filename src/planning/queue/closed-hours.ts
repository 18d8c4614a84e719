import { WEEK_HOURS, type WeekWindows } from '#planning/simulate/types.ts';
import { gammaBelow } from './gamma.ts';

/** How long something takes: mean hours and the shape of its gamma (1: exponential, 0: always the same). */
export interface Lasts {
  readonly hours: number;
  readonly shape: number;
}

/** What closed doors and the time before them do to somebody who asks. */
export interface DoorWait {
  /** Mean hours behind a closed door. */
  readonly closedHours: number;
  /** `below[h]`: chance that asking, the time it takes and the door together take at most h hours. */
  readonly below: Float64Array;
}

/** Until this many hours `DoorWait.below` is known: two weeks. */
export const DOOR_HOURS = 336;

const gaps = (windows: WeekWindows): number[] =>
  windows.map(([, until], i) => {
    const next = windows[i + 1];
    return next === undefined ? (windows[0]?.[0] ?? 0) + WEEK_HOURS - until : next[0] - until;
  });

/**
 * Mean hours that somebody who is ready at any moment of the week waits for the door to open: the sum of the squared gaps
 * over twice the week. Monday to Friday 8-17 gives 14.5 hours, every day 8-20 gives 3. Infinity when it never opens.
 */
export const closedHours = (windows: WeekWindows): number =>
  windows.length === 0
    ? Number.POSITIVE_INFINITY
    : gaps(windows).reduce((sum, gap) => sum + gap * gap, 0) / (2 * WEEK_HOURS);

/** Mean hours to the next opening for somebody who is ready in each hour of the week. */
const openIn = (windows: WeekWindows): Float64Array => {
  const hours = new Float64Array(WEEK_HOURS).fill(Number.POSITIVE_INFINITY);
  const first = windows[0]?.[0];
  if (first === undefined) return hours;
  const wait = (t: number): number => {
    for (const [from, until] of windows) if (t < until) return Math.max(0, from - t);
    return first + WEEK_HOURS - t;
  };
  for (let h = 0; h < WEEK_HOURS; h += 1)
    hours[h] = (wait(h + 0.125) + wait(h + 0.375) + wait(h + 0.625) + wait(h + 0.875)) / 4;
  return hours;
};

/** Chance that what lasts that long has crossed so many whole hours, for somebody who began at any minute of an hour. */
const hoursCrossed = ({ hours, shape }: Lasts): Float64Array => {
  const crossed = new Float64Array(DOOR_HOURS + 1);
  if (hours < 0.01 || shape <= 0) {
    const whole = Math.min(DOOR_HOURS - 1, Math.floor(hours));
    crossed[whole] = 1 - Math.min(1, hours - whole);
    crossed[whole + 1] = Math.min(1, hours - whole);
    return crossed;
  }
  let known = 0;
  for (let h = 0; h < DOOR_HOURS && known < 1 - 1e-9; h += 1) {
    const below = gammaBelow(shape, ((h + 1) * shape) / hours);
    const inHour = below - known;
    crossed[h] = (crossed[h] as number) + inHour / 2;
    crossed[h + 1] = inHour / 2;
    known = below;
  }
  crossed[DOOR_HOURS] = (crossed[DOOR_HOURS] as number) + 1 - known;
  return crossed;
};

/** Adds everybody who asks in one hour of the week, and gives the hours they wait behind the door. */
const addHour = (
  h: number,
  weight: number,
  crossed: Float64Array,
  open: Float64Array,
  below: Float64Array,
) => {
  let closed = 0;
  for (let on = 0; on <= DOOR_HOURS; on += 1) {
    const chance = weight * (crossed[on] as number);
    if (chance === 0) continue;
    const wait = open[(h + on) % WEEK_HOURS] as number;
    closed += chance * wait;
    const total = Math.ceil(on + wait);
    if (total <= DOOR_HOURS) below[total] = (below[total] as number) + chance;
  }
  return closed;
};

/**
 * Who asks in hour h of the week (`byHour`, 168 weights) with chance in proportion, is ready after `lasts`, and then waits
 * until the door opens: the mean hours behind the door, and how long it all takes. Exact up to the spread within one hour.
 */
export const doorWait = (windows: WeekWindows, byHour: readonly number[], lasts: Lasts): DoorWait => {
  const open = openIn(windows);
  const crossed = hoursCrossed(lasts);
  const below = new Float64Array(DOOR_HOURS + 1);
  const asked = byHour.reduce((sum, weight) => sum + weight, 0);
  let closed = 0;
  for (let h = 0; h < WEEK_HOURS; h += 1) {
    const weight = asked > 0 ? (byHour[h] ?? 0) / asked : 1 / WEEK_HOURS;
    if (weight > 0) closed += addHour(h, weight, crossed, open, below);
  }
  for (let h = 1; h <= DOOR_HOURS; h += 1) below[h] = (below[h] as number) + (below[h - 1] as number);
  return { closedHours: closed, below };
};
