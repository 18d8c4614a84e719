import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** What became of a command key: new, already answered, used for something else, or in progress. */
export type KeyState =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: unknown }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'running' };

/** A short fingerprint of the command, so that the same key with another body is seen. */
export const bodyHash = (route: string, body: unknown): string =>
  createHash('sha256')
    .update(route)
    .update('\n')
    .update(JSON.stringify(body ?? null))
    .digest('base64url');

/** Looks the key up under a lock that lasts as long as the transaction: two at once cannot both be new. */
export const claimKey = async (tx: Tx, actor: string, key: string, hash: string): Promise<KeyState> => {
  const lock = await first<{ got: boolean }>(
    tx,
    'select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as got',
    [`${actor}\n${key}`],
  );
  if (lock?.got !== true) return { kind: 'running' };
  const known = await first<{ body_hash: string; status: number; answer: unknown }>(
    tx,
    'select body_hash, status, answer from platform_key where actor = $1 and key = $2',
    [actor, key],
  );
  if (known === null) return { kind: 'new' };
  if (known.body_hash !== hash) return { kind: 'other-body' };
  return { kind: 'answered', status: known.status, answer: known.answer };
};

/** Keeps the answer with the key, in the transaction of the command itself. */
export const keepAnswer = async (
  tx: Tx,
  kept: { actor: string; key: string; hash: string; status: number; answer: unknown; at: Instant },
): Promise<void> => {
  await rows(
    tx,
    'insert into platform_key (actor, key, body_hash, status, answer, at) values ($1, $2, $3, $4, $5, $6)',
    [kept.actor, kept.key, kept.hash, kept.status, JSON.stringify(kept.answer ?? null), stamp(kept.at)],
  );
};

/** Keys older than a day may go: nobody retries that late. */
export const forgetOldKeys = async (tx: Tx, now: Instant): Promise<void> => {
  await rows(tx, 'delete from platform_key where at < $1', [stamp(now - 24 * 3_600_000)]);
};

/** An answer kept under a key. */
export interface KeyedAnswer {
  readonly actor: string;
  readonly key: string;
  readonly hash: string;
  readonly answer: unknown;
}

/** The answers that stand under these keys already, by `actor` + newline + `key`. */
export const knownAnswers = async (
  tx: Tx,
  keys: readonly { readonly actor: string; readonly key: string }[],
): Promise<Map<string, KeyedAnswer>> => {
  if (keys.length === 0) return new Map();
  const found = await rows<KeyedAnswer>(
    tx,
    `select k.actor, k.key, k.body_hash as hash, k.answer from platform_key k
     join unnest($1::text[], $2::text[]) as asked (actor, key) on k.actor = asked.actor and k.key = asked.key`,
    [keys.map((each) => each.actor), keys.map((each) => each.key)],
  );
  return new Map(found.map((each) => [`${each.actor}\n${each.key}`, each]));
};

/** Keeps many answers at once, in the transaction of their commands. */
export const keepAnswers = async (tx: Tx, kept: readonly KeyedAnswer[], at: Instant): Promise<void> => {
  if (kept.length === 0) return;
  await rows(
    tx,
    `insert into platform_key (actor, key, body_hash, status, answer, at)
     select actor, key, hash, 200, answer, $5 from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[]) as t (actor, key, hash, answer)`,
    [
      kept.map((each) => each.actor),
      kept.map((each) => each.key),
      kept.map((each) => each.hash),
      kept.map((each) => JSON.stringify(each.answer)),
      stamp(at),
    ],
  );
};
