import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { range } from '#platform/db/types.ts';
import type { KnownPlace } from './import-known.ts';
import { putRooms, roomsOf } from './store-room.ts';
import type { Claim, Place } from './types.ts';

/** All beds, also those that were ended: their codes stay theirs. */
export const loadPlaces = (tx: Tx): Promise<KnownPlace[]> =>
  rows(
    tx,
    `select p.id, p.unit_id as "unitId", p.code, p.products, p.properties, p.labels, p.flex, p.ended_at is not null as ended,
       case when r.id is null then null else jsonb_build_object('id', r.id, 'code', r.code, 'sex', r.sex, 'cohort', r.cohort) end as room
     from capacity_place p left join capacity_room r on r.id = p.room_id
     where p.chair is null order by p.unit_id, p.code`,
  );

/** Claims that still count or are to come. */
export const loadClaims = (tx: Tx): Promise<Claim[]> =>
  rows(
    tx,
    `select id, place_id as "placeId", kind, product, during, latest_end as "latestEnd", expires_at as "expiresAt",
       arrived_at as "arrivedAt", away_at as "awayAt", left_at as "leftAt", released_at as "releasedAt",
       displaced_at as "displacedAt", made_at as "madeAt", source, version
     from capacity_claim where left_at is null and released_at is null and displaced_at is null and kind <> 'treatment'`,
  );

/** Adds places with their rooms, or changes those with the same id; a place that was ended is there again. */
export const putPlaces = async (tx: Tx, places: readonly Place[]): Promise<void> => {
  if (places.length === 0) return;
  await putRooms(tx, roomsOf(places));
  await rows(
    tx,
    `insert into capacity_place (id, unit_id, code, products, properties, labels, room_id)
     select id, "unitId", code, products, properties, labels, (room->>'id')::uuid
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "unitId" uuid, code text, products text[], properties text[], labels text[],
       room jsonb)
     on conflict (id) do update set products = excluded.products, properties = excluded.properties, labels = excluded.labels,
       room_id = excluded.room_id,
       ended_at = null, version = capacity_place.version + 1`,
    [JSON.stringify(places)],
  );
};

/** Moves the expected end of stays, all in one statement. */
export const moveEnds = async (tx: Tx, claims: readonly Claim[]): Promise<void> => {
  if (claims.length === 0) return;
  await rows(
    tx,
    `update capacity_claim c set during = t.during, latest_end = null, version = c.version + 1
     from unnest($1::uuid[], $2::tstzrange[]) as t(id, during) where c.id = t.id`,
    [claims.map((claim) => claim.id), claims.map((claim) => range(claim.during))],
  );
};
