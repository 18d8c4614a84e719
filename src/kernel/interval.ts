/** A point in time in epoch milliseconds (UTC). Decisions never ask a clock, they are handed one. */
export type Instant = number;

/** A stretch of time [from, until): the person who leaves at 14:00 makes room for who comes at 14:00. */
export interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

/** Without an end: the largest instant JavaScript can name, written to the database as infinity. */
export const FOREVER: Instant = 8_640_000_000_000_000;

/** Minutes, hours and days in milliseconds. A "day" here is 24 hours; local days live in calendar.ts. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Do two stretches share a moment? Touching ends do not. */
export const overlaps = (a: Interval, b: Interval): boolean => a.from < b.until && b.from < a.until;

/** Is the moment inside the stretch? */
export const contains = (a: Interval, at: Instant): boolean => a.from <= at && at < a.until;
