import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Order } from './types.ts';

/** The columns of an order. */
export const ORDER = `o.id, o.code, o.person_id as "personId", o.treatment, o.treatment_version as "treatmentVersion",
  o.hospital_org as "hospitalOrg", o.site_org as "siteOrg", o.gp_org as "gpOrg", o.specialist_name as "specialistName",
  o.specialist_phone as "specialistPhone", o.visits, o.given, o.first_given_on as "firstGivenOn",
  o.interval_days as "intervalDays", o.tolerance_days as "toleranceDays", o.from_day as "fromDay",
  o.latest_day as "latestDay", o.valid_until as "validUntil", o.urgency, o.dose, o.weight_kg::float8 as "weightKg",
  o.lab_on as "labOn", o.lab_ok as "labOk", o.limits, o.stop_rule as "stopRule", o.wishes, o.state,
  o.signed_at as "signedAt", o.signed_by as "signedBy", o.signature, o.ended_at as "endedAt",
  o.stop_reason as "stopReason", o.version`;

/** The next short code by which people name an order on the phone. */
export const nextOrderCode = async (tx: Tx): Promise<string> => {
  const row = await first<{ code: number }>(tx, "select nextval('day_treatment_code')::integer as code");
  return `TK-${String(row?.code ?? 0).padStart(4, '0')}`;
};

/** An order the reader is a party to; null when there is none. */
export const orderById = (tx: Tx, id: string): Promise<Order | null> =>
  first<Order>(tx, `select ${ORDER} from day_treatment_order o where o.id = $1`, [id]);

/** The order of a visit the reader is a party to; null when there is none. */
export const orderOfVisit = (tx: Tx, visitId: string): Promise<Order | null> =>
  first<Order>(
    tx,
    `select ${ORDER} from day_treatment_order o
     where o.id = (select v.order_id from day_treatment_visit v where v.id = $1)`,
    [visitId],
  );

/** These orders, as far as the reader is a party to them. */
export const ordersById = (tx: Tx, ids: readonly string[]): Promise<Order[]> =>
  rows<Order>(tx, `select ${ORDER} from day_treatment_order o where o.id = any($1::uuid[])`, [ids]);

/** One order under lock, for who changes it: the hospital alone. */
export const lockOrder = (tx: Tx, id: string): Promise<Order | null> =>
  first<Order>(tx, `select ${ORDER} from day_treatment_order o where o.id = $1 for update`, [id]);

/** Every signed order that this house gives, the most pressing first: who plans leaves nobody out. */
export const ordersToGive = (tx: Tx, siteOrg: string): Promise<Order[]> =>
  rows<Order>(
    tx,
    `select ${ORDER} from day_treatment_order o where o.state = 'signed' and o.site_org = $1
     order by o.urgency desc, o.latest_day, o.code`,
    [siteOrg],
  );

/** What of an order may change after it was made. */
const changing = (order: Order): readonly unknown[] => [
  ...[order.treatmentVersion, order.siteOrg, order.gpOrg, order.specialistName, order.specialistPhone],
  ...[order.visits, order.given, order.firstGivenOn, order.intervalDays, order.toleranceDays],
  ...[order.fromDay, order.latestDay, order.validUntil, order.urgency, order.dose, order.weightKg],
  ...[order.labOn, order.labOk, order.limits, order.stopRule, JSON.stringify(order.wishes), order.state],
  ...[stampOrNull(order.signedAt), order.signedBy, order.signature, stampOrNull(order.endedAt)],
  order.stopReason,
];

/** Adds an order. */
export const insertOrder = async (
  tx: Tx,
  order: Order,
  by: { actor: string; now: Instant },
): Promise<void> => {
  await rows(
    tx,
    `insert into day_treatment_order (id, code, person_id, treatment, hospital_org, made_at, actor, treatment_version, site_org,
       gp_org, specialist_name, specialist_phone, visits, given, first_given_on, interval_days, tolerance_days, from_day,
       latest_day, valid_until, urgency, dose, weight_kg, lab_on, lab_ok, limits, stop_rule, wishes, state, signed_at,
       signed_by, signature, ended_at, stop_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
       $25, $26, $27, $28::jsonb, $29, $30, $31, $32, $33, $34)`,
    [
      ...[order.id, order.code, order.personId, order.treatment, order.hospitalOrg, stamp(by.now), by.actor],
      ...changing(order),
    ],
  );
};

/** Writes what may change of an order. */
export const updateOrder = async (tx: Tx, order: Order): Promise<void> => {
  await rows(
    tx,
    `update day_treatment_order set treatment_version = $2, site_org = $3, gp_org = $4, specialist_name = $5,
       specialist_phone = $6, visits = $7, given = $8, first_given_on = $9, interval_days = $10, tolerance_days = $11,
       from_day = $12, latest_day = $13, valid_until = $14, urgency = $15, dose = $16, weight_kg = $17, lab_on = $18,
       lab_ok = $19, limits = $20, stop_rule = $21, wishes = $22::jsonb, state = $23, signed_at = $24, signed_by = $25,
       signature = $26, ended_at = $27, stop_reason = $28, version = version + 1 where id = $1`,
    [order.id, ...changing(order)],
  );
};

/** A draft is gone; the database lets nothing else go. */
export const deleteDraft = async (tx: Tx, id: string): Promise<void> => {
  await rows(tx, 'delete from day_treatment_order where id = $1', [id]);
};

/** Does this organisation have a room with chairs? */
export const hasDayRoom = async (tx: Tx, organisationId: string): Promise<boolean> =>
  (await first(tx, 'select 1 from day_treatment_room where organisation_id = $1 limit 1', [
    organisationId,
  ])) !== null;
