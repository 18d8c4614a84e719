import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type CourseRead, kilometresTo, readCourses } from './board.ts';
import type { DayPlan, ToPlan, ToPlanList } from './contract-plan.ts';
import { aroundVisit, dayOf, daysLeft, waitsFor } from './decide/plan.ts';
import { minutesOf } from './decide/treatment.ts';
import { ordersToGive } from './store-order.ts';
import { lastPlanOf } from './store-plan.ts';
import { tellingsOf } from './store-telling.ts';
import type { PlacedVisit } from './store-visit.ts';
import type { KeptPlan } from './types-plan.ts';
import type { Room } from './types-room.ts';
import type { Telling } from './types-told.ts';
import { viewOffers } from './view-offers.ts';
import { toldView, viewAsking } from './view-told.ts';

const readyFor = ({ order, treatment }: CourseRead, visit: PlacedVisit, today: string): ToPlan['ready'] => ({
  order: order.validUntil >= today,
  lab: treatment.labDays === null ? null : (order.labOn ?? 'missing'),
  drug: visit.drugReadyAt === null ? null : isoFromInstant(visit.drugReadyAt),
});

const lineOf = (
  read: CourseRead,
  visit: PlacedVisit,
  { unitId, tellings }: { readonly unitId: string; readonly tellings: readonly Telling[] },
  doing: Doing,
): ToPlan => {
  const { order, treatment, person, course } = read;
  const today = localDay(doing.now, REGION_ZONE);
  const { before, waits } = aroundVisit(course, visit.id);
  const known = {
    before: before === null ? null : dayOf(before, REGION_ZONE),
    drugReadyAt: visit.drugReadyAt,
  };
  const days = daysLeft(order, treatment, known, { today, zone: REGION_ZONE });
  const { code, name, group } = treatment;
  return {
    ...{ visitId: visit.id, orderId: order.id, orderVersion: order.version },
    ...{ number: visit.number, of: order.visits, treatment: { code, name, group } },
    minutes: minutesOf(treatment),
    person: person === null ? null : { id: person.id, name: person.name },
    before: waits ? order.validUntil : days.until,
    km: kilometresTo(read, unitId, doing),
    ready: readyFor(read, visit, today),
    waits: waitsFor(order, treatment, days, { today, waits }),
    told: toldView(tellings, visit, person?.phone ?? null),
    version: visit.version,
  };
};

/** So much of what a plan costs the best possible might save, at most; in tenths of a percent. */
const worseOf = (cost: number, bound: number): number =>
  cost <= bound ? 0 : Math.round((1_000 * (cost - bound)) / cost) / 10;

/** A plan for who asked for it; `progress` null: it is not being made here any more. */
export const viewPlan = (plan: KeptPlan, progress: number | null): DayPlan => {
  const { cost, bound } = plan;
  const running = plan.state === 'running';
  return {
    ...{ id: plan.id, unitId: plan.unitId, from: plan.fromDay, until: plan.untilDay, cost, bound },
    state: running && progress === null ? 'cancelled' : plan.state,
    why: running && progress === null ? 'server-restarted' : null,
    progress: running ? (progress ?? 0) : 1,
    worse: cost === null || bound === null ? null : worseOf(cost, bound),
    placed: plan.placed,
    waiting: plan.waiting.map((each) => ({ ...each })),
    moves: plan.moves.map((move) => ({ ...move, chairs: [...move.chairs] })),
  };
};

/** Who waits for a moment in a room: who can have one first, of those the most pressing, and the last plan that was made. */
export const viewToPlan = async (tx: Tx, { unitId }: Room, doing: Doing): Promise<ToPlanList> => {
  const { organisationId } = doing.actor;
  const reads = await readCourses(tx, await ordersToGive(tx, organisationId));
  const open = reads.flatMap((read) =>
    read.course.coming.filter(({ state }) => state === 'to-plan').map((visit) => ({ read, visit })),
  );
  const known = await tellingsOf(
    tx,
    open.map(({ visit }) => visit.id),
  );
  const visits = open
    .map(({ read, visit }) => {
      const at = { unitId, tellings: known.get(visit.id) ?? [] };
      return { urgency: read.order.urgency, line: lineOf(read, visit, at, doing) };
    })
    .sort(
      (a, b) =>
        Number(a.line.waits !== null) - Number(b.line.waits !== null) ||
        b.urgency - a.urgency ||
        a.line.before.localeCompare(b.line.before),
    );
  const plan = await lastPlanOf(tx, unitId, localDay(doing.now, REGION_ZONE));
  return {
    visits: visits.map(({ line }) => line),
    asking: await viewAsking(tx, unitId, doing),
    offers: await viewOffers(tx, unitId, reads, doing),
    plan:
      plan === null
        ? null
        : {
            ...{ id: plan.id, placed: plan.placed, waiting: plan.waiting.length },
            of: plan.placed + plan.waiting.length,
            worse: worseOf(plan.cost ?? 0, plan.bound ?? 0),
          },
  };
};
