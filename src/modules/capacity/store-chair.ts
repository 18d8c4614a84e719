import type { Instant, Interval } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { range, stamp, stampOrNull } from '#platform/db/types.ts';
import type { Chair, ChairClaim, ChairMove, ChairWish } from './types-chair.ts';

const CHAIR = 'p.id, p.unit_id as "unitId", p.code, p.chair as room, p.lying';
const CLAIM = 'c.id, c.place_id as "placeId", c.during, c.arrived_at as "arrivedAt", c.left_at as "leftAt"';

/** The chairs of these units, in the order of their codes. */
export const chairsOf = (tx: Tx, unitIds: readonly string[]): Promise<Chair[]> =>
  rows<Chair>(
    tx,
    `select id, unit_id as "unitId", code, room, lying from capacity_chair_view where unit_id = any($1::uuid[])
     order by unit_id, length(code), code`,
    [unitIds],
  );

/** What stands on the chairs of a unit in a stretch of time. */
export const chairClaimsOf = (tx: Tx, unitId: string, during: Interval): Promise<ChairClaim[]> =>
  rows<ChairClaim>(
    tx,
    `select ${CLAIM} from capacity_chair_claim_view c where c.unit_id = $1 and c.during && $2::tstzrange order by c.during, c.id`,
    [unitId, range(during)],
  );

/** Locks chairs in the order of places, the one order of the house; a bed or a chair that is gone is left out. */
export const lockChairs = (tx: Tx, placeIds: readonly string[]): Promise<Chair[]> =>
  rows<Chair>(
    tx,
    `select ${CHAIR} from capacity_place p where p.id = any($1::uuid[]) and p.ended_at is null and p.chair is not null
     order by p.id for update`,
    [placeIds],
  );

/** What stands on these chairs from a moment on, and who still sits in one. */
export const claimsOnChairs = (tx: Tx, placeIds: readonly string[], since: Instant): Promise<ChairClaim[]> =>
  rows<ChairClaim>(
    tx,
    `select ${CLAIM} from capacity_claim c where c.place_id = any($1::uuid[]) and c.released_at is null and c.displaced_at is null
       and (upper(c.during) > $2 or (c.arrived_at is not null and c.left_at is null))`,
    [placeIds, stamp(since)],
  );

/** These claims on chairs, as far as they were not given back. */
export const chairClaimsById = (tx: Tx, ids: readonly string[]): Promise<ChairClaim[]> =>
  rows<ChairClaim>(
    tx,
    `select ${CLAIM} from capacity_claim c where c.id = any($1::uuid[]) and c.kind = 'treatment' and c.released_at is null
     order by c.id`,
    [ids],
  );

/** On which chairs these claims are, as far as they were not given back. */
export const chairsOfClaims = (
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<ChairClaim, 'id' | 'placeId'>[]> =>
  rows(
    tx,
    'select c.id, c.place_id as "placeId" from capacity_chair_claim_view c where c.id = any($1::uuid[])',
    [ids],
  );

/** Adds claims on chairs, all in one statement. */
export const insertChairClaims = (
  tx: Tx,
  claims: readonly (ChairWish & { readonly id: string })[],
  at: Instant,
): Promise<unknown> =>
  rows(
    tx,
    `insert into capacity_claim (id, place_id, subject, kind, during, source, made_at)
     select id, place, subject, 'treatment', during, 'work', $5
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::tstzrange[]) as t(id, place, subject, during)`,
    [
      claims.map(({ id }) => id),
      claims.map(({ placeId }) => placeId),
      claims.map(({ subject }) => subject),
      claims.map(({ during }) => range(during)),
      stamp(at),
    ],
  );

/** Moves claims to where they go; checked against each other when all have moved. */
export const moveChairClaims = async (tx: Tx, moves: readonly ChairMove[]): Promise<void> => {
  await rows(tx, 'set constraints capacity_claim_no_overlap deferred');
  await rows(
    tx,
    `update capacity_claim c set place_id = t.place, during = t.during, version = c.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::tstzrange[]) as t(id, place, during) where c.id = t.id`,
    [
      moves.map(({ claimId }) => claimId),
      moves.map(({ placeId }) => placeId),
      moves.map(({ during }) => range(during)),
    ],
  );
  await rows(tx, 'set constraints capacity_claim_no_overlap immediate');
};

/** Gives claims on chairs back. */
export const releaseChairClaims = (tx: Tx, ids: readonly string[], at: Instant): Promise<unknown> =>
  rows(
    tx,
    'update capacity_claim set released_at = $2, version = version + 1 where id = any($1::uuid[]) and released_at is null',
    [ids, stamp(at)],
  );

/** Writes when somebody sat down or got up. */
export const writeSitting = (tx: Tx, claim: ChairClaim): Promise<unknown> =>
  rows(
    tx,
    'update capacity_claim set during = $2, arrived_at = $3, left_at = $4, version = version + 1 where id = $1',
    [claim.id, range(claim.during), stampOrNull(claim.arrivedAt), stampOrNull(claim.leftAt)],
  );

/** Adds chairs, or changes those with the same number; one that was taken away is there again. Answers the numbers beds have. */
export const putChairs = async (tx: Tx, chairs: readonly Chair[]): Promise<string[]> => {
  const written = await rows<{ code: string }>(
    tx,
    `insert into capacity_place (id, unit_id, code, products, chair, lying)
     select id, "unitId", code, '{}', room, lying
     from jsonb_to_recordset($1::jsonb) as t(id uuid, "unitId" uuid, code text, room text, lying boolean)
     on conflict (unit_id, code) do update set chair = excluded.chair, lying = excluded.lying, ended_at = null,
       version = capacity_place.version + 1 where capacity_place.chair is not null returning code`,
    [JSON.stringify(chairs)],
  );
  const there = new Set(written.map(({ code }) => code));
  return chairs.map(({ code }) => code).filter((code) => !there.has(code));
};

/** Has whoever this claim is for a chair or bed in which they are now? */
export const sitsElsewhere = async (tx: Tx, claimId: string): Promise<boolean> => {
  const row = await first<{ there: boolean }>(tx, "select capacity_elsewhere($1, 'infinity') as there", [
    claimId,
  ]);
  return row?.there === true;
};

/** Takes chairs away that nobody has from now on; answers the numbers of those somebody has, and then none goes. */
export const endChairs = async (tx: Tx, ids: readonly string[], at: Instant): Promise<string[]> => {
  if (ids.length === 0) return [];
  const chairs = await lockChairs(tx, ids);
  const had = new Set((await claimsOnChairs(tx, ids, at)).map(({ placeId }) => placeId));
  const busy = chairs.filter(({ id }) => had.has(id)).map(({ code }) => code);
  if (busy.length === 0)
    await rows(
      tx,
      'update capacity_place set ended_at = $2, version = version + 1 where id = any($1::uuid[])',
      [ids, stamp(at)],
    );
  return busy;
};
