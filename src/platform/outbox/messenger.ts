import { setTimeout as wait } from 'node:timers/promises';
import { type JobHelpers, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { ALONE } from '#platform/db/locks.ts';
import { openJobPool, silentLogger } from './jobs.ts';
import { ATTEMPTS, type Delivery, deliveryById, freeJobs, noteAttempt } from './store.ts';

/** What came of one attempt: taken; not now; nobody can be reached at all; or it is no longer true. */
export type Outcome = {
  readonly kind: 'taken' | 'not-now' | 'nobody' | 'overtaken';
  readonly status: string;
};

/** Carries one message out; never throws for what the other side does. */
export type Carrier = (delivery: Delivery, stop: AbortSignal) => Promise<Outcome>;

/** What the messenger works with. */
export interface MessengerParts {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly carriers: Readonly<Record<Delivery['kind'], Carrier>>;
  readonly report: (error: unknown) => void;
}

/** In whose name messages are made and carried: it sees those of every organisation. */
export const MESSENGER = byHouse('messenger');

const AS_SERVER = '-c role=verkeerstoren_app -c statement_timeout=15000 -c timezone=UTC';
const AT_ONCE = 4;
const LOOK_MS = 1_000;
const STOP_MS = 200;
/** How soon a server that waits in line looks again, and how long after a fault. */
const AGAIN_MS = 1_000;

/** A message after its last try waits for a person. */
const stateAfter = (came: Outcome, attempt: number) => {
  if (came.kind === 'taken') return 'sent';
  if (came.kind === 'overtaken') return 'overtaken';
  return came.kind === 'nobody' || attempt >= ATTEMPTS ? 'dead' : 'failed';
};

/**
 * One attempt. What was sent is written down before the job goes away; who dies in between sends it again under the same
 * id, and the receiver can tell.
 */
const attempt = async (parts: MessengerParts, id: string, helpers: JobHelpers): Promise<void> => {
  const delivery = await parts.database.transaction(MESSENGER, (tx) => deliveryById(tx, id));
  if (delivery === null || delivery.state === 'sent' || delivery.state === 'overtaken') return;
  const came = await parts.carriers[delivery.kind](delivery, helpers.abortSignal);
  const state = stateAfter(came, helpers.job.attempts);
  await parts.database.transaction(MESSENGER, (tx) =>
    noteAttempt(tx, id, { state, status: came.status, at: parts.clock.now() }),
  );
  if (came.kind === 'not-now') throw new Error(came.status);
};

/** One messenger a database: whoever holds this lock, until its connection ends. */
const takeOffice = async (url: string): Promise<pg.Client | null> => {
  const client = new pg.Client({ connectionString: url, options: AS_SERVER, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
    ALONE.carryMessages,
  ]);
  if (rows[0]?.mine === true) {
    await freeJobs(client as unknown as Tx);
    return client;
  }
  await client.end();
  return null;
};

/** Works jobs until told to stop, or until the office is lost. */
const serve = async (parts: MessengerParts, office: pg.Client, stop: AbortSignal): Promise<void> => {
  const pgPool = openJobPool(parts.databaseUrl, AT_ONCE + 2, AS_SERVER);
  const over = new Promise<void>((resolve) => {
    office.once('end', resolve);
    stop.addEventListener('abort', () => resolve(), { once: true });
    if (stop.aborted) resolve();
  });
  let runner: Runner | null = null;
  try {
    runner = await run({
      pgPool,
      logger: silentLogger,
      concurrency: AT_ONCE,
      pollInterval: LOOK_MS,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: STOP_MS,
      // What came of a job is written by the library's own hand that waits for it: else a database that goes away at that
      // moment is an error nobody hears, and the server falls over it.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList: { deliver: (job, helpers) => attempt(parts, (job as { id: string }).id, helpers) },
    });
    await Promise.race([over, runner.promise]);
  } finally {
    await runner?.stop().catch(() => undefined);
    await pgPool.end();
  }
};

/** Carries messages out in the background of this process. */
export interface Messenger {
  /** Ends within a second; what was under way is tried again later. */
  stop(): Promise<void>;
}

/** Starts it: of all servers on one database one carries, the next takes over when it dies. */
export const startMessenger = (parts: MessengerParts): Messenger => {
  const stopping = new AbortController();
  const pause = () =>
    wait(AGAIN_MS, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
  const once = async (): Promise<void> => {
    const office = await takeOffice(parts.databaseUrl);
    if (office === null) return;
    try {
      await serve(parts, office, stopping.signal);
    } finally {
      await office.end().catch(() => undefined);
    }
  };
  const working = (async () => {
    while (!stopping.signal.aborted) {
      await once().catch(parts.report);
      if (!stopping.signal.aborted) await pause();
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
};
