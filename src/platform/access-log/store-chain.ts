import type { Instant } from '#kernel/interval.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { ALONE } from '#platform/db/locks.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { OLDEST_RUNNING, type Position } from '#platform/diary/diary.ts';
import { type Cut, SAYS, SEALED_COLUMNS, type SealedLine } from './chain.ts';

const SEALER = byHouse('sealer');

/**
 * Works as who seals: sees the lines of every organisation, and changes none. Each statement is planned for the log as
 * it is now: a plan from when it was small would take hours on a large one.
 */
export const asSealer = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction(SEALER, async (tx) => {
    await rows(tx, 'set local plan_cache_mode = force_custom_plan');
    return work(tx);
  });

/** Only one seals at a time, however many servers there are; false: somebody else does. */
export const sealAlone = async (tx: Tx): Promise<boolean> => {
  const lock = await first<{ got: boolean }>(tx, 'select pg_try_advisory_xact_lock($1) as got', [
    ALONE.sealLog,
  ]);
  return lock?.got === true;
};

/** Lines that can no longer be joined by older ones, in the order of their transactions. */
export const linesToSeal = async (tx: Tx, { xid, id }: Position, limit: number): Promise<SealedLine[]> => {
  // The index has them in this order; sorting the whole rest for each batch would take longer the more there is.
  await rows(
    tx,
    'set local enable_sort = off; set local enable_bitmapscan = off; set local enable_seqscan = off',
  );
  return rows<SealedLine>(
    tx,
    `select ${SEALED_COLUMNS} from platform_access a
     where (a.xid, a.line) > ($1::xid8, $2::bigint) and a.xid < (${OLDEST_RUNNING})
     order by a.xid, a.line limit $3`,
    [xid, id, limit],
  );
};

/** Which of these lines hang on a chain already: the place where the sealer was can be lost, the chain cannot. */
export const sealedAmong = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const found = await rows<{ id: string }>(
    tx,
    'select access_id::text as id from platform_access_chain where access_id = any ($1::uuid[])',
    [ids],
  );
  return new Set(found.map(({ id }) => id));
};

// From one organisation to the next along the index: the log is not read to know who stands in it.
const EVERYBODY = `with recursive next as (
    (select organisation_id as id from platform_access_chain order by organisation_id limit 1)
    union all
    select (select c.organisation_id from platform_access_chain c where c.organisation_id > next.id
      order by c.organisation_id limit 1) from next where next.id is not null)
  select id from next where id is not null union select organisation_id from platform_access_cut`;

/** Where each chain ends: its last link, or the cut after which nothing came yet. */
export const headsOf = (tx: Tx, organisationIds: readonly string[] | null): Promise<Cut[]> =>
  rows<Cut>(
    tx,
    `select o.id as "organisationId", ends.seq, ends.hash
     from (${organisationIds === null ? EVERYBODY : 'select distinct id from unnest($1::uuid[]) as given (id)'}) o
     cross join lateral (
       (select c.seq, c.hash from platform_access_chain c where c.organisation_id = o.id order by c.seq desc limit 1)
       union all
       (select c.seq, c.hash from platform_access_cut c where c.organisation_id = o.id order by c.seq desc limit 1)
       order by seq desc limit 1) ends
     order by o.id`,
    organisationIds === null ? [] : [organisationIds],
  );

/** A link of a chain: which line it seals, and with what. */
export interface Link extends Cut {
  readonly accessId: string;
}

/** Adds links; one that another put there first fails whole. */
export const addLinks = async (tx: Tx, links: readonly Link[]): Promise<void> => {
  await rows(
    tx,
    `insert into platform_access_chain (organisation_id, seq, access_id, hash)
     select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::text[])`,
    [
      links.map(({ organisationId }) => organisationId),
      links.map(({ seq }) => seq),
      links.map(({ accessId }) => accessId),
      links.map(({ hash }) => hash),
    ],
  );
};

/** A link with what the line says that it seals; null: the line is gone. */
export interface LinkedLine {
  readonly seq: number;
  readonly hash: string;
  readonly says: string | null;
}

// The database is at work on the next page while this one is gone along.
const PAGE = 1_000;

/**
 * A chain with its lines, page by page, from after a number on. Two links with one number come one after the other. It
 * is read through a cursor: one plan for the whole chain, however long, and never all of it in memory.
 */
