import type { Instant, Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { range, stamp } from '#platform/db/types.ts';
import type { VisitState } from './types.ts';
import type { ListedVisit } from './types-day.ts';

const LISTED = `v.id, v.order_id as "orderId", v.number, v.attempt, v.state, v.half_day_id as "halfDayId", v.during,
  v.nurse_id as "nurseId", v.claims, v.drug_ready_at as "drugReadyAt"`;

/** Who is on the list of a half-day: who has their moment in it, and who has acts in it although the moment is gone. */
export const listedVisits = (tx: Tx, halfDayId: string): Promise<ListedVisit[]> =>
  rows<ListedVisit>(
    tx,
    `select ${LISTED} from day_treatment_visit v where v.half_day_id = $1
       or v.id in (select a.visit_id from day_treatment_act a where a.half_day_id = $1)
     order by lower(v.during) nulls last, v.id`,
    [halfDayId],
  );

/** These visits, under lock with all others of their orders: who plans or stops one of those locks them in the same order. */
export const lockListed = async (tx: Tx, ids: readonly string[]): Promise<ListedVisit[]> => {
  const locked = await rows<ListedVisit>(
    tx,
    `select ${LISTED} from day_treatment_visit v where v.order_id in
       (select its.order_id from day_treatment_visit its where its.id = any($1::uuid[]))
     order by v.order_id, v.number, v.attempt for update`,
    [ids],
  );
  const wanted = new Set(ids);
  return locked.filter(({ id }) => wanted.has(id));
};

/** Visits this house gives of which somebody is still in the house, in half-days that were over at a moment. */
export const forgottenVisits = async (tx: Tx, siteOrg: string, over: Instant): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    `select v.id from day_treatment_visit v join day_treatment_half_day h on h.id = v.half_day_id
     join day_treatment_order o on o.id = v.order_id
     where v.state = 'arrived' and h.closes < $2::timestamptz and o.site_org = $1`,
    [siteOrg, stamp(over)],
  );
  return found.map(({ id }) => id);
};

/** Has the nurse of this visit meanwhile somebody else to set up at that moment? */
export const isNurseTaken = async (tx: Tx, id: string): Promise<boolean> =>
  (await first(
    tx,
    `select 1 from day_treatment_visit v join day_treatment_visit o on o.nurse_id = v.nurse_id and o.set_up && v.set_up
     where v.id = $1 and o.id <> v.id and o.state in ('planned', 'arrived')`,
    [id],
  )) !== null;

/** Writes what became of a visit, and why when nothing was given. */
export const writeTurn = (
  tx: Tx,
  visit: { readonly id: string; readonly state: VisitState; readonly why: string | null },
): Promise<unknown> =>
  rows(
    tx,
    'update day_treatment_visit set state = $2, ended_why = $3, locked = false, version = version + 1 where id = $1',
    [visit.id, visit.state, visit.why],
  );

/** Writes on which chairs a visit is. */
export const writeClaims = (tx: Tx, id: string, claims: readonly string[]): Promise<unknown> =>
  rows(tx, 'update day_treatment_visit set claims = $2, version = version + 1 where id = $1', [id, claims]);

/** A visit was given in a half-day in which it did not stand any more. */
export const writeGivenHere = (
  tx: Tx,
  given: {
    readonly id: string;
    readonly halfDayId: string;
    readonly during: Interval;
    readonly setUp: Interval;
  },
): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_visit set state = 'done', half_day_id = $2, during = $3, set_up = $4, nurse_id = null, claims = '{}',
       locked = false, ended_why = null, version = version + 1 where id = $1`,
    [given.id, given.halfDayId, range(given.during), range(given.setUp)],
  );
