import type { Placed } from '#planning/rota/order-sheet.ts';
import type { HalfDay, Rota, ToSeat } from '#planning/rota/types.ts';
import { planningWeek } from '#planning/rota/week.ts';
import { besideOf } from '#planning/rota/week-places.ts';
import { type Drawing, type Drawn, fillIn, goingWithout, idOf } from './draw.ts';

const WEEK = 7;

/** The half-days that take somebody in lie within one week, and nobody waits for two visits in it. */
export const isOneWeek = (
  { halfDays }: Rota,
  open: readonly number[],
  waiting: readonly ToSeat[],
): boolean => {
  const days = open.map((at) => (halfDays[at] as HalfDay).day);
  const courses = new Set(waiting.map(({ course }) => course));
  return days.length > 0 && Math.max(...days) - Math.min(...days) < WEEK && courses.size === waiting.length;
};

/** Everybody who stands in these half-days. */
const standingIn = ({ courses }: Rota, open: readonly number[]): Placed[] =>
  courses.flatMap(({ visits }, course) =>
    visits.flatMap(({ locked }, visit): Placed[] =>
      locked !== null && open.includes(locked.halfDay) ? [{ ...locked, course, visit }] : [],
    ),
  );

/**
 * One week, who comes when and on which chair all at once, so that its bound is that of the week to the minute. What is
 * not proven to be the best may have left somebody out for whom there is a moment after all.
 */
export function* drawWeek(
  drawing: Drawing,
  open: readonly number[],
  waiting: readonly ToSeat[],
  everybody: readonly Placed[],
): Generator<number, Drawn, void> {
  const { rota, shapes, chance, stuck } = drawing;
  const visits = [...standingIn(rota, open), ...waiting];
  const beside = (visit: ToSeat) => besideOf(rota, [...everybody, ...stuck], visit);
  const steps = planningWeek({ rota, shapes, halfDays: open, visits, beside }, chance);
  let week = steps.next();
  for (; week.done !== true; week = steps.next()) yield week.value.progress;
  const { placed, without, cost, bound } = week.value;
  const has = new Set(placed.map(idOf));
  const standing = everybody.filter((each) => !has.has(idOf(each)));
  const filled = fillIn(drawing, without, [...placed, ...standing]);
  const left = without.reduce((sum, visit) => sum + goingWithout(rota, visit), 0);
  return { ...filled, cost: cost - left + filled.cost, bound };
}
