import type { Day, HalfDay } from '#kernel/calendar.ts';
import type { FigureSource } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { range, stamp, stampOrNull } from '#platform/db/types.ts';
import type { Claim, Closure, NewClaim } from './types.ts';

/** Adds claims, all in one statement; the constraints of the database have the last word. */
export const insertClaims = async (tx: Tx, claims: readonly NewClaim[]): Promise<void> => {
  if (claims.length === 0) return;
  await rows(
    tx,
    `insert into capacity_claim (id, place_id, subject, kind, product, during, latest_end, expires_at, arrived_at, source, made_at,
       away_at)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::tstzrange[], $7::timestamptz[],
       $8::timestamptz[], $9::timestamptz[], $10::text[], $11::timestamptz[], $12::timestamptz[])`,
    [
      claims.map((claim) => claim.id),
      claims.map((claim) => claim.placeId),
      claims.map((claim) => claim.subject),
      claims.map((claim) => claim.kind),
      claims.map((claim) => claim.product),
      claims.map((claim) => range(claim.during)),
      claims.map((claim) => stampOrNull(claim.latestEnd)),
      claims.map((claim) => stampOrNull(claim.expiresAt)),
      claims.map((claim) => stampOrNull(claim.arrivedAt)),
      claims.map((claim) => claim.source),
      claims.map((claim) => stamp(claim.madeAt)),
      claims.map((claim) => stampOrNull(claim.awayAt)),
    ],
  );
};

/** Who moved is the same person in the other bed; who that is, nobody needs to read. */
export const samePerson = (tx: Tx, leftId: string, enteredId: string): Promise<unknown> =>
  rows(tx, 'select capacity_moved($1, $2)', [leftId, enteredId]);

/** Writes a claim as it is now; its version goes up by one. */
export const updateClaim = async (tx: Tx, claim: Claim): Promise<void> => {
  await rows(
    tx,
    `update capacity_claim set place_id = $2, kind = $3, product = $4, during = $5, latest_end = $6, expires_at = $7, arrived_at = $8,
       away_at = $9, left_at = $10, released_at = $11, displaced_at = $12, source = $13, version = version + 1 where id = $1`,
    [
      claim.id,
      claim.placeId,
      claim.kind,
      claim.product,
      range(claim.during),
      stampOrNull(claim.latestEnd),
      stampOrNull(claim.expiresAt),
      stampOrNull(claim.arrivedAt),
      stampOrNull(claim.awayAt),
      stampOrNull(claim.leftAt),
      stampOrNull(claim.releasedAt),
      stampOrNull(claim.displacedAt),
      claim.source,
    ],
  );
};

/** Gives back holds that ran out, at the moment they ran out. */
export const releaseExpired = async (tx: Tx, claims: readonly Claim[]): Promise<void> => {
  if (claims.length === 0) return;
  await rows(
    tx,
    'update capacity_claim set released_at = expires_at, version = version + 1 where id = any($1::uuid[])',
    [claims.map((claim) => claim.id)],
  );
};

/** Plans that lost their place to a fact. */
export const displaceClaims = async (tx: Tx, claims: readonly Claim[], at: Instant): Promise<void> => {
  if (claims.length === 0) return;
  await rows(
    tx,
    'update capacity_claim set displaced_at = $2, version = version + 1 where id = any($1::uuid[])',
    [claims.map((claim) => claim.id), stamp(at)],
  );
};

/** Lets a swap or a move pass the constraints in one go; they are checked when the transaction commits. */
export const deferConstraints = (tx: Tx): Promise<unknown> => rows(tx, 'set constraints all deferred');

/** Adds a closure. */
export const insertClosure = async (tx: Tx, closure: Closure): Promise<void> => {
  await rows(
    tx,
    'insert into capacity_closure (id, unit_id, place_id, places, reason, during) values ($1, $2, $3, $4, $5, $6)',
    [closure.id, closure.unitId, closure.placeId, closure.places, closure.reason, range(closure.during)],
  );
};

/** A closure ends at another moment than was expected. */
export const updateClosure = async (tx: Tx, closure: Closure): Promise<void> => {
  await rows(tx, 'update capacity_closure set during = $2 where id = $1', [
    closure.id,
    range(closure.during),
  ]);
};

/** How many places have staff in a half-day; said again, the last word counts. */
export const putStaffing = async (
  tx: Tx,
  row: { unitId: string; day: Day; halfDay: HalfDay; staffed: number },
): Promise<void> => {
  await rows(
    tx,
    `insert into capacity_staffing (unit_id, day, half_day, staffed) values ($1, $2, $3, $4)
     on conflict (unit_id, day, half_day) do update set staffed = excluded.staffed, rostered = false`,
    [row.unitId, row.day, row.halfDay, row.staffed],
  );
};

/** The unit stands by its figures now. */
export const putFigure = async (
  tx: Tx,
  figure: { unitId: string; at: Instant; source: FigureSource; actor: string },
): Promise<void> => {
  await rows(
    tx,
    `insert into capacity_figure (unit_id, as_of, source, actor) values ($1, $2, $3, $4)
     on conflict (unit_id) do update set as_of = excluded.as_of, source = excluded.source, actor = excluded.actor`,
    [figure.unitId, stamp(figure.at), figure.source, figure.actor],
  );
};

/** Work on a ward keeps its figure fresh, but only a figure that still counted: one act says nothing of the other beds. */
export const refreshFigure = async (
  tx: Tx,
  figure: { unitId: string; at: Instant; since: Instant; actor: string },
): Promise<void> => {
  await rows(
    tx,
    "update capacity_figure set as_of = $2, source = 'work', actor = $4 where unit_id = $1 and as_of >= $3 and as_of < $2",
    [figure.unitId, stamp(figure.at), stamp(figure.since), figure.actor],
  );
};
