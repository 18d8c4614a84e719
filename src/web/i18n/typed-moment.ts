import { clockOf, instantOf, isDay, localTime, minutesOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';

/** A moment as the two fields of a form: local day and clock. */
export const toFields = (at: Instant, zone: string): { day: string; clock: string } => {
  const { day, minutes } = localTime(at, zone);
  return { day, clock: clockOf(minutes) };
};

/** The moment that the two fields name, or null when they are not filled in (browsers hand over an empty text). */
export const fromFields = (day: string, clock: string, zone: string): Instant | null => {
  const minutes = minutesOf(clock);
  return minutes === null || !isDay(day) ? null : instantOf(day, minutes, zone);
};

/** A moment as the one field of the device writes it, by the clock of the house. */
export const typedMoment = (at: Instant, zone: string): string => {
  const { day, clock } = toFields(at, zone);
  return `${day}T${clock}`;
};

/** The moment that was typed there, without its seconds; null while it is not whole. */
export const momentTyped = (typed: string, zone: string): Instant | null => {
  const [day = '', clock = ''] = typed.split('T');
  return fromFields(day, clock.slice(0, 5), zone);
};
