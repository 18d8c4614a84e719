import type { Course, HalfDay } from './types.ts';

/**
 * What it weighs to give somebody these half-days, in points; a day of waiting is ten. The numbers are our own choice,
 * not measured. Everything is a whole number, so that two sums can be compared.
 *
 * | part     | points                                                                                           |
 * |----------|--------------------------------------------------------------------------------------------------|
 * | waiting  | 10 a day between the first day the course may begin and its first visit, times the urgency       |
 * | interval | 15 for each day a visit is earlier or later than its interval after the one before               |
 * | weekday  | 10 a visit on another weekday than one that is wished                                            |
 * | part     | 15 a visit on the other half of the day                                                          |
 * | distance | 2 a kilometre, each visit                                                                        |
 * | site     | 25 a visit at another site than the one before, also before these                                |
 * | nurse    | 10 a visit while nobody is there of the nurses who did it before                                 |
 * | without  | 1,000 for each visit that is not planned, as a hundred days of waiting, times the urgency          |
 */
type RotaCost = Readonly<
  Record<'waiting' | 'interval' | 'weekday' | 'part' | 'distance' | 'site' | 'nurse', number>
>;

const PER_DAY_WAITED = 10;
/** For each day off the interval; the search adds it between two visits. */
export const PER_DAY_OFF = 15;
const OTHER_WEEKDAY = 10;
const OTHER_PART = 15;
const PER_KILOMETRE = 2;
/** For another site than the visit before; the search adds it between two visits. */
export const OTHER_SITE = 25;
const OTHER_NURSE = 10;
const PER_VISIT_WITHOUT = 1_000;

/** The parts together. */
export const sumOf = (parts: Partial<RotaCost>): number =>
  Object.values(parts).reduce((sum, part) => sum + part, 0);

const knownNurse = (course: Course, halfDay: HalfDay): boolean =>
  course.earlier === null ||
  course.earlier.nurses.length === 0 ||
  halfDay.nurses.some(({ id }) => course.earlier?.nurses.includes(id));

type VisitCost = Pick<RotaCost, 'weekday' | 'part' | 'distance' | 'nurse'>;

/** What one visit costs by itself on a half-day, whatever the other visits do. */
export const visitCost = (course: Course, halfDay: HalfDay): VisitCost => {
  const { wishes, reach } = course;
  const way = reach.find(({ site }) => site === halfDay.site);
  return {
    weekday: wishes.weekdays.length === 0 || wishes.weekdays.includes(halfDay.weekday) ? 0 : OTHER_WEEKDAY,
    part: wishes.part === null || wishes.part === halfDay.part ? 0 : OTHER_PART,
    distance: Math.round((way?.kilometres ?? 0) * PER_KILOMETRE),
    nurse: knownNurse(course, halfDay) ? 0 : OTHER_NURSE,
  };
};

/** What waiting for the first visit costs, beside what the visit itself does. */
export const firstCost = (course: Course, halfDay: HalfDay): Pick<RotaCost, 'waiting' | 'site'> => ({
  waiting: PER_DAY_WAITED * course.urgency * Math.max(0, halfDay.day - course.from),
  site: course.earlier === null || course.earlier.site === halfDay.site ? 0 : OTHER_SITE,
});

/** What it costs that two visits come after each other like this. */
export const nextCost = (
  course: Course,
  before: HalfDay,
  after: HalfDay,
): Pick<RotaCost, 'interval' | 'site'> => ({
  interval: PER_DAY_OFF * Math.abs(after.day - before.day - course.interval),
  site: before.site === after.site ? 0 : OTHER_SITE,
});

/** What the visits that stand cost: they come first in a course, and stay whatever happens to the rest. */
export const standingCost = (course: Course, halfDays: readonly HalfDay[]): number => {
  const days = course.visits.flatMap(({ locked }) =>
    locked === null ? [] : [halfDays[locked.halfDay] as HalfDay],
  );
  return days.reduce((sum, day, at) => {
    const before = days[at - 1];
    const link = before === undefined ? firstCost(course, day) : nextCost(course, before, day);
    return sum + sumOf(visitCost(course, day)) + sumOf(link);
  }, 0);
};

/** What it costs to leave somebody without, beside what stands of theirs. */
export const withoutCost = (course: Course): number =>
  PER_VISIT_WITHOUT * course.urgency * course.visits.filter(({ locked }) => locked === null).length;
