import { type Day, instantOf, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { AHEAD_DAYS, AT_HOUR } from './types.ts';

/** So many days back a forecast looks; what is longer ago says little of now. Whole weeks. */
const LOOK_BACK_DAYS = 364;
/** Without a change of the clock in it, a stretch this long is checked at its ends only. */
const BLOCK = 28;

/**
 * Time in steps from one `AT_HOUR` to the next on the clock of the region: step i begins on `days[i]`. People leave in the
 * morning and come in the afternoon, so a step is a day in which who goes makes room for who comes.
 */
export interface Clock {
  readonly days: readonly Day[];
  /** When each step begins; one longer than the steps. */
  readonly starts: Float64Array;
  /** Weekday on which a step begins, 0 is Monday. */
  readonly weekday: (step: number) => number;
  /** The step in which now lies, and the one that ends at the first hour that is forecast. */
  readonly current: number;
  readonly first: number;
  readonly now: Instant;
}

/** Days in a row; the calendar is only asked at the end of a month. */
const daysFrom = (first: Day, count: number): Day[] => {
  const days = [first];
  for (let day = first; days.length < count; days.push(day)) {
    const inMonth = Number(day.slice(8));
    day = inMonth < 28 ? day.slice(0, 8) + String(inMonth + 1).padStart(2, '0') : plusDays(day, 1);
  }
  return days;
};

/** Begins of steps, asking the calendar only where the clock may have changed (a day of 23 or 25 hours). */
const startsOf = (days: readonly Day[], zone: string): Float64Array => {
  const at = (day: number): Instant => instantOf(days[day] ?? '', AT_HOUR * 60, zone);
  const starts = new Float64Array(days.length);
  for (let from = 0; from < days.length; from += BLOCK) {
    const until = Math.min(from + BLOCK, days.length) - 1;
    const begin = at(from);
    const even = at(until) === begin + (until - from) * DAY;
    for (let day = from; day <= until; day++) starts[day] = even ? begin + (day - from) * DAY : at(day);
  }
  return starts;
};

/** The steps from `since` (at most a year back) until after the last day ahead. */
export const clockOf = (now: Instant, since: Instant, zone: string): Clock => {
  const today = localDay(now, zone);
  const back = Math.min(LOOK_BACK_DAYS, Math.max(0, Math.ceil((now - since) / DAY))) + 1;
  const days = daysFrom(plusDays(today, -back), back + AHEAD_DAYS + 2);
  const starts = startsOf(days, zone);
  const begun = now >= (starts[back] ?? 0);
  const shift = weekdayOf(days[0] ?? today) - 1;
  return {
    ...{ days, starts, now, first: back },
    current: begun ? back : back - 1,
    weekday: (step) => (((step + shift) % 7) + 7) % 7,
  };
};

/** The step in which an instant lies; below 0 before the first. */
export const stepOf = ({ starts }: Clock, at: Instant): number => {
  const origin = starts[0] as number;
  let step = Math.floor((at - origin) / DAY);
  // A change of the clock moves it by an hour at most.
  if (step >= 0 && step < starts.length && at < (starts[step] as number)) step--;
  else if (step + 1 >= 0 && step + 1 < starts.length && at >= (starts[step + 1] as number)) step++;
  return step;
};

/** How far into its step an instant lies, in whole hours (0-23). */
export const hourInStep = (clock: Clock, at: Instant, step: number): number =>
  Math.min(23, Math.max(0, Math.floor((at - (clock.starts[step] ?? at)) / HOUR)));
