import pg from 'pg';
import { type ColumnLock, openBsnLock } from '#platform/secrets.ts';
import { typeParsers } from './types.ts';

/** Who acts in a transaction: row-level security and the diary know nobody else. */
export interface Acting {
  /** The professional (or `system`) whose act this is. */
  readonly actor: string;
  /** The organisation they act for; null sees nothing that is protected. */
  readonly organisationId: string | null;
}

declare const opaque: unique symbol;

/** A running transaction. It crosses doors between rooms unopened; only stores and the tower look inside. */
export interface Tx {
  readonly [opaque]: 'transaction';
}

/** The database as the house uses it: transactions in somebody's name, and nothing else. */
export interface Database {
  /** Runs the work in one transaction, again when PostgreSQL asks for it (deadlock, serialisation). Commits durably,
   *  or rolls back when the work answers with a refusal. */
  transaction<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Ends all connections. */
  close(): Promise<void>;
  /** Connections in use and waiting callers, for the metrics. */
  load(): { readonly total: number; readonly idle: number; readonly waiting: number };
}

/** The lock a transaction may use; it stays with the connection, so that no caller carries the key about. */
const locks = new WeakMap<object, ColumnLock>();

/** The lock on the citizen service number; who opened the database without the key has none. */
export const bsnLockOf = (tx: Tx): ColumnLock => {
  const lock = locks.get(tx);
  if (lock === undefined)
    throw new Error(
      'this database was opened without the key of the installation: no BSN can be kept or read',
    );
  return lock;
};

const UUID = /^[0-9a-f-]{36}$/;
const ACTOR = /^[\w:-]{1,80}$/;
const ATTEMPTS = 5;

/**
 * Errors after which the same transaction may simply be tried again: serialisation, deadlock, and a constraint that
 * somebody else filled in the meantime. The second try sees what they did, and can refuse in words.
 */
const RETRYABLE = new Set(['40001', '40P01', '23P01', '23505']);
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));

/** A connection that broke must not go back into the pool: it would wedge the next caller. */
const isBroken = (error: unknown): boolean => {
  if (!(error instanceof Error)) return true;
  const code = 'code' in error ? String(error.code) : '';
  return code === '' || /^(57P|08)/.test(code) || !/^[0-9A-Z]{5}$/.test(code);
};

const namingOf = (acting: Acting): string => {
  const organisation = acting.organisationId ?? '';
  if (!ACTOR.test(acting.actor))
    throw new Error('an actor name may only hold letters, digits, colon and dash');
  if (organisation !== '' && !UUID.test(organisation)) throw new Error('an organisation id must be a UUID');
  return `set local app.actor = '${acting.actor}'; set local app.org = '${organisation}'`;
};

/**
 * What follows by itself from somebody's act, in the same transaction but in another name: a ward that says no does not
 * know whom else to ask, the desk does. Afterwards the transaction is again in the name it was in.
 */
export const inNameOf = async <T>(
  tx: Tx,
  { own, other }: { readonly own: Acting; readonly other: Acting },
  work: () => Promise<T>,
): Promise<T> => {
  const client = tx as unknown as pg.PoolClient;
  await client.query(namingOf(other));
  const value = await work();
  await client.query(namingOf(own));
  return value;
};

/** A transaction that ended for a fault is rolled back; a rollback that fails too means the connection is gone. */
const giveUp = async (client: pg.PoolClient, error: unknown): Promise<void> => {
  if (isBroken(error)) return client.release(true);
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
};

/** What was sent in a transaction and must have gone well before it counts. */
const lastWords = new WeakMap<object, Promise<unknown>[]>();

/**
 * Sent last and not waited for: it travels with the commit in one message, and the transaction ends only when both went
 * well. When it fails, PostgreSQL rolls the rest back.
 */
export const withCommit = (tx: Tx, sent: Promise<unknown>): void => {
  // Who waits is the commit; when the work ends in another fault, nobody does.
  sent.catch(() => undefined);
  lastWords.get(tx)?.push(sent);
};

/** PostgreSQL answers a commit of a failed transaction with a rollback and no error: that is not "done". */
const commit = async (client: pg.PoolClient, begun: Promise<unknown>): Promise<void> => {
  const sent = lastWords.get(client) ?? [];
  const [{ command }] = await Promise.all([client.query('commit'), begun, ...sent]);
  if (command !== 'COMMIT') throw new Error(`the commit was answered with ${command}`);
};

/** A refusal leaves nothing behind, whatever was written before it was known. */
const isRefused = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;

const once = async <T>(pool: pg.Pool, acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const naming = namingOf(acting);
  const client = await pool.connect();
  try {
    // Goes in one message with the first statement of the work; should it fail, nobody acts and the rows show nothing.
    const begun = client.query(`begin; ${naming}`);
    begun.catch(() => undefined);
    lastWords.set(client, []);
    const value = await work(client as unknown as Tx);
    await (isRefused(value) ? client.query('rollback') : commit(client, begun));
    client.release();
    return value;
  } catch (error) {
    await giveUp(client, error);
    throw error;
  }
};

/**
 * Opens the database at this URL with at most `connections` connections, as the role without ownership. The key of the
 * installation is needed only by who enters people with a BSN or reads them.
 */
export const openDatabase = (url: string, connections = 16, key: Buffer | null = null): Database => {
  const lock = key === null ? null : openBsnLock(key);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    // A statement need not wait for the answer to the one before it.
    pipeline: true,
    types: typeParsers as pg.CustomTypesConfig,
    options:
      '-c role=verkeerstoren_app -c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC',
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener on pool and client, a database that dies takes the server with it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    if (lock !== null) locks.set(client, lock);
  });
  return {
    async transaction<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(pool, acting, work);
        } catch (error) {
          if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
        }
      }
    },
    close: () => pool.end(),
    load: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
};
