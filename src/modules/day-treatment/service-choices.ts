import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { MomentChoice } from '#planning/rota/choices.ts';
import type { Tx } from '#platform/db/database.ts';
import { readCourses, unitsOf } from './board.ts';
import type { Choice, Choices } from './contract-plan.ts';
import { aroundVisit, dayOf, daysLeft, decideMoment, waitsFor } from './decide/plan.ts';
import { chairsIn, presentIn, type Tables } from './decide/planning.ts';
import { minutesOf } from './decide/treatment.ts';
import { type Best, bestMoments, type VisitRead } from './moments.ts';
import { orderOfVisit } from './store-order.ts';
import type { HalfDay } from './types.ts';

/** So many moments somebody chooses from. */
const SHOWN = 3;

/** A visit that is still to come, of an order this house gives. */
export const readVisit = async (
  tx: Tx,
  visitId: string,
  doing: Doing,
): Promise<Result<VisitRead, Refusal>> => {
  const order = await orderOfVisit(tx, visitId);
  if (order === null || order.siteOrg !== doing.actor.organisationId)
    return refuse({ code: 'visit-unknown' });
  if (order.state !== 'signed') return refuse({ code: 'order-over' });
  const [read] = await readCourses(tx, [order]);
  const visit = read?.course.coming.find(({ id }) => id === visitId);
  return read === undefined || visit === undefined ? refuse({ code: 'visit-over' }) : ok({ read, visit });
};

/** Drawn for the reader: the clock, the chairs by their numbers, the nurses by their initials. */
export const choiceFrom = (
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

/** Of the best moments those for which the medicine is there in the course of the day too. */
const fitting = ({ board, moments }: Best, { read, visit }: VisitRead, doing: Doing): MomentChoice[] => {
  const around = aroundVisit(read.course, visit.id);
  const clock = { now: doing.now, zone: REGION_ZONE };
  const fit = moments.filter((moment) => {
    const halfDay = board.halfDays[moment.halfDay] as HalfDay;
    const at = { halfDay, start: halfDay.opens + moment.start * MINUTE };
    return decideMoment({ ...read, visit }, around, at, clock).ok;
  });
  return fit.slice(0, SHOWN);
};

/** The three best moments for one visit, everybody else staying as they are; none, and then why. */
export const choicesOf = async (
  tx: Tx,
  asked: { readonly visitId: string; readonly unitId: string | undefined },
  doing: Doing,
): Promise<Result<Choices, Refusal>> => {
  const [found, units] = await Promise.all([
    readVisit(tx, asked.visitId, doing),
    unitsOf(tx, doing.actor.organisationId),
  ]);
  if (!found.ok) return found;
  const { read, visit } = found.value;
  const { order, treatment, course } = read;
  const { before, waits } = aroundVisit(course, visit.id);
  const today = localDay(doing.now, REGION_ZONE);
  const known = {
    before: before === null ? null : dayOf(before, REGION_ZONE),
    drugReadyAt: visit.state === 'planned' ? (visit.drugReadyAt ?? doing.now) : visit.drugReadyAt,
  };
  const days = daysLeft(order, treatment, known, { today, zone: REGION_ZONE });
  const none = waitsFor(order, treatment, days, { today, waits });
  if (none !== null) return ok({ choices: [], none });
  if (asked.unitId !== undefined && !units.includes(asked.unitId)) return refuse({ code: 'other-unit' });
  const wanted = asked.unitId === undefined ? units : [asked.unitId];
  const best = await bestMoments(tx, found.value, days, { units, wanted, doing });
  const moments = fitting(best, found.value, doing);
  return ok({
    choices: moments.map((moment, i) => choiceFrom(best.tables, moment, found.value, i + 1)),
    none: best.without ?? (moments.length === 0 ? 'no-interval' : null),
  });
};
