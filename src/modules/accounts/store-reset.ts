import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** What somebody did to the account of another, and why. */
export interface Past {
  readonly accountId: string;
  readonly at: Instant;
  readonly event: 'factors-removed';
  /** Null: by hand, from the command line. */
  readonly byProfessional: string | null;
  readonly reason: string;
}

/** Takes away everything that opens an account: password, app, passkeys, codes on paper, employers, and links that wait. */
export const stripAccount = async (tx: Tx, id: string, now: Instant): Promise<void> => {
  await rows(
    tx,
    `update accounts_account set password_hash = null, totp_secret = null, totp_confirmed_at = null,
       totp_last_step = null, totp_next = null, failed = 0, locked_until = null where id = $1`,
    [id],
  );
  await rows(tx, 'delete from accounts_passkey where account_id = $1', [id]);
  await rows(tx, 'delete from accounts_recovery_code where account_id = $1', [id]);
  await rows(tx, 'delete from accounts_identity where account_id = $1', [id]);
  await rows(
    tx,
    `update accounts_invitation set withdrawn_at = $2
     where account_id = $1 and used_at is null and withdrawn_at is null`,
    [id, stamp(now)],
  );
};

/** Writes down what was done to an account. */
export const putPast = (tx: Tx, id: string, past: Past): Promise<unknown> =>
  rows(
    tx,
    `insert into accounts_history (id, account_id, at, event, by_professional, reason)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, past.accountId, stamp(past.at), past.event, past.byProfessional, past.reason],
  );

/** What was done to an account, the last first; of all accounts without one. */
export const pastOf = (tx: Tx, accountId: string | null): Promise<Past[]> =>
  rows(
    tx,
    `select account_id as "accountId", at, event, by_professional as "byProfessional", reason
     from accounts_history where $1::uuid is null or account_id = $1 order by at desc, id`,
    [accountId],
  );
