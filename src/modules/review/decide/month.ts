import { type Day, instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, type Instant, type Interval } from '#kernel/interval.ts';

/** A month as it is written: `2026-11`. */
export type Month = string;

/** The month an instant falls in, by the local calendar. */
export const monthOf = (at: Instant, zone: string): Month => localDay(at, zone).slice(0, 7);

/** The stretch of a month by the local calendar, from its first midnight up to the next month's. */
export const monthInterval = (month: Month, zone: string): Interval => {
  const first: Day = `${month}-01`;
  const next = `${plusDays(first, 31).slice(0, 7)}-01`;
  return { from: instantOf(first, 0, zone), until: instantOf(next, 0, zone) };
};

/** Whole days that something took; what took less than a day took none. */
export const wholeDays = (from: Instant, until: Instant): number =>
  Math.max(0, Math.floor((until - from) / DAY));

/** The middle one, the lower of two; null of nothing. */
export const medianOf = (numbers: readonly number[]): number | null =>
  numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1] ?? null;
