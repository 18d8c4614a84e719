import { Temporal } from 'temporal-polyfill';
import type { Instant, Interval } from './interval.ts';

/** A local calendar day, ISO 8601: `2026-10-22`. */
export type Day = string;

/** Parts of a site's day in which people are admitted and staff is planned (GLOSSARY: dagdeel). */
export const HALF_DAYS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type HalfDay = (typeof HALF_DAYS)[number];

/** Local clock times at which the half-days of a day begin; night runs to 08:00, the next night starts at 22:00. */
const STARTS: Readonly<Record<HalfDay, readonly [hour: number, minute: number]>> = {
  night: [0, 0],
  morning: [8, 0],
  afternoon: [12, 30],
  evening: [17, 0],
};

/** The local clock of a site: hour and minute as people there read them, and the weekday (1 = Monday). */
export interface LocalTime {
  readonly day: Day;
  readonly weekday: number;
  readonly minutes: number;
}

/** What the clock on the wall of a site says at an instant. `zone` is an IANA name. */
export const localTime = (at: Instant, zone: string): LocalTime => {
  const z = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return { day: z.toPlainDate().toString(), weekday: z.dayOfWeek, minutes: z.hour * 60 + z.minute };
};

/** Minutes since midnight as a clock with four figures: `08:00`. */
export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The minutes since midnight that a clock says (`8:00`, `08:00`); null when it is no time of a day. */
export const minutesOf = (clock: string): number | null => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock.trim()) ?? [];
  return hours === undefined || Number(hours) > 23 || Number(minutes) > 59
    ? null
    : Number(hours) * 60 + Number(minutes);
};

/** The local day of an instant. */
export const localDay = (at: Instant, zone: string): Day => localTime(at, zone).day;

/** The instant of a local clock time; in the hour that does not exist (spring) the clock has already jumped ahead. */
export const instantOf = (day: Day, minutes: number, zone: string): Instant => {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 });
  const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minutes / 1440) });
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
};

/** A day some days later (or earlier). Calendar days, so a day of 23 or 25 hours counts as one. */
export const plusDays = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The same day some months later, or the last day of that month when it is shorter. */
export const plusMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** Whole calendar days from one day to another. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/** Does the text name a real day? `2026-02-30` does not. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [y, m, d] = text.split('-').map(Number) as [number, number, number];
  if (m < 1 || m > 12 || d < 1) return false;
  return d <= Temporal.PlainYearMonth.from({ year: y, month: m }).daysInMonth;
};

/** Which half-day an instant falls in, by the clock of the site. 22:00 and later is the night of the next day's start. */
export const halfDayAt = (at: Instant, zone: string): { day: Day; halfDay: HalfDay } => {
  const { day, minutes } = localTime(at, zone);
  if (minutes >= 22 * 60) return { day: plusDays(day, 1), halfDay: 'night' };
  if (minutes >= 17 * 60) return { day, halfDay: 'evening' };
  if (minutes >= 12 * 60 + 30) return { day, halfDay: 'afternoon' };
  return { day, halfDay: minutes >= 8 * 60 ? 'morning' : 'night' };
};

/** The stretch of a half-day: night 22:00 (the evening before) to 08:00, morning to 12:30, afternoon to 17:00, evening to 22:00. */
export const halfDayInterval = (day: Day, halfDay: HalfDay, zone: string): Interval => {
  const start = STARTS[halfDay];
  const from =
    halfDay === 'night'
      ? instantOf(plusDays(day, -1), 22 * 60, zone)
      : instantOf(day, start[0] * 60 + start[1], zone);
  const ends: Readonly<Record<HalfDay, number>> = {
    night: 480,
    morning: 750,
    afternoon: 1020,
    evening: 1320,
  };
  return { from, until: instantOf(day, ends[halfDay], zone) };
};

/** Reads an ISO instant with offset to epoch milliseconds. The contracts have checked the form already. */
export const instantFromIso = (iso: string): Instant => Temporal.Instant.from(iso).epochMilliseconds;

/** Writes an instant as the API does: UTC with Z. */
export const isoFromInstant = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at).toString();
