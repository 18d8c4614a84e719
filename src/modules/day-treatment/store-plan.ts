import type { Day } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { range, stamp, stampOrNull } from '#platform/db/types.ts';
import type { KeptPlan, PlanState, StandingVisit } from './types-plan.ts';

/** Everybody who takes chairs and care in these half-days, with the treatment it is. */
export const standingIn = (tx: Tx, halfDayIds: readonly string[]): Promise<StandingVisit[]> =>
  rows<StandingVisit>(
    tx,
    `select v.id, v.order_id as "orderId", v.state, v.half_day_id as "halfDayId", v.during, v.nurse_id as "nurseId",
       v.claims, v.locked, v.confirmed_at as "confirmedAt", v.signature, o.treatment, o.treatment_version as "treatmentVersion"
     from day_treatment_visit v join day_treatment_order o on o.id = v.order_id
     where v.half_day_id = any($1::uuid[]) and v.during is not null and v.state in ('planned', 'arrived', 'done')
     order by lower(v.during), v.id`,
    [halfDayIds],
  );

/** The order of a visit; null when the reader is no party to it. */
export const orderIdOf = async (tx: Tx, visitId: string): Promise<string | null> => {
  const row = await first<{ id: string }>(
    tx,
    'select order_id as id from day_treatment_visit where id = $1',
    [visitId],
  );
  return row?.id ?? null;
};

/** Of which order each of these visits is, as far as the reader is a party to it. */
export const orderIdsOf = async (
  tx: Tx,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const found = await rows<{ id: string; orderId: string }>(
    tx,
    'select id, order_id as "orderId" from day_treatment_visit where id = any($1::uuid[])',
    [visitIds],
  );
  return new Map(found.map(({ id, orderId }) => [id, orderId]));
};

/** A visit with its moment, as it is written. */
export interface WrittenPlace {
  readonly id: string;
  readonly halfDayId: string;
  readonly during: Interval;
  readonly nurseId: string;
  readonly setUp: Interval;
  readonly claims: readonly string[];
  readonly signature: number;
}

/** Gives visits their moments, all in one statement. Who was told of another moment is told again, and confirms again. */
export const placeVisits = (tx: Tx, visits: readonly WrittenPlace[]): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_visit v set state = 'planned',
       confirmed_at = case when v.during = t.during then v.confirmed_at end,
       half_day_id = t.half_day, during = t.during, nurse_id = t.nurse, set_up = t.set_up, claims = t.claims::uuid[],
       signature = t.signature, version = v.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::tstzrange[], $4::uuid[], $5::tstzrange[], $6::text[], $7::integer[])
       as t(id, half_day, during, nurse, set_up, claims, signature)
     where v.id = t.id`,
    [
      visits.map(({ id }) => id),
      visits.map(({ halfDayId }) => halfDayId),
      visits.map(({ during }) => range(during)),
      visits.map(({ nurseId }) => nurseId),
      visits.map(({ setUp }) => range(setUp)),
      visits.map(({ claims }) => `{${claims.join(',')}}`),
      visits.map(({ signature }) => signature),
    ],
  );

/** A visit has no moment any more. */
export const unplaceVisit = (tx: Tx, id: string): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_visit set state = 'to-plan', half_day_id = null, during = null, nurse_id = null, set_up = null,
       claims = '{}', locked = false, confirmed_at = null, version = version + 1 where id = $1`,
    [id],
  );

/** Whether the optimiser leaves a visit where it is. */
export const lockPlace = (tx: Tx, id: string, locked: boolean): Promise<unknown> =>
  rows(tx, 'update day_treatment_visit set locked = $2, version = version + 1 where id = $1', [id, locked]);

/** Nobody came: the row says when and where that was, its chairs are free. */
export const missVisit = (tx: Tx, id: string): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_visit set state = 'no-show', locked = false, version = version + 1 where id = $1`,
    [id],
  );

const PLAN = `p.id, p.organisation_id as "organisationId", p.unit_id as "unitId", p.from_day as "fromDay",
  p.until_day as "untilDay", p.state, p.cost, p.bound, p.placed, p.waiting, p.moves`;

/** A plan that is being made from now on. */
export const insertPlan = (
  tx: Tx,
  plan: Pick<KeptPlan, 'id' | 'organisationId' | 'unitId' | 'fromDay' | 'untilDay'>,
  by: { readonly now: Instant; readonly actor: string },
): Promise<unknown> =>
  rows(
    tx,
    `insert into day_treatment_plan (id, organisation_id, unit_id, from_day, until_day, made_at, actor)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [plan.id, plan.organisationId, plan.unitId, plan.fromDay, plan.untilDay, stamp(by.now), by.actor],
  );

/** A plan of the acting house under lock; null for another house. */
export const lockPlan = (tx: Tx, id: string): Promise<KeptPlan | null> =>
  first<KeptPlan>(tx, `select ${PLAN} from day_treatment_plan p where p.id = $1 for update`, [id]);

/** A plan of the acting house; null for another house. */
export const planById = (tx: Tx, id: string): Promise<KeptPlan | null> =>
  first<KeptPlan>(tx, `select ${PLAN} from day_treatment_plan p where p.id = $1`, [id]);

/** The newest plan of a room that is ready and not over; null when there is none, or a newer one was taken. */
export const lastPlanOf = async (tx: Tx, unitId: string, today: Day): Promise<KeptPlan | null> => {
  const plan = await first<KeptPlan>(
    tx,
    `select ${PLAN} from day_treatment_plan p
     where p.unit_id = $1 and p.state in ('ready', 'taken') and p.until_day > $2::date order by p.made_at desc limit 1`,
    [unitId, today],
  );
  return plan?.state === 'ready' ? plan : null;
};

/** What a plan that was being made came to; one that was cancelled meanwhile stays so. */
export const finishPlan = (
  tx: Tx,
  plan: KeptPlan,
  by: { readonly now: Instant; readonly actor: string },
): Promise<unknown> =>
  rows(
    tx,
    // The answer may be there before the question is committed: then it waits for it here.
    `insert into day_treatment_plan (id, organisation_id, unit_id, from_day, until_day, made_at, actor, state, cost, bound,
       placed, waiting, moves)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13::jsonb)
     on conflict (id) do update set state = excluded.state, cost = excluded.cost, bound = excluded.bound,
       placed = excluded.placed, waiting = excluded.waiting, moves = excluded.moves
     where day_treatment_plan.state = 'running'`,
    [
      ...[plan.id, plan.organisationId, plan.unitId, plan.fromDay, plan.untilDay, stamp(by.now), by.actor],
      ...[plan.state, plan.cost, plan.bound, plan.placed],
      ...[JSON.stringify(plan.waiting), JSON.stringify(plan.moves)],
    ],
  );

/** A plan goes on to its next state. */
export const writePlanState = (
  tx: Tx,
  id: string,
  state: PlanState,
  takenAt: Instant | null,
): Promise<unknown> =>
  rows(tx, 'update day_treatment_plan set state = $2, taken_at = $3 where id = $1', [
    id,
    state,
    stampOrNull(takenAt),
  ]);
