import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { chooseAccount } from './account.ts';
import { embeddedBinaries, installedBinaries } from './binaries.ts';
import { ADMIN, ensureCluster, OWNER } from './cluster.ts';
import { withFolderLock } from './lock.ts';
import { findRunning, launch, type Postmaster, shutDown } from './postmaster.ts';
import { processBirth } from './process.ts';
import { shortPath } from './short-path.ts';
import { signIn, someoneUses } from './users.ts';

/** Where the database stands and how it is set. */
export type PostgresOptions = {
  /** A folder of its own, made when it is not there: the cluster, the log and the list of users stand in it. */
  dataDir: string;
  /** PostgreSQL settings over our own, for example `{ shared_buffers: '64MB' }`; a server that already runs keeps its own. */
  settings?: Record<string, string>;
  /** A folder with another PostgreSQL (Debian's) instead of the embedded one. */
  binDir?: string;
};

/** A database that runs until `stop`; should it die, it is started again on the same address. */
export type RunningPostgres = {
  /** The database `verkeerstoren` as its owner, who is no superuser. */
  url: string;
  /** The superuser, on the database `postgres`. */
  adminUrl: string;
  /** The process number of the server now. */
  readonly pid: number;
  /** Stops the server when nobody else uses it. May be called twice. */
  stop(): Promise<void>;
};

/** Names the socket only: no port of the machine is used, so none can be taken. */
const SOCKET_NUMBER = 5432;

const SETTINGS: Record<string, string> = {
  listen_addresses: '',
  // Relative to the cluster, so that no path is too long for a socket.
  port: String(SOCKET_NUMBER),
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  shared_buffers: '128MB',
  max_connections: '100',
  recovery_init_sync_method: 'syncfs',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

const WATCH_EVERY = 200;

/**
 * Starts PostgreSQL in a folder, or joins the one that already runs there, and keeps it running until the last user
 * stops it. Several starts at once give one server. Throws with one clear sentence when it cannot.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const folder = resolve(options.dataDir);
  openFolder(folder);
  const socket = shortPath(join(folder, 'cluster'));
  const adminUrl = address(ADMIN, socket.path, 'postgres');
  let entry = '';
  let server = await withFolderLock(folder, async () => {
    const started = await ensureRunning(folder, adminUrl, options);
    entry = signIn(folder);
    return started;
  });

  const watch = keepRunning(
    () => server,
    async () => {
      server = await withFolderLock(folder, () => ensureRunning(folder, adminUrl, options));
    },
  );

  const leave = async () => {
    await watch.end();
    await withFolderLock(folder, async () => {
      rmSync(entry, { force: true });
      const running = someoneUses(folder) ? undefined : await findRunning(join(folder, 'cluster'));
      if (running) await shutDown(running);
    });
    socket.release();
  };
  let leaving: Promise<void> | undefined;

  return {
    url: address(OWNER, socket.path, OWNER),
    adminUrl,
    get pid() {
      return server.pid;
    },
    stop: () => {
      leaving ??= leave();
      return leaving;
    },
  };
}

function openFolder(folder: string): void {
  // Others may pass through to the cluster (the account must), not look around.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const me = process.getuid?.() ?? 0;
  const owner = statSync(folder).uid;
  if (me !== 0 && owner !== me)
    throw new Error(
      `The folder ${folder} belongs to another user (${owner}); start as that user or choose another folder.`,
    );
}

async function ensureRunning(
  folder: string,
  adminUrl: string,
  options: PostgresOptions,
): Promise<Postmaster> {
  const cluster = join(folder, 'cluster');
  const running = await joinRunning(cluster, adminUrl);
  if (running) return running;
  const account = chooseAccount(cluster);
  const binaries = options.binDir ? installedBinaries(options.binDir, account) : embeddedBinaries(account);
  ensureCluster(folder, binaries, account);
  const settings = { ...SETTINGS, ...options.settings };
  return launch({ cluster, log: join(folder, 'postgres.log'), binaries, account, settings });
}

/** A server found by its number may be dying at this very moment: only one that answers is joined. */
async function joinRunning(cluster: string, adminUrl: string): Promise<Postmaster | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const running = await findRunning(cluster);
    if (!running || (await answers(adminUrl))) return running;
    if (attempt === 100) throw new Error(`The database (process ${running.pid}) runs but does not answer.`);
    await wait(50);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

/** Starts the server again when it has died under us (killed, out of memory), until told to end. */
function keepRunning(current: () => Postmaster, revive: () => Promise<void>): { end: () => Promise<void> } {
  let ended = false;
  let busy: Promise<void> = Promise.resolve();
  let reviving = false;
  const timer = setInterval(() => {
    if (ended || reviving || processBirth(current().pid) !== undefined) return;
    reviving = true;
    busy = revive()
      .catch((error: unknown) => console.error('The database does not come back:', error))
      .finally(() => {
        reviving = false;
      });
  }, WATCH_EVERY);
  timer.unref();
  return {
    end: () => {
      ended = true;
      clearInterval(timer);
      return busy;
    },
  };
}

function address(role: string, socketFolder: string, database: string): string {
  return `postgresql://${role}@${encodeURIComponent(socketFolder)}:${SOCKET_NUMBER}/${database}`;
}
