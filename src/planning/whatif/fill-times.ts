import { HOUR, type Instant } from '#kernel/interval.ts';
import { askingOf, doorWait } from '#planning/queue/index.ts';
import { WEEK_HOURS, type WeekWindows } from '#planning/simulate/types.ts';
import type { FillAsk } from './types.ts';

/** A mean in hours with the number of people who got that far; null when nobody did. */
export interface Measured {
  readonly hours: number | null;
  readonly facts: number;
}

/** A stretch of one person, and whether it counts as one that came to its end. */
interface Stretch {
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly stopped: boolean;
}

/**
 * All hours over all who came to the end of it, the best guess when chance is the same every hour. Who is still on the way, or
 * left the way, counts with the hours so far: without them the slow would be left out.
 */
const meanHours = (asks: readonly FillAsk[], now: Instant, stretch: (ask: FillAsk) => Stretch): Measured => {
  let hours = 0;
  let facts = 0;
  for (const ask of asks) {
    const { from, until, stopped } = stretch(ask);
    if (from === null || from > now) continue;
    hours += Math.max(0, (until ?? ask.endedAt ?? now) - from) / HOUR;
    if (stopped) facts += 1;
  }
  return { hours: facts === 0 ? null : hours / facts, facts };
};

/** Mean hours from the yes to the bed. */
export const transferHours = (asks: readonly FillAsk[], now: Instant): Measured =>
  meanHours(asks, now, (ask) => ({
    ...{ from: ask.acceptedAt, until: ask.arrivedAt, stopped: ask.arrivedAt !== null },
  }));

/**
 * Mean hours of triage over everybody who got past it. A yes without triage took none; who still waits without one counts with the
 * hours so far, for the part of the people that is triaged at all.
 */
export const triageHours = (asks: readonly FillAsk[], now: Instant): Measured => {
  const past = asks.filter(({ triagedAt, acceptedAt }) => triagedAt !== null || acceptedAt !== null);
  const triaged = past.filter(({ triagedAt }) => triagedAt !== null);
  const open = asks.filter(
    (ask) => ask.triagedAt === null && ask.acceptedAt === null && ask.endedAt === null,
  );
  if (past.length === 0) return { hours: null, facts: 0 };
  const hours = triaged.reduce((sum, ask) => sum + ((ask.triagedAt ?? now) - ask.askedAt) / HOUR, 0);
  const soFar = open.reduce((sum, ask) => sum + (now - ask.askedAt) / HOUR, 0);
  return { hours: (hours + (soFar * triaged.length) / past.length) / past.length, facts: past.length };
};

/** Hours that all together waited for a yes over how many stopped waiting before it; null hours when nobody did. */
export const patienceHours = (asks: readonly FillAsk[], now: Instant): Measured =>
  meanHours(asks, now, (ask) => ({
    from: ask.askedAt,
    until: ask.acceptedAt,
    stopped: ask.acceptedAt === null && ask.arrivedAt === null && ask.endedAt !== null,
  }));

/** Doors of one product with how many beds are behind each. */
export type Doors = readonly { readonly windows: WeekWindows; readonly weight: number }[];

const behindDoors = (doors: Doors, byHour: readonly number[], hours: number): number => {
  const weight = doors.reduce((sum, door) => sum + door.weight, 0);
  if (weight === 0) return 0;
  const asking = askingOf(byHour, { hours, shape: 1 });
  return doors.reduce(
    (sum, door) => sum + (door.weight / weight) * doorWait(door.windows, asking, 0).closedHours,
    0,
  );
};

const HALVINGS = 12;

/**
 * Hours of arranging inside a measured time from the yes to the bed: the measured time also holds the nights and weekends
 * that the door was closed, and the model adds those again. The hours that, with the door behind them, give what was measured.
 */
export const hoursWithoutDoors = (measured: number, doors: Doors, byHour: readonly number[]): number => {
  const open = doors.filter(({ windows }) => windows.length > 0);
  let low = 0;
  let high = measured;
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (middle + behindDoors(open, byHour, middle) > measured) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
};

/** So many published people are mixed among those counted per hour of the week: one for each hour. */
const PUBLISHED_PEOPLE = WEEK_HOURS;

/** How asking spreads over the week: what was counted, drawn to a published spread when few asked. Adds up to 1. */
export const spreadOf = (hours: readonly number[], published: readonly number[]): number[] => {
  const counts = new Float64Array(WEEK_HOURS);
  for (const hour of hours) counts[hour] = (counts[hour] as number) + 1;
  const all = hours.length + PUBLISHED_PEOPLE;
  return published.map((share, h) => ((counts[h] as number) + PUBLISHED_PEOPLE * share) / all);
};
