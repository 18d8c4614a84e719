import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { choicesFor, type MomentChoice } from '#planning/rota/choices.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  askedFrom,
  type CourseRead,
  comingFrom,
  halfDaysFor,
  readCourses,
  readTables,
  unitsOf,
} from './board.ts';
import type { Choice, Choices } from './contract-plan.ts';
import { aroundVisit, dayOf, daysLeft, decideMoment, waitsFor } from './decide/plan.ts';
import { type Board, boardOf, chairsIn, presentIn, type Tables } from './decide/planning.ts';
import { minutesOf } from './decide/treatment.ts';
import { orderById } from './store-order.ts';
import { orderIdOf } from './store-plan.ts';
import type { PlacedVisit } from './store-visit.ts';
import type { HalfDay } from './types.ts';

/** So many moments somebody chooses from; a few more are looked at, for who must wait for a medicine in the course of a day. */
const SHOWN = 3;
const LOOKED_AT = 6;

/** A visit that can have a moment, with its course. */
export interface VisitRead {
  readonly read: CourseRead;
  readonly visit: PlacedVisit;
}

/** A visit that is still to come, of an order this house gives. */
export const readVisit = async (
  tx: Tx,
  visitId: string,
  doing: Doing,
): Promise<Result<VisitRead, Refusal>> => {
  const orderId = await orderIdOf(tx, visitId);
  const order = orderId === null ? null : await orderById(tx, orderId);
  if (order === null || order.siteOrg !== doing.actor.organisationId)
    return refuse({ code: 'visit-unknown' });
  if (order.state !== 'signed') return refuse({ code: 'order-over' });
  const [read] = await readCourses(tx, [order]);
  const visit = read?.course.coming.find(({ id }) => id === visitId);
  return read === undefined || visit === undefined ? refuse({ code: 'visit-over' }) : ok({ read, visit });
};

/** Drawn for the reader: the clock, the chairs by their numbers, the nurses by their initials. */
const choiceFrom = (
  tables: Tables,
  moment: MomentChoice,
  { read: { treatment } }: VisitRead,
  rank: number,
): Choice => {
  const halfDay = tables.halfDays[moment.halfDay] as HalfDay;
  const own = chairsIn(tables, halfDay.unitId);
  const present = presentIn(tables, halfDay.id);
  const from = halfDay.opens + moment.start * MINUTE;
  return {
    ...{ rank, halfDayId: halfDay.id, halfDayVersion: halfDay.version, day: halfDay.day, part: halfDay.part },
    from: isoFromInstant(from),
    until: isoFromInstant(from + minutesOf(treatment) * MINUTE),
    start: moment.start,
    chairs: treatment.seats.flatMap((seat, n) => {
      const chair = own[moment.chairs[n] ?? -1];
      if (chair === undefined) return [];
      const [start, end] = [from + seat.from * MINUTE, from + seat.until * MINUTE];
      const { id, code, room } = chair;
      return [{ id, code, room, from: isoFromInstant(start), until: isoFromInstant(end) }];
    }),
    nurse: {
      id: moment.nurse,
      initials: present.find(({ id }) => id === moment.nurse)?.initials ?? '',
    },
    others: present.filter(({ id }) => id !== moment.nurse).map(({ initials }) => initials),
    reasons: [...moment.reasons],
    busy: { taken: moment.others, of: own.length },
  };
};

const momentsOn = (
  board: Board,
  found: VisitRead,
  asked: { readonly index: number; readonly firstHalfDay: number },
  doing: Doing,
) => {
  const { read, visit } = found;
  const { moments, without } = choicesFor({
    ...{ rota: board.rota, shapes: shapesOf(board.rota.treatments), placed: board.placed },
    visit: { course: 0, visit: asked.index },
    ...{ firstHalfDay: asked.firstHalfDay, count: LOOKED_AT },
  });
  const around = aroundVisit(read.course, visit.id);
  const clock = { now: doing.now, zone: REGION_ZONE };
  const fit = moments.filter((moment) => {
    const halfDay = board.halfDays[moment.halfDay] as HalfDay;
    const at = { halfDay, start: halfDay.opens + moment.start * MINUTE };
    return decideMoment({ ...read, visit }, around, at, clock).ok;
  });
  return { moments: fit.slice(0, SHOWN), without: without ?? (fit.length === 0 ? 'no-interval' : null) };
};

/** The three best moments for one visit, everybody else staying as they are; none, and then why. */
export const choicesOf = async (
  tx: Tx,
  asked: { readonly visitId: string; readonly unitId: string | undefined },
  doing: Doing,
): Promise<Result<Choices, Refusal>> => {
  const found = await readVisit(tx, asked.visitId, doing);
  if (!found.ok) return found;
  const { read, visit } = found.value;
  const { order, treatment, course } = read;
  const { before, after, waits } = aroundVisit(course, visit.id);
  const today = localDay(doing.now, REGION_ZONE);
  const known = {
    before: before === null ? null : dayOf(before, REGION_ZONE),
    drugReadyAt: visit.state === 'planned' ? (visit.drugReadyAt ?? doing.now) : visit.drugReadyAt,
  };
  const days = daysLeft(order, treatment, known, { today, zone: REGION_ZONE });
  const none = waitsFor(order, treatment, days, { today, waits });
  if (none !== null) return ok({ choices: [], none });
  const units = await unitsOf(tx, doing.actor.organisationId);
  if (asked.unitId !== undefined && !units.includes(asked.unitId)) return refuse({ code: 'other-unit' });
  const wanted = asked.unitId === undefined ? units : [asked.unitId];
  const beside = [before, after].filter((each) => each?.state === 'planned').flatMap((each) => each ?? []);
  const halfDays = await halfDaysFor(
    tx,
    wanted,
    days,
    beside.flatMap(({ halfDayId }) => halfDayId ?? []),
  );
  const tables = await readTables(tx, halfDays, units, [order]);
  // This visit itself has no place while another is looked for.
  const visits = [before, visit, after].flatMap((each) => {
    if (each === visit) return [{ id: visit.id, standing: null }];
    return each === null || !beside.includes(each) ? [] : [comingFrom(read, each)];
  });
  const span = { from: days.from, latest: days.until };
  const board = boardOf(tables, [askedFrom(read, visits, span, { unitIds: wanted, doing })]);
  const first = halfDays.findIndex(({ opens, day }) => opens > doing.now && day >= days.from);
  const at = {
    index: visits.findIndex(({ id }) => id === visit.id),
    firstHalfDay: first === -1 ? halfDays.length : first,
  };
  const { moments, without } = momentsOn(board, found.value, at, doing);
  return ok({
    choices: moments.map((moment, i) => choiceFrom(tables, moment, found.value, i + 1)),
    none: without,
  });
};
