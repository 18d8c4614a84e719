import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { MadeHalfDay } from './decide/half-day.ts';
import type { HalfDay } from './types.ts';
import type { RoomVisit } from './types-room.ts';

const HALF_DAY = `h.id, h.unit_id as "unitId", h.day, h.part, h.opens, h.closes, h.closed, h.closed_note as "closedNote", h.version`;

/** The half-days of these rooms from a day to a day (not included), in the order of time. */
export const halfDaysBetween = (
  tx: Tx,
  unitIds: readonly string[],
  from: Day,
  until: Day,
): Promise<HalfDay[]> =>
  rows<HalfDay>(
    tx,
    `select ${HALF_DAY} from day_treatment_half_day h
     where h.unit_id = any($1::uuid[]) and h.day >= $2::date and h.day < $3::date order by h.opens, h.unit_id`,
    [unitIds, from, until],
  );

/** One half-day of the acting house under lock: whatever is decided about it now, is decided here. Null for another house. */
export const lockHalfDay = (tx: Tx, id: string): Promise<HalfDay | null> =>
  first<HalfDay>(tx, `select ${HALF_DAY} from day_treatment_half_day h where h.id = $1 for update`, [id]);

/** These half-days, in the order of time. */
export const halfDaysById = (tx: Tx, ids: readonly string[]): Promise<HalfDay[]> =>
  rows<HalfDay>(
    tx,
    `select ${HALF_DAY} from day_treatment_half_day h where h.id = any($1::uuid[]) order by h.opens, h.unit_id`,
    [ids],
  );

/** These half-days of the acting house under lock, in the order of time, the one order of the house. */
export const lockHalfDays = (tx: Tx, ids: readonly string[]): Promise<HalfDay[]> =>
  rows<HalfDay>(
    tx,
    `select ${HALF_DAY} from day_treatment_half_day h where h.id = any($1::uuid[]) order by h.opens, h.id for update`,
    [ids],
  );

/** The half-days of a room from a day on under lock, in the order of time. */
export const lockHalfDaysFrom = (tx: Tx, unitId: string, from: Day): Promise<HalfDay[]> =>
  rows<HalfDay>(
    tx,
    `select ${HALF_DAY} from day_treatment_half_day h where h.unit_id = $1 and h.day >= $2::date
     order by h.opens, h.id for update`,
    [unitId, from],
  );

/** Adds half-days; one that is there already stays as it is. Answers how many were new. */
export const addHalfDays = async (tx: Tx, unitId: string, made: readonly MadeHalfDay[]): Promise<number> => {
  const added = await rows(
    tx,
    `insert into day_treatment_half_day (id, unit_id, day, part, opens, closes, closed)
     select id, $1, day, part, opens, closes, closed
     from unnest($2::uuid[], $3::date[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::text[])
       as t(id, day, part, opens, closes, closed)
     order by opens on conflict (unit_id, day, part) do nothing returning id`,
    [
      unitId,
      made.map(() => newId()),
      made.map(({ day }) => day),
      made.map(({ part }) => part),
      made.map(({ opens }) => stamp(opens)),
      made.map(({ closes }) => stamp(closes)),
      made.map(({ closed }) => closed),
    ],
  );
  return added.length;
};

/** Writes when a half-day is open, or why it is closed. */
export const writeHalfDay = (tx: Tx, halfDay: HalfDay): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_half_day set opens = $2, closes = $3, closed = $4, closed_note = $5, version = version + 1
     where id = $1`,
    [halfDay.id, stamp(halfDay.opens), stamp(halfDay.closes), halfDay.closed, halfDay.closedNote],
  );

/** Something of these half-days changed that stands in another table: who had read them before, looks again. */
export const touchHalfDays = (tx: Tx, ids: readonly string[]): Promise<unknown> =>
  rows(tx, 'update day_treatment_half_day set version = version + 1 where id = any($1::uuid[])', [ids]);

/** The same for one. */
export const touchHalfDay = (tx: Tx, id: string): Promise<unknown> => touchHalfDays(tx, [id]);

/** Takes half-days away that nobody was ever planned in. */
export const dropHalfDays = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  await rows(tx, 'delete from day_treatment_shift where half_day_id = any($1::uuid[])', [ids]);
  await rows(tx, 'delete from day_treatment_half_day where id = any($1::uuid[])', [ids]);
};

/** In which of these half-days a visit stands or something happened, whatever became of it. */
export const usedHalfDays = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = await rows<{ id: string }>(
    tx,
    `select half_day_id as id from day_treatment_visit where half_day_id = any($1::uuid[])
     union select half_day_id from day_treatment_act where half_day_id = any($1::uuid[])`,
    [ids],
  );
  return new Set(found.map(({ id }) => id));
};

/** The visits of these half-days, as far as the reader is a party to their orders. */
export const roomVisits = (tx: Tx, halfDayIds: readonly string[]): Promise<RoomVisit[]> =>
  rows<RoomVisit>(
    tx,
    `select v.id, v.order_id as "orderId", v.number, v.attempt, v.state, v.half_day_id as "halfDayId", v.during,
       v.nurse_id as "nurseId", v.set_up as "setUp", v.claims, v.locked, v.signature, v.drug_ready_at as "drugReadyAt",
       v.confirmed_at as "confirmedAt", v.version,
       jsonb_build_object('personId', o.person_id, 'visits', o.visits, 'signature', o.signature) as "order",
       jsonb_build_object('name', t.body->'name', 'group', t.body->'group', 'running', t.body->'running',
         'ratio', t.body->'ratio', 'competences', t.body->'competences') as treatment
     from day_treatment_visit v join day_treatment_order o on o.id = v.order_id
     join day_treatment_treatment t on t.code = o.treatment and t.version = o.treatment_version
     where v.half_day_id = any($1::uuid[]) and v.during is not null and v.set_up is not null and v.state <> 'cancelled'
     order by lower(v.during), v.id`,
    [halfDayIds],
  );
