import { createHash } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';
import { stamp } from '#platform/db/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';

/** What became of a command key: new, already answered, used for something else, or in progress. */
export type KeyState =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly status: number; readonly answer: unknown }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'running' };

/** A short fingerprint of the command, so that the same key with another body is seen. */
export const bodyHash = (route: string, body: unknown): string =>
  createHash('sha256').update(route).update('\n').update(JSON.stringify(body ?? null)).digest('base64url');

/** Looks the key up under a lock that lasts as long as the transaction: two at once cannot both be new. */
export const claimKey = async (tx: Tx, actor: string, key: string, hash: string): Promise<KeyState> => {
  const lock = await first<{ got: boolean }>(tx, 'select pg_try_advisory_xact_lock(hashtextextended($1, 7)) as got', [`${actor}\n${key}`]);
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
  await rows(tx, 'insert into platform_key (actor, key, body_hash, status, answer, at) values ($1, $2, $3, $4, $5, $6)', [
    kept.actor,
    kept.key,
    kept.hash,
    kept.status,
    JSON.stringify(kept.answer ?? null),
    stamp(kept.at),
  ]);
};

/** Keys older than a day may go: nobody retries that late. */
export const forgetOldKeys = async (tx: Tx, now: Instant): Promise<void> => {
  await rows(tx, 'delete from platform_key where at < $1', [stamp(now - 24 * 3_600_000)]);
};
