import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Barrier, BarrierCode } from './types-parts.ts';

const BARRIER = `b.id, b.code, b.owner, b.owner_name as "ownerName", b.note, b.since, b.due, b.solved_at as "solvedAt",
  b.solved_day as "solvedDay", b.version`;

/** What stood and stands in the way, per stay: first what is open, by the day it should be gone. */
export const barriersOf = async (tx: Tx, stayIds: readonly string[]): Promise<Map<string, Barrier[]>> => {
  const found = await rows<Barrier & { readonly stayId: string }>(
    tx,
    `select b.stay_id as "stayId", ${BARRIER} from stay_barrier b where b.stay_id = any($1::uuid[])
     order by b.solved_at is not null, b.due, b.at, b.id`,
    [stayIds],
  );
  return Map.groupBy(found, (row) => row.stayId);
};

/** One barrier of a stay; null when it is not there. */
export const barrierOf = (tx: Tx, stayId: string, id: string): Promise<Barrier | null> =>
  first<Barrier>(tx, `select ${BARRIER} from stay_barrier b where b.stay_id = $1 and b.id = $2`, [
    stayId,
    id,
  ]);

/** Is this already written down as in the way? */
export const isBarred = async (tx: Tx, stayId: string, code: BarrierCode): Promise<boolean> =>
  (await first(
    tx,
    'select 1 from stay_barrier where stay_id = $1 and code = $2 and solved_at is null limit 1',
    [stayId, code],
  )) !== null;

/** Writes down what is in the way. */
export const insertBarrier = async (
  tx: Tx,
  stayId: string,
  barrier: Barrier,
  by: { readonly at: Instant; readonly actor: string },
): Promise<void> => {
  await rows(
    tx,
    `insert into stay_barrier (id, stay_id, code, owner, owner_name, note, since, due, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[barrier.id, stayId, barrier.code, barrier.owner, barrier.ownerName, barrier.note],
      ...[barrier.since, barrier.due, stamp(by.at), by.actor],
    ],
  );
};

/** Writes what may change of a barrier. */
export const updateBarrier = async (tx: Tx, barrier: Barrier): Promise<void> => {
  await rows(
    tx,
    `update stay_barrier set owner = $2, owner_name = $3, note = $4, due = $5, solved_at = $6, solved_day = $7,
       version = version + 1 where id = $1`,
    [
      ...[barrier.id, barrier.owner, barrier.ownerName, barrier.note, barrier.due],
      ...[stampOrNull(barrier.solvedAt), barrier.solvedDay],
    ],
  );
};

/** Whoever left has nothing in the way any more. */
export const closeBarriers = async (tx: Tx, stayId: string, at: Instant, day: Day): Promise<void> => {
  await rows(
    tx,
    `update stay_barrier set solved_at = $2, solved_day = greatest(since, $3::date), version = version + 1
     where stay_id = $1 and solved_at is null`,
    [stayId, stamp(at), day],
  );
};
