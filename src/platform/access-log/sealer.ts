import type { KeyObject } from 'node:crypto';
import type { Database, Tx } from '#platform/db/database.ts';
import { readCursor, saveCursor } from '#platform/diary/diary.ts';
import { ROOT, type SealedLine, sealOf } from './chain.ts';
import {
  addLinks,
  asSealer,
  headsOf,
  type Link,
  linesToSeal,
  sealAlone,
  sealedAmong,
} from './store-chain.ts';

const CURSOR = 'access-sealer';
const BATCH = 2_000;
const SEAL_MS = 1_000;

/** Hangs lines onto the chains of their organisations, each on the one before it. */
const linksOf = (
  key: KeyObject,
  heads: ReadonlyMap<string, { readonly seq: number; readonly hash: string }>,
  lines: readonly SealedLine[],
): Link[] => {
  const ends = new Map(heads);
  return lines.map((line) => {
    const { id, organisationId, says } = line;
    const { seq, hash } = ends.get(organisationId) ?? { seq: 0, hash: ROOT };
    const link = { seq: seq + 1, hash: sealOf(key, hash, says) };
    ends.set(organisationId, link);
    return { ...link, organisationId, accessId: id };
  });
};

const sealBatch = async (tx: Tx, key: KeyObject): Promise<number> => {
  if (!(await sealAlone(tx))) return 0;
  const from = (await readCursor(tx, CURSOR)) ?? { xid: '0', id: 0 };
  const lines = await linesToSeal(tx, from, BATCH);
  const last = lines.at(-1);
  if (last === undefined) return 0;
  const known = await sealedAmong(
    tx,
    lines.map(({ id }) => id),
  );
  const open = lines.filter(({ id }) => !known.has(id));
  const organisations = [...new Set(open.map(({ organisationId }) => organisationId))];
  const heads = new Map((await headsOf(tx, organisations)).map((head) => [head.organisationId, head]));
  await addLinks(tx, linksOf(key, heads, open));
  await saveCursor(tx, CURSOR, { xid: last.xid, id: last.line });
  return lines.length;
};

/**
 * Seals everything that can be sealed now; answers how many lines that were.
 * @internal
 */
export const sealAll = async (database: Database, key: KeyObject): Promise<number> => {
  let sealed = 0;
  for (;;) {
    const batch = await asSealer(database, (tx) => sealBatch(tx, key));
    sealed += batch;
    if (batch < BATCH) return sealed;
  }
};

/**
 * Seals the log every second, after the looks are committed, so that no reader waits for the chain. Two servers take
 * turns: the lock makes that a chain never forks. Returns how to stop; what is open then is sealed first.
 */
export const startSealing = (
  database: Database,
  key: KeyObject,
  report: (error: unknown) => void,
): (() => Promise<void>) => {
  let busy: Promise<unknown> = Promise.resolve();
  const seal = (): void => {
    busy = busy.then(() => sealAll(database, key)).catch(report);
  };
  const timer = setInterval(seal, SEAL_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    seal();
    await busy;
  };
};
