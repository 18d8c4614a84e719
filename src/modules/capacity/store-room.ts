import type { Room } from '#kernel/limits.ts';
import type { Property } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type { Place, PlaceRoom } from './types.ts';

/** A room as the table holds it. */
export interface UnitRoom extends PlaceRoom {
  readonly unitId: string;
}

const ROOM = 'id, unit_id as "unitId", code, sex, cohort';

/** One room; null when it does not exist. */
export const roomById = (tx: Tx, id: string): Promise<UnitRoom | null> =>
  first(tx, `select ${ROOM} from capacity_room where id = $1`, [id]);

/** All rooms. */
export const loadRooms = (tx: Tx): Promise<UnitRoom[]> =>
  rows(tx, `select ${ROOM} from capacity_room order by unit_id, code`);

/** The places that stand in a room. */
export const placesInRoom = async (tx: Tx, roomId: string): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    'select id from capacity_place where room_id = $1 and ended_at is null',
    [roomId],
  );
  return found.map((row) => row.id);
};

/** The room is for others from now on. */
export const updateRoom = async (tx: Tx, id: string, to: Omit<Room, 'code'>): Promise<void> => {
  await rows(tx, 'update capacity_room set sex = $2, cohort = $3, version = version + 1 where id = $1', [
    id,
    to.sex,
    to.cohort,
  ]);
};

/** The rooms these places name, with their unit, each once. */
export const roomsOf = (places: readonly Place[]): UnitRoom[] => [
  ...new Map(
    places.flatMap(({ unitId, room = null }) =>
      room === null ? [] : [[room.id, { ...room, unitId }] as const],
    ),
  ).values(),
];

/** Adds rooms, or changes for whom those with the same id are. */
export const putRooms = async (tx: Tx, list: readonly UnitRoom[]): Promise<void> => {
  if (list.length === 0) return;
  await rows(
    tx,
    `insert into capacity_room (id, unit_id, code, sex, cohort)
     select id, "unitId", code, sex, cohort
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "unitId" uuid, code text, sex text, cohort text)
     on conflict (id) do update set sex = excluded.sex, cohort = excluded.cohort, version = capacity_room.version + 1
       where (capacity_room.sex, capacity_room.cohort) is distinct from (excluded.sex, excluded.cohort)`,
    [JSON.stringify(list)],
  );
};

/** What a place offers and for whom its room is, at this moment; null when it does not exist (any more). */
export const limitsOfPlace = async (
  tx: Tx,
  placeId: string,
): Promise<{ readonly properties: readonly Property[]; readonly room: Room | null } | null> => {
  const row = await first<{ properties: Property[] } & { [K in keyof Room]: Room[K] | null }>(
    tx,
    `select p.properties, r.code, r.sex, r.cohort
     from capacity_place p left join capacity_room r on r.id = p.room_id where p.id = $1 and p.ended_at is null`,
    [placeId],
  );
  if (row === null) return null;
  const { properties, code, sex, cohort } = row;
  return { properties, room: code === null || sex === null ? null : { code, sex, cohort } };
};
