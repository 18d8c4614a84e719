import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Account, Hat } from './types.ts';

const ACCOUNT = `id, email, name, password_hash as "passwordHash", disabled_at as "disabledAt", failed,
  locked_until as "lockedUntil", totp_secret as "totpSecret", totp_last_step as "totpLastStep", totp_next as "totpNext",
  last_professional_id as "lastProfessionalId"`;
const HAT = `account_id as "accountId", professional_id as "professionalId", organisation_id as "organisationId",
  administrator`;

/** The account of an e-mail address, as it stands now. */
export const accountByEmail = (tx: Tx, email: string): Promise<Account | null> =>
  first(tx, `select ${ACCOUNT} from accounts_account where email = lower($1)`, [email]);

/** An account, as it stands now. */
export const accountById = (tx: Tx, id: string): Promise<Account | null> =>
  first(tx, `select ${ACCOUNT} from accounts_account where id = $1`, [id]);

/** An account, held until this transaction ends: who guesses at twice at once is counted twice. */
export const lockAccount = (tx: Tx, id: string): Promise<Account | null> =>
  first(tx, `select ${ACCOUNT} from accounts_account where id = $1 for update`, [id]);

/** Writes a new account. */
export const putAccount = (
  tx: Tx,
  account: Pick<Account, 'id' | 'email' | 'name' | 'passwordHash'>,
  now: Instant,
): Promise<unknown> =>
  rows(
    tx,
    'insert into accounts_account (id, email, name, password_hash, created_at) values ($1, lower($2), $3, $4, $5)',
    [account.id, account.email, account.name, account.passwordHash, stamp(now)],
  );

/** How many times it went wrong in a row, and until when the door stays shut for that. */
export const setFailed = (
  tx: Tx,
  id: string,
  failed: number,
  lockedUntil: Instant | null,
): Promise<unknown> =>
  rows(tx, 'update accounts_account set failed = $2, locked_until = $3 where id = $1', [
    id,
    failed,
    stampOrNull(lockedUntil),
  ]);

/** Another password. */
export const setPassword = (tx: Tx, id: string, hash: string): Promise<unknown> =>
  rows(tx, 'update accounts_account set password_hash = $2 where id = $1', [id, hash]);

/** Switches an account off from a moment, or on again (null). */
export const setDisabled = (tx: Tx, id: string, at: Instant | null): Promise<unknown> =>
  rows(tx, 'update accounts_account set disabled_at = $2, failed = 0, locked_until = null where id = $1', [
    id,
    stampOrNull(at),
  ]);

/** Remembers a secret that was shown and not confirmed yet. */
export const setTotpNext = (tx: Tx, id: string, sealed: string): Promise<unknown> =>
  rows(tx, 'update accounts_account set totp_next = $2 where id = $1', [id, sealed]);

/** The secret that was shown is the one that counts from now on; the code it was confirmed with is used. */
export const confirmTotp = (tx: Tx, id: string, step: number, now: Instant): Promise<unknown> =>
  rows(
    tx,
    `update accounts_account set totp_secret = totp_next, totp_next = null, totp_confirmed_at = $3, totp_last_step = $2
     where id = $1`,
    [id, step, stamp(now)],
  );

/** The last step of time whose code was used. */
export const setTotpStep = (tx: Tx, id: string, step: number): Promise<unknown> =>
  rows(tx, 'update accounts_account set totp_last_step = $2 where id = $1', [id, step]);

/** The hat somebody put on last; next time they begin with it. */
export const setLastHat = (tx: Tx, id: string, professionalId: string): Promise<unknown> =>
  rows(tx, 'update accounts_account set last_professional_id = $2 where id = $1', [id, professionalId]);

/** The hats of an account, oldest first. */
export const hatsOf = (tx: Tx, accountId: string): Promise<Hat[]> =>
  rows(tx, `select ${HAT} from accounts_role where account_id = $1 order by given_at, professional_id`, [
    accountId,
  ]);

/** Gives a hat. */
export const putHat = (tx: Tx, hat: Hat, now: Instant): Promise<unknown> =>
  rows(
    tx,
    `insert into accounts_role (account_id, professional_id, organisation_id, administrator, given_at)
     values ($1, $2, $3, $4, $5)`,
    [hat.accountId, hat.professionalId, hat.organisationId, hat.administrator, stamp(now)],
  );

/** An account as its administrator sees it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly disabledAt: Instant | null;
  readonly lockedUntil: Instant | null;
  readonly secondFactor: boolean;
}

/** Everybody with a hat of this organisation; of all organisations without one. */
export const accountsOf = (tx: Tx, organisationId: string | null): Promise<ListedAccount[]> =>
  rows(
    tx,
    `select a.id, a.name, a.email, a.disabled_at as "disabledAt", a.locked_until as "lockedUntil",
       a.totp_confirmed_at is not null
         or exists (select from accounts_passkey p where p.account_id = a.id) as "secondFactor"
     from accounts_account a
     where $1::uuid is null
       or exists (select from accounts_role r where r.account_id = a.id and r.organisation_id = $1)
     order by a.name, a.id`,
    [organisationId],
  );

/** All hats of an organisation; of all organisations without one. */
export const hatsIn = (tx: Tx, organisationId: string | null): Promise<Hat[]> =>
  rows(
    tx,
    `select ${HAT} from accounts_role where $1::uuid is null or organisation_id = $1 order by given_at, professional_id`,
    [organisationId],
  );
