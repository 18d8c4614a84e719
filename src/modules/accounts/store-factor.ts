import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Passkey } from './types.ts';

const PASSKEY = `id, account_id as "accountId", credential_id as "credentialId", public_key as "publicKey", counter,
  transports, name, created_at as "createdAt", last_used_at as "lastUsedAt"`;

/** The passkeys of an account, oldest first. */
export const passkeysOf = (tx: Tx, accountId: string): Promise<Passkey[]> =>
  rows(tx, `select ${PASSKEY} from accounts_passkey where account_id = $1 order by created_at, id`, [
    accountId,
  ]);

/** The passkey that calls itself so. */
export const passkeyByCredential = (tx: Tx, credentialId: string): Promise<Passkey | null> =>
  first(tx, `select ${PASSKEY} from accounts_passkey where credential_id = $1 for update`, [credentialId]);

/** Keeps a new passkey; null when this very key is kept already. */
export const putPasskey = (tx: Tx, passkey: Passkey): Promise<{ readonly id: string } | null> =>
  first(
    tx,
    `insert into accounts_passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning id`,
    [
      passkey.id,
      passkey.accountId,
      passkey.credentialId,
      Buffer.from(passkey.publicKey),
      passkey.counter,
      [...passkey.transports],
      passkey.name,
      stamp(passkey.createdAt),
    ],
  );

/** A passkey was used. */
export const markPasskeyUsed = (tx: Tx, id: string, counter: number, now: Instant): Promise<unknown> =>
  rows(tx, 'update accounts_passkey set counter = $2, last_used_at = $3 where id = $1', [
    id,
    counter,
    stamp(now),
  ]);

/** Takes a passkey away; answers whether it was this account's. */
export const removePasskey = async (tx: Tx, accountId: string, id: string): Promise<boolean> =>
  (await first(tx, 'delete from accounts_passkey where account_id = $1 and id = $2 returning id', [
    accountId,
    id,
  ])) !== null;

/** Replaces the recovery codes of an account by these. */
export const replaceRecovery = async (
  tx: Tx,
  accountId: string,
  hashes: readonly string[],
): Promise<void> => {
  await rows(tx, 'delete from accounts_recovery_code where account_id = $1', [accountId]);
  await rows(tx, 'insert into accounts_recovery_code (account_id, code_hash) select $1, unnest($2::text[])', [
    accountId,
    [...hashes],
  ]);
};

/** Uses a recovery code up; false when it is none of this account's or was used before. */
export const spendRecovery = async (
  tx: Tx,
  accountId: string,
  hash: string,
  now: Instant,
): Promise<boolean> =>
  (await first(
    tx,
    `update accounts_recovery_code set used_at = $3
     where account_id = $1 and code_hash = $2 and used_at is null returning account_id`,
    [accountId, hash, stamp(now)],
  )) !== null;

/** How many recovery codes are left. */
export const recoveryLeft = async (tx: Tx, accountId: string): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      'select count(*)::int as n from accounts_recovery_code where account_id = $1 and used_at is null',
      [accountId],
    )
  )?.n ?? 0;

/** Whose account it is that another party knows so; null when nobody's. */
export const accountOfIdentity = async (
  tx: Tx,
  { issuer, subject }: { readonly issuer: string; readonly subject: string },
): Promise<string | null> =>
  (
    await first<{ id: string }>(
      tx,
      'select account_id as id from accounts_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    )
  )?.id ?? null;

/** From now on who comes from there under that name is this account. */
export const putIdentity = (
  tx: Tx,
  identity: { readonly issuer: string; readonly subject: string },
  accountId: string,
  now: Instant,
): Promise<unknown> =>
  rows(tx, 'insert into accounts_identity (issuer, subject, account_id, linked_at) values ($1, $2, $3, $4)', [
    identity.issuer,
    identity.subject,
    accountId,
    stamp(now),
  ]);
