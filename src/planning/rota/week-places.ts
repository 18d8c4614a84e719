import { firstCost, nextCost, sumOf, visitCost } from './costs.ts';
import { type Ordering, orderingOf } from './order-ask.ts';
import { isOpen } from './order-shape.ts';
import type { Placed } from './order-sheet.ts';
import type { Course, HalfDay, Rota, ToSeat } from './types.ts';

/** The half-days of the visits of the same course before and after, as far as they stand. */
export interface Beside {
  readonly before: HalfDay | null;
  readonly after: HalfDay | null;
}

/** Nothing of the course stands yet. */
export const ALONE: Beside = { before: null, after: null };

const inInterval = ({ interval, tolerance }: Course, before: HalfDay, after: HalfDay): boolean =>
  Math.abs(after.day - before.day - interval) <= tolerance;

/** Whether a visit may fall on a half-day at all, by everything but who else is there. */
export const mayBeOn = (
  course: Course,
  visit: number,
  halfDay: HalfDay,
  { before, after }: Beside,
): boolean => {
  if (!isOpen(halfDay) || !course.reach.some(({ site }) => site === halfDay.site)) return false;
  if (visit === 0 && (halfDay.day < course.from || halfDay.day > course.latest)) return false;
  if (before !== null && !inInterval(course, before, halfDay)) return false;
  return after === null || inInterval(course, halfDay, after);
};

/** What a half-day costs one visit, with what it does to the intervals before and after, in points. */
export const pointsOn = (
  course: Course,
  visit: number,
  halfDay: HalfDay,
  { before, after }: Beside,
): number =>
  sumOf(visitCost(course, halfDay)) +
  (visit === 0 ? sumOf(firstCost(course, halfDay)) : 0) +
  (before === null ? 0 : sumOf(nextCost(course, before, halfDay))) +
  (after === null ? 0 : sumOf(nextCost(course, halfDay, after)));

/** The visits of the same course before and after, where the plan has them. */
export const besideOf = (rota: Rota, placed: readonly Placed[], { course, visit }: ToSeat): Beside => {
  const on = (number: number): HalfDay | null => {
    const at = placed.find((each) => each.course === course && each.visit === number);
    return at === undefined ? null : (rota.halfDays[at.halfDay] as HalfDay);
  };
  return { before: on(visit - 1), after: on(visit + 1) };
};

/** Everybody who has a place, as if it were locked: they stay while somebody else is placed. */
export const standingOf = (rota: Rota, placed: readonly Placed[]): Ordering[] =>
  placed.map((each) => ({ ...orderingOf(rota, each), lock: each }));
