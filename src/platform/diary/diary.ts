import type { Instant } from '#kernel/interval.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Acting, inNameOf, type Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** One line of the diary: ids, codes and intervals; never a name, a BSN or free text. */
export interface Entry {
  readonly at: Instant;
  readonly room: string;
  readonly event: string;
  /** What it is about: a request, a claim, a unit. */
  readonly subject: string;
  readonly unitId: string | null;
  readonly organisationId: string | null;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where a reader of the diary is: transaction and line. */
export interface Position {
  readonly xid: string;
  readonly id: number;
}

/** A line as read back, with its position. */
export interface WrittenEntry extends Entry, Position {}

/** Writes lines in the transaction of the act itself: no act without its line, no line without its act. */
export const record = async (tx: Tx, entries: readonly Entry[]): Promise<void> => {
  if (entries.length === 0) return;
  await rows(
    tx,
    `insert into platform_diary (at, room, event, subject, unit_id, organisation_id, actor, body)
     select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::jsonb[])`,
    [
      entries.map((entry) => stamp(entry.at)),
      entries.map((entry) => entry.room),
      entries.map((entry) => entry.event),
      entries.map((entry) => entry.subject),
      entries.map((entry) => entry.unitId),
      entries.map((entry) => entry.organisationId),
      entries.map((entry) => entry.actor),
      entries.map((entry) => JSON.stringify(entry.body)),
    ],
  );
};

const COLUMNS = `id, xid::text as xid, at, room, event, subject, unit_id as "unitId", organisation_id as "organisationId", actor, body`;

/**
 * The lines about one subject, in the order they were written; read as who tells them on, whoever asks.
 * @internal
 */
export const linesAbout = async (tx: Tx, subject: string): Promise<WrittenEntry[]> => {
  const [own] = await rows<Acting>(
    tx,
    `select current_setting('app.actor') as actor, nullif(current_setting('app.org'), '') as "organisationId"`,
  );
  if (own === undefined) throw new Error('a transaction is always in a name');
  const text = `select ${COLUMNS} from platform_diary where subject = $1 order by id`;
  return inNameOf(tx, { own, other: byHouse('tailer') }, () => rows<WrittenEntry>(tx, text, [subject]));
};

/**
 * The oldest transaction that may still write here. Numbers of transactions are shared by all databases of a server, so
 * whoever is seen to hold theirs from another database is left out: their import does not make our screens wait.
 */
export const OLDEST_RUNNING = `select coalesce(min(running), pg_snapshot_xmax(pg_current_snapshot()))
  from pg_snapshot_xip(pg_current_snapshot()) as running
  where running::xid not in (
    select held.transactionid from pg_locks held join pg_stat_activity who on who.pid = held.pid
    where held.locktype = 'transactionid' and held.mode = 'ExclusiveLock'
      and who.datid <> (select oid from pg_database where datname = current_database()))`;

/**
 * Lines after a position that can no longer be joined by older ones: below the oldest running transaction.
 * A slow transaction is therefore never skipped, it only makes readers wait.
 */
export const linesAfter = (tx: Tx, after: Position, limit: number): Promise<WrittenEntry[]> =>
  rows<WrittenEntry>(
    tx,
    `select ${COLUMNS} from platform_diary
     where (xid, id) > ($1::xid8, $2::bigint) and xid < (${OLDEST_RUNNING})
     order by platform_diary.xid, id limit $3`,
    [after.xid, after.id, limit],
  );

/** The position from which everything still to come is read: nothing before it can appear any more. */
export const positionNow = async (tx: Tx): Promise<Position> => {
  const [row] = await rows<{ xid: string }>(tx, `select (${OLDEST_RUNNING})::text as xid`);
  return { xid: row?.xid ?? '0', id: 0 };
};

/** How far a named reader came; null when it never read. */
export const readCursor = async (tx: Tx, name: string): Promise<Position | null> => {
  const [row] = await rows<Position>(tx, 'select xid::text as xid, id from platform_cursor where name = $1', [
    name,
  ]);
  return row ?? null;
};

/** How far a named reader came, for who is about to move it on: another process waits until that is done. */
export const lockCursor = async (tx: Tx, name: string): Promise<Position | null> => {
  const [row] = await rows<Position>(
    tx,
    'select xid::text as xid, id from platform_cursor where name = $1 for update',
    [name],
  );
  return row ?? null;
};

/** Does this come after that in the diary? */
export const isAfter = (one: Position, other: Position): boolean => {
  const [a, b] = [BigInt(one.xid), BigInt(other.xid)];
  return a === b ? one.id > other.id : a > b;
};

/** From where two readers together miss nothing. */
export const earliest = (one: Position, other: Position): Position => (isAfter(one, other) ? other : one);

/** Remembers how far a named reader came. */
export const saveCursor = async (tx: Tx, name: string, at: Position): Promise<void> => {
  await rows(
    tx,
    `insert into platform_cursor (name, xid, id) values ($1, $2::xid8, $3)
     on conflict (name) do update set xid = excluded.xid, id = excluded.id`,
    [name, at.xid, at.id],
  );
};
