import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { stampOrNull } from '#platform/db/types.ts';
import type { Visit } from './types.ts';

/** A visit, and where it is planned. */
export interface PlacedVisit extends Visit {
  /** The room of its half-day; null: it has none. */
  readonly unitId: string | null;
}

const VISIT = `v.id, v.order_id as "orderId", v.number, v.attempt, v.state, v.half_day_id as "halfDayId", v.during,
  v.nurse_id as "nurseId", v.set_up as "setUp", v.claims, v.locked, v.signature, v.drug_ready_at as "drugReadyAt",
  v.confirmed_at as "confirmedAt", v.version, h.unit_id as "unitId"`;

/** The visits of orders, in order. */
export const visitsOf = async (
  tx: Tx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, PlacedVisit[]>> => {
  const found = await rows<PlacedVisit>(
    tx,
    `select ${VISIT} from day_treatment_visit v left join day_treatment_half_day h on h.id = v.half_day_id
     where v.order_id = any($1::uuid[]) order by v.number, v.attempt`,
    [orderIds],
  );
  return Map.groupBy(found, ({ orderId }) => orderId);
};

/** All visits of these orders under lock, in the one order of the house. */
export const lockVisitsOf = (tx: Tx, orderIds: readonly string[]): Promise<PlacedVisit[]> =>
  rows<PlacedVisit>(
    tx,
    `select ${VISIT} from day_treatment_visit v left join day_treatment_half_day h on h.id = v.half_day_id
     where v.order_id = any($1::uuid[]) order by v.order_id, v.number, v.attempt for update of v`,
    [orderIds],
  );

/** The visits of one order under lock. */
export const lockVisits = (tx: Tx, orderId: string): Promise<PlacedVisit[]> => lockVisitsOf(tx, [orderId]);

/** Adds visits that somebody has still to get a moment for. One that was taken away before comes back as the next try. */
export const addVisits = async (
  tx: Tx,
  orderId: string,
  numbers: readonly number[],
  signature: number,
): Promise<void> => {
  await rows(
    tx,
    `insert into day_treatment_visit (id, order_id, number, attempt, state, signature)
     select n.id, $1::uuid, n.number, 1 + coalesce((select max(v.attempt) from day_treatment_visit v
       where v.order_id = $1 and v.number = n.number), 0), 'to-plan', $4
     from unnest($2::uuid[], $3::integer[]) as n (id, number)`,
    [orderId, numbers.map(() => newId()), numbers, signature],
  );
};

/** These visits do not take place any more, and why; their half-day is free again. */
export const cancelVisits = async (tx: Tx, ids: readonly string[], why: string): Promise<void> => {
  await rows(
    tx,
    `update day_treatment_visit set state = 'cancelled', half_day_id = null, during = null, nurse_id = null, set_up = null,
       claims = '{}', locked = false, confirmed_at = null, ended_why = $2, version = version + 1
     where id = any($1::uuid[]) and state in ('to-plan', 'planned')`,
    [ids, why],
  );
};

/** When the medicine for a visit is ready at the site. */
export const setDrugReady = async (tx: Tx, id: string, readyAt: Instant | null): Promise<void> => {
  await rows(tx, 'update day_treatment_visit set drug_ready_at = $2, version = version + 1 where id = $1', [
    id,
    stampOrNull(readyAt),
  ]);
};

/** These visits stand under the newest signature again. */
export const renewVisits = async (tx: Tx, ids: readonly string[], signature: number): Promise<void> => {
  await rows(
    tx,
    'update day_treatment_visit set signature = $2, version = version + 1 where id = any($1::uuid[])',
    [ids, signature],
  );
};