export async function* linksOf(
  tx: Tx,
  { organisationId, seq }: Omit<Cut, 'hash'>,
): AsyncGenerator<readonly LinkedLine[]> {
  // A cursor takes no parameters; which chain it walks is set in the transaction, as who acts is.
  await rows(tx, "select set_config('app.chain', $1, true), set_config('app.chain_after', $2, true)", [
    organisationId,
    String(seq),
  ]);
  await rows(
    tx,
    `declare links no scroll cursor for
     select c.seq, c.hash, case when a.id is not null then ${SAYS} end as says from platform_access_chain c
     left join platform_access a on a.id = c.access_id and a.organisation_id = c.organisation_id
     where c.organisation_id = current_setting('app.chain')::uuid
       and c.seq > current_setting('app.chain_after')::bigint
     order by c.seq, c.access_id`,
  );
  const fetch = (): Promise<LinkedLine[]> => rows<LinkedLine>(tx, `fetch ${PAGE} from links`);
  let next = fetch();
  for (;;) {
    const page = await next;
    const more = page.length === PAGE;
    if (more) next = fetch();
    yield page;
    if (!more) break;
  }
  await rows(tx, 'close links');
}

/** The last cut of each chain, with its signature. */
export const cutsOf = (tx: Tx): Promise<(Cut & { readonly signature: string })[]> =>
  rows(
    tx,
    `select distinct on (organisation_id) organisation_id as "organisationId", seq, hash, signature
     from platform_access_cut order by organisation_id, seq desc`,
  );

/** A line that stands in the log and in no chain, though later ones are sealed; `seq` is the place where it should be. */
export interface StrayLine {
  readonly organisationId: string;
  readonly id: string;
  readonly seq: number;
}

// The last line that hangs on any chain.
const LAST = `with last as (select a.xid, a.line from (${EVERYBODY}) o
       cross join lateral (select c.access_id from platform_access_chain c where c.organisation_id = o.id
         order by c.seq desc limit 1) head
       join platform_access a on a.id = head.access_id
       order by a.xid desc, a.line desc limit 1)`;

/** How many lines stand in the log up to the last that is sealed. */
export const linesUpToSealed = async (tx: Tx): Promise<number> => {
  const row = await first<{ lines: number }>(
    tx,
    `${LAST} select (select count(*) from platform_access)
       - (select count(*) from platform_access s, last where (s.xid, s.line) > (last.xid, last.line)) as lines`,
  );
  return row?.lines ?? 0;
};

/** Lines that were put in beside the chain. */
export const strayLines = (tx: Tx): Promise<StrayLine[]> =>
  rows<StrayLine>(
    tx,
    `${LAST}
     select s.organisation_id::text as "organisationId", s.id::text as id,
            (select coalesce(max(c.seq), 0) + 1 from platform_access_chain c join platform_access a on a.id = c.access_id
              where c.organisation_id = s.organisation_id and (a.xid, a.line) < (s.xid, s.line)) as seq
     from platform_access s, last
     where (s.xid, s.line) < (last.xid, last.line)
       and not exists (select 1 from platform_access_chain c where c.access_id = s.id)
     order by s.line`,
  );

/** How far each chain may be cut: up to the line before the first that is not older than this. */
export const oldEnough = (tx: Tx, before: Instant): Promise<Cut[]> =>
  rows<Cut>(
    tx,
    `select distinct on (c.organisation_id) c.organisation_id as "organisationId", c.seq, c.hash
     from platform_access_chain c
     where c.seq < coalesce((select min(n.seq) from platform_access_chain n join platform_access a on a.id = n.access_id
       where n.organisation_id = c.organisation_id and a.at >= $1), 9223372036854775807)
     order by c.organisation_id, c.seq desc`,
    [stamp(before)],
  );

/** Signs the cut and takes away what lies before it; answers how many lines went. */
export const cutChain = async (tx: Tx, cut: Cut, signature: string, at: Instant): Promise<number> => {
  await rows(
    tx,
    'insert into platform_access_cut (organisation_id, seq, hash, at, signature) values ($1, $2, $3, $4, $5)',
    [cut.organisationId, cut.seq, cut.hash, stamp(at), signature],
  );
  const row = await first<{ gone: number }>(tx, 'select platform_access_close($1, $2) as gone', [
    cut.organisationId,
    cut.seq,
  ]);
  return row?.gone ?? 0;
};
