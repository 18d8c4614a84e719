import { type Day, instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';

const ZONE = 'Europe/Amsterdam';

/** Who plays a story keeps the same page for weeks. */
export const WEEKS = { idleMs: 60 * DAY, absoluteMs: 60 * DAY };

/** The clock a story hangs on the wall and moves itself; days count from 1, minutes from midnight there. */
export interface WallClock {
  now(): Instant;
  day(number: number): Day;
  at(day: number, minutes: number): Instant;
  moveTo(day: number, minutes: number): void;
}

/** A clock that begins at nine in the morning of the first day. */
export const wallClock = (first: Day): WallClock => {
  const day = (number: number): Day => plusDays(first, number - 1);
  const at = (number: number, minutes: number): Instant => instantOf(day(number), minutes, ZONE);
  let present = at(1, 9 * 60);
  return {
    now: () => present,
    day,
    at,
    moveTo: (number, minutes) => {
      present = at(number, minutes);
    },
  };
};
