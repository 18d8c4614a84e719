import { localDay } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { HalfDay } from '#modules/day-treatment/types.ts';
import type { OfferReason } from '#modules/day-treatment/types-plan.ts';
import { choicesFor, type MomentChoice } from '#planning/rota/choices.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import { GRID } from '#planning/rota/types.ts';
import { type Coming, seatingOf } from './give.ts';
import { aroundVisit, dayOf, daysLeft, decideMoment, waitsFor } from './plan.ts';
import type { Tables } from './planning.ts';

/** So many minutes somebody has between a call and their chair, in a half-day that has begun. */
const CALLED = 30;

interface Clock {
  readonly now: Instant;
  readonly zone: string;
}

/** Why each event of the diary makes a moment free. */
const FREES: ReadonlyMap<string, OfferReason> = new Map([
  ['visit-unplanned', 'unplanned'],
  ['visit-moved', 'unplanned'],
  ['visit-missed', 'missed'],
  ['visit-not-given', 'missed'],
  ['moment-freed', 'stopped'],
  ['half-day-opened', 'opened'],
]);

/** The half-day in which a moment came free by what happened, and why; null: none did. */
export const freedBy = (happened: {
  readonly event: string;
  readonly subject: string;
  readonly body: Readonly<Record<string, unknown>>;
}): { readonly halfDayId: string; readonly because: OfferReason } | null => {
  const { event, subject, body } = happened;
  const because = FREES.get(event);
  if (because === undefined) return null;
  if (because === 'stopped' || because === 'opened') return { halfDayId: subject, because };
  const halfDayId = event === 'visit-moved' ? body['left'] : body['halfDayId'];
  return typeof halfDayId === 'string' ? { halfDayId, because } : null;
};

/** The best moment for somebody who waits in one half-day, everybody else staying as they are; null: there is none. */
export const momentIn = (
  tables: Tables,
  coming: Coming,
  halfDay: HalfDay,
  clock: Clock,
): MomentChoice | null => {
  const around = aroundVisit(coming.course, coming.visit.id);
  const isRight = (start: Instant): boolean => decideMoment(coming, around, { halfDay, start }, clock).ok;
  if (!isRight(halfDay.closes)) return null;
  const { board } = seatingOf(tables, coming, halfDay);
  const minutes = (clock.now - halfDay.opens) / MINUTE + CALLED;
  const earliest = clock.now < halfDay.opens ? 0 : Math.ceil(minutes / GRID) * GRID;
  const courses = board.rota.courses.map((course, at) =>
    at === 0 && earliest > 0 ? { ...course, wishes: { ...course.wishes, start: earliest } } : course,
  );
  const rota = { ...board.rota, courses };
  const [moment] = choicesFor({
    ...{ rota, shapes: shapesOf(rota.treatments), placed: board.placed },
    ...{ visit: { course: 0, visit: 0 }, firstHalfDay: 0, count: 1 },
  }).moments;
  if (moment === undefined || moment.start < earliest) return null;
  if (!isRight(halfDay.opens + moment.start * MINUTE)) return null;
  // As early as can be was our wish, not theirs.
  return { ...moment, reasons: moment.reasons.filter((reason) => reason !== 'wished-start') };
};

/** The latest day somebody may come; null: they cannot have a moment yet. */
const latestOf = ({ order, treatment, course, visit }: Coming, { now, zone }: Clock): string | null => {
  const today = localDay(now, zone);
  const { before, waits } = aroundVisit(course, visit.id);
  const known = { before: before === null ? null : dayOf(before, zone), drugReadyAt: visit.drugReadyAt };
  const days = daysLeft(order, treatment, known, { today, zone });
  return waitsFor(order, treatment, days, { today, waits }) === null ? days.until : null;
};

/** Who waits and fits best in a half-day: the most urgent who can come, and of those who has the least time left. */
export const offerFor = (
  tables: Tables,
  waiting: readonly Coming[],
  halfDay: HalfDay,
  clock: Clock,
): Coming | null => {
  const inTurn = waiting
    .flatMap((coming) => {
      const latest = latestOf(coming, clock);
      return latest === null ? [] : [{ coming, latest }];
    })
    .sort((a, b) => b.coming.order.urgency - a.coming.order.urgency || a.latest.localeCompare(b.latest));
  return inTurn.find(({ coming }) => momentIn(tables, coming, halfDay, clock) !== null)?.coming ?? null;
};
