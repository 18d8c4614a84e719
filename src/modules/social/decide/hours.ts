import { type Day, minutesOf, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { WeekHours } from '#modules/social/types.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const MINUTES_A_DAY = 1_440;

/** A schedule of the standard, as far as a week can be told from it. */
export interface ScheduleFields {
  readonly opens_at?: unknown;
  readonly closes_at?: unknown;
  readonly byday?: unknown;
  readonly freq?: unknown;
  readonly interval?: unknown;
  readonly valid_from?: unknown;
  readonly valid_to?: unknown;
}

const dayOrNull = (value: unknown): Day | null => (typeof value === 'string' && value !== '' ? value : null);

const clockOrNull = (value: unknown): number | null => {
  if (typeof value !== 'string') return null;
  return value.startsWith('24:00') ? MINUTES_A_DAY : minutesOf(value.slice(0, 5));
};

const weekdaysOf = (byday: unknown): number[] =>
  typeof byday !== 'string' || byday.trim() === ''
    ? [1, 2, 3, 4, 5, 6, 7]
    : byday.split(',').flatMap((each) => {
        const at = DAYS.indexOf(each.trim());
        return at < 0 ? [] : [at + 1];
      });

/** The week a schedule describes; once a month or every other week says nothing about this week, and gives none. */
export const hoursOf = (schedule: ScheduleFields): WeekHours[] => {
  const [opens, closes] = [clockOrNull(schedule.opens_at), clockOrNull(schedule.closes_at)];
  const everyWeek =
    schedule.freq !== 'MONTHLY' && (schedule.interval === undefined || schedule.interval === 1);
  if (opens === null || closes === null || opens === closes || !everyWeek) return [];
  return weekdaysOf(schedule.byday).map((weekday) => ({
    weekday,
    opens,
    closes: closes > opens ? closes : closes + MINUTES_A_DAY,
    from: dayOrNull(schedule.valid_from),
    until: dayOrNull(schedule.valid_to),
  }));
};

/** A day with its weekday, asked of many services and worked out once. */
interface WeekDay {
  readonly day: Day;
  readonly weekday: number;
}

/** A moment of the week: today, the day before, and the minute. */
export interface WeekMoment {
  readonly today: WeekDay;
  readonly yesterday: WeekDay;
  readonly minute: number;
}

const weekDay = (day: Day): WeekDay => ({ day, weekday: weekdayOf(day) });

/** The moment at which it is asked what is open. */
export const weekMoment = (day: Day, minute: number): WeekMoment => ({
  ...{ today: weekDay(day), yesterday: weekDay(plusDays(day, -1)) },
  minute,
});

const holds = (hours: WeekHours, { day, weekday }: WeekDay): boolean =>
  hours.weekday === weekday &&
  (hours.from === null || hours.from <= day) &&
  (hours.until === null || day <= hours.until);

/** Is it open at this moment? Null: nobody said when it is open. A night begun yesterday counts. */
export const isOpenAt = (
  week: readonly WeekHours[],
  { today, yesterday, minute }: WeekMoment,
): boolean | null =>
  week.length === 0
    ? null
    : week.some(
        (hours) =>
          (holds(hours, today) && hours.opens <= minute && minute < hours.closes) ||
          (holds(hours, yesterday) && minute + MINUTES_A_DAY < hours.closes),
      );
