import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DayRecord, RecordVisit } from './contract-day.ts';
import { standingActs, standingOf } from './decide/day.ts';
import { reactionsIn, whyNot } from './decide/turn.ts';
import { actsOf } from './store-act.ts';
import { orderById } from './store-order.ts';
import { treatmentsOf } from './store-treatment.ts';
import { type PlacedVisit, visitsOf } from './store-visit.ts';
import type { Treatment } from './types.ts';
import type { KeptAct } from './types-day.ts';
import { actView } from './view-day.ts';

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const visitView = (
  visit: PlacedVisit,
  acts: readonly KeptAct[],
  treatment: Treatment,
  doing: Doing,
): RecordVisit => {
  const standing = standingOf(visit.during?.from ?? 0, treatment, acts);
  return {
    ...{ id: visit.id, number: visit.number, attempt: visit.attempt, state: visit.state },
    phase: standing.phase,
    unit: doing.region.units.find(({ id }) => id === visit.unitId)?.name ?? null,
    arrivedAt: isoOrNull(standing.arrivedAt),
    startedAt: isoOrNull(standing.startedAt),
    stoppedAt: isoOrNull(standing.stoppedAt),
    leftAt: standing.phase === 'left' ? isoOrNull(standing.since) : null,
    reacted: reactionsIn(acts) > 0,
    why: whyNot(acts),
    acts: standingActs(acts).map(actView),
  };
};

/** What was given on an order, for its parties: visits of which something was written down. */
export const viewRecord = async (tx: Tx, id: string, doing: Doing): Promise<Result<DayRecord, Refusal>> => {
  const order = await orderById(tx, id);
  if (order === null) return refuse({ code: 'order-unknown' });
  const treatment = (await treatmentsOf(tx, [order])).get(`${order.treatment} ${order.treatmentVersion}`);
  if (treatment === undefined) throw new Error('an order stands under a treatment that is not there');
  const visits = (await visitsOf(tx, [id])).get(id) ?? [];
  const acts = await actsOf(
    tx,
    visits.map((visit) => visit.id),
  );
  return ok({
    ...{ orderId: order.id, code: order.code, treatment: treatment.name, dose: order.dose },
    site: doing.region.organisations.find((each) => each.id === order.siteOrg)?.name ?? '',
    visits: visits
      .filter((visit) => acts.has(visit.id))
      .map((visit) => visitView(visit, acts.get(visit.id) ?? [], treatment, doing)),
  });
};
