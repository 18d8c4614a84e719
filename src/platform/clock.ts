import type { Instant } from '#kernel/interval.ts';

/** Where the time comes from, so that a test can hand in another. */
export interface Clock {
  now(): Instant;
}

/** The clock of the machine. */
export const machineClock: Clock = { now: () => Date.now() };
