import { type Day, instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';

const ZONE = 'Europe/Amsterdam';

/** Who plays a story keeps the same page for weeks. */
export const WEEKS = { idleMs: 60 * DAY, absoluteMs: 60 * DAY };

/** The clock a story hangs on the wall and moves itself; days count from 1, minutes from midnight there. */
export interface WallClock {
  now(): Instant;
  at(day: number, minutes: number): Instant;
  moveTo(day: number, minutes: number): void;
}

/** A clock that begins at nine in the morning of the first day. */
export const wallClock = (first: Day): WallClock => {
  const at = (day: number, minutes: number): Instant => instantOf(plusDays(first, day - 1), minutes, ZONE);
  let present = at(1, 9 * 60);
  return {
    now: () => present,
    at,
    moveTo: (day, minutes) => {
      present = at(day, minutes);
    },
  };
};
