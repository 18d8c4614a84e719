import { instantOf, localTime, plusDays } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';

/** So far back the region looks for what is usual. */
export const LOOK_BACK_DAYS = 56;
/** With fewer days than this nobody can say what is usual. */
const ENOUGH_DAYS = 14;
/** The same hour of one weekday comes once a week: two months of it say something. */
const ENOUGH_WEEKS = 8;

/** One request as far as counting needs it. */
export interface Course {
  readonly sentAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly fromHospital: boolean;
  readonly noPlace: boolean;
}

/** The figures of the region at one moment. */
export interface Counted {
  readonly waiting: number;
  readonly hospital: number;
  readonly placed: number;
  readonly 'no-place': number;
}

/** The usual band: one day in ten is below, one in ten above. `max` is the busiest seen, for the length of the scale. */
export interface Usual {
  readonly low: number;
  readonly high: number;
  readonly max: number;
}

const waitsAt = (course: Course, at: Instant): boolean =>
  course.sentAt <= at && (course.acceptedAt ?? course.closedAt ?? Number.POSITIVE_INFINITY) > at;

const within = (moment: Instant | null, from: Instant, until: Instant): boolean =>
  moment !== null && from <= moment && moment <= until;

/** Who waited at a moment, who was placed that day, and who found no place in the week before. */
export const countAt = (courses: readonly Course[], at: Instant, zone: string): Counted => {
  const midnight = instantOf(localTime(at, zone).day, 0, zone);
  const waiting = courses.filter((course) => waitsAt(course, at));
  return {
    waiting: waiting.length,
    hospital: waiting.filter((course) => course.fromHospital).length,
    placed: courses.filter((course) => within(course.acceptedAt, midnight, at)).length,
    'no-place': courses.filter((course) => course.noPlace && within(course.closedAt, at - 7 * DAY, at))
      .length,
  };
};

/** How long the one who waits longest has been waiting, in minutes; null when nobody waits. */
export const longestWait = (courses: readonly Course[], at: Instant): number | null => {
  const waiting = courses.filter((course) => waitsAt(course, at)).map((course) => at - course.sentAt);
  return waiting.length === 0 ? null : Math.floor(Math.max(...waiting) / 60_000);
};

const bandOf = (values: readonly number[]): Usual => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number, round: (x: number) => number): number =>
    sorted[round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.1, Math.floor), high: at(0.9, Math.ceil), max: at(1, Math.ceil) };
};

/** The usual band of values of weeks past; null with too few of them to say. */
export const usualOf = (values: readonly number[]): Usual | null =>
  values.length < ENOUGH_WEEKS ? null : bandOf(values);

/** What is usual at this hour of the day, from the days that were lived through; null with too few of them. */
export const usualAt = (
  courses: readonly Course[],
  now: Instant,
  zone: string,
): Record<keyof Counted, Usual> | null => {
  const began = Math.min(...courses.map((course) => course.sentAt));
  const { day, minutes } = localTime(now, zone);
  const moments = Array.from({ length: LOOK_BACK_DAYS }, (_, back) =>
    instantOf(plusDays(day, -1 - back), minutes, zone),
  ).filter((at) => at >= began);
  if (moments.length < ENOUGH_DAYS) return null;
  const counted = moments.map((at) => countAt(courses, at, zone));
  return {
    waiting: bandOf(counted.map((each) => each.waiting)),
    hospital: bandOf(counted.map((each) => each.hospital)),
    placed: bandOf(counted.map((each) => each.placed)),
    'no-place': bandOf(counted.map((each) => each['no-place'])),
  };
};
