import { HOUR, type Instant } from '#kernel/interval.ts';
import { askingOf, doorWait } from '#planning/queue/index.ts';
import { WEEK_HOURS, type WeekWindows } from '#planning/simulate/types.ts';
import type { FillAsk } from './types.ts';

/** A mean in hours with the number of people who got that far; null when nobody did. */
export interface Measured {
  readonly hours: number | null;
  readonly facts: number;
}

/**
 * Mean hours from one moment to another. Who is still on the way, or stopped, counts with the hours so far: all hours over
 * all who arrived, the best guess when chance is the same every hour. Without them the slow would be left out.
 */
export const meanHours = (
  asks: readonly FillAsk[],
  now: Instant,
  stretch: (ask: FillAsk) => { readonly from: Instant | null; readonly until: Instant | null },
): Measured => {
  let hours = 0;
  let facts = 0;
  for (const ask of asks) {
    const { from, until } = stretch(ask);
    if (from === null || from > now) continue;
    hours += Math.max(0, (until ?? ask.endedAt ?? now) - from) / HOUR;
    if (until !== null) facts += 1;
  }
  return { hours: facts === 0 ? null : hours / facts, facts };
};

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
