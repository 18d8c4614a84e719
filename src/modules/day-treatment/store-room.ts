import type { Day } from '#kernel/calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { Opening, Room } from './types-room.ts';

const ROOM = 'unit_id as "unitId", organisation_id as "organisationId", emergency, route';

/** Every room of the region. */
export const allRooms = (tx: Tx): Promise<Room[]> =>
  rows<Room>(tx, `select ${ROOM} from day_treatment_room order by unit_id`);

/** One room; null when there is none in this unit. */
export const roomOf = (tx: Tx, unitId: string): Promise<Room | null> =>
  first<Room>(tx, `select ${ROOM} from day_treatment_room where unit_id = $1`, [unitId]);

/** One room of the acting house under lock; null for another house. */
export const lockRoom = (tx: Tx, unitId: string): Promise<Room | null> =>
  first<Room>(tx, `select ${ROOM} from day_treatment_room where unit_id = $1 for no key update`, [unitId]);

/** Keeps what a room is. */
export const putRoom = (tx: Tx, room: Room): Promise<unknown> =>
  rows(
    tx,
    `insert into day_treatment_room (unit_id, organisation_id, emergency, route) values ($1, $2, $3, $4)
     on conflict (unit_id) do update set emergency = excluded.emergency, route = excluded.route`,
    [room.unitId, room.organisationId, room.emergency, room.route],
  );

/** When these rooms are usually open: what counts on a day or will; per unit. */
export const openingsOf = async (
  tx: Tx,
  unitIds: readonly string[],
  from: Day,
): Promise<ReadonlyMap<string, Opening[]>> => {
  const found = await rows<Opening & { readonly unitId: string }>(
    tx,
    `select unit_id as "unitId", weekday, part, opens, closes, since, until from day_treatment_opening
     where unit_id = any($1::uuid[]) and (until is null or until > $2::date) order by since, weekday, opens`,
    [unitIds, from],
  );
  const lines = found.map(({ unitId, ...opening }) => ({ unitId, opening }));
  return new Map(
    [...Map.groupBy(lines, ({ unitId }) => unitId)].map(([unitId, own]) => [
      unitId,
      own.map(({ opening }) => opening),
    ]),
  );
};

/** The ordinary week from a day on; what counted before ends there. */
export const putOpenings = async (
  tx: Tx,
  unitId: string,
  from: Day,
  week: readonly Opening[],
): Promise<void> => {
  await rows(tx, 'delete from day_treatment_opening where unit_id = $1 and since >= $2::date', [
    unitId,
    from,
  ]);
  await rows(
    tx,
    `update day_treatment_opening set until = $2::date where unit_id = $1 and (until is null or until > $2::date)`,
    [unitId, from],
  );
  await rows(
    tx,
    `insert into day_treatment_opening (unit_id, weekday, part, opens, closes, since)
     select $1, weekday, part, opens, closes, $2::date
     from jsonb_to_recordset($3::jsonb) as t(weekday smallint, part text, opens smallint, closes smallint)`,
    [unitId, from, JSON.stringify(week)],
  );
};
