import { type Instant, MINUTE } from '#kernel/interval.ts';
import { hashOfToken, newToken } from '#platform/auth/tokens.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Secrets } from '#platform/secrets.ts';
import type { Ceremony } from './types.ts';

const LASTS = 10 * MINUTE;
/** So many wrong codes end a step; then it begins with the password again. */
const MOST_WRONG = 5;

/** Begins a step; answers the token by which its browser is known. */
export const beginCeremony = async (
  tx: Tx,
  secrets: Secrets,
  ceremony: Ceremony,
  now: Instant,
): Promise<string> => {
  const token = newToken();
  const hash = hashOfToken(token);
  await rows(tx, 'delete from accounts_ceremony where expires_at < $1', [stamp(now)]);
  await rows(
    tx,
    'insert into accounts_ceremony (token_hash, state, expires_at, account_id) values ($1, $2, $3, $4)',
    [
      hash,
      secrets.seal(JSON.stringify(ceremony), hash),
      stamp(now + LASTS),
      'accountId' in ceremony ? ceremony.accountId : null,
    ],
  );
  return token;
};

/** The step behind a token, held until this transaction ends; null when it is over. */
export const readCeremony = async (
  tx: Tx,
  secrets: Secrets,
  token: string | undefined,
  now: Instant,
): Promise<Ceremony | null> => {
  if (token === undefined) return null;
  const hash = hashOfToken(token);
  const row = await first<{ state: string }>(
    tx,
    'select state from accounts_ceremony where token_hash = $1 and expires_at > $2 and wrong < $3 for update',
    [hash, stamp(now), MOST_WRONG],
  );
  const text = row === null ? null : secrets.open(row.state, hash);
  return text === null ? null : (JSON.parse(text) as Ceremony);
};

/** The same step with other words. */
export const changeCeremony = (
  tx: Tx,
  secrets: Secrets,
  token: string,
  ceremony: Ceremony,
): Promise<unknown> => {
  const hash = hashOfToken(token);
  return rows(tx, 'update accounts_ceremony set state = $2 where token_hash = $1', [
    hash,
    secrets.seal(JSON.stringify(ceremony), hash),
  ]);
};

/** A wrong code in this step. */
export const countWrong = (tx: Tx, token: string): Promise<unknown> =>
  rows(tx, 'update accounts_ceremony set wrong = wrong + 1 where token_hash = $1', [hashOfToken(token)]);

/** A step is done: it cannot be done again. */
export const endCeremony = (tx: Tx, token: string): Promise<unknown> =>
  rows(tx, 'delete from accounts_ceremony where token_hash = $1', [hashOfToken(token)]);

/** What an account stands halfway with is over: the password or factor it began with counts no more. */
export const endCeremoniesOf = (tx: Tx, accountId: string): Promise<unknown> =>
  rows(tx, 'delete from accounts_ceremony where account_id = $1', [accountId]);
