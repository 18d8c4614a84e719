import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { nameOf, OWNER, surroundings } from './cluster.ts';
import { processBirth } from './process.ts';

const PAUSE = 5;
/** Recovery after a crash may have much to read. */
const START_PATIENCE = 120_000;
const LOG_LIMIT = 10_000_000;
/** What passes by itself: the children of a killed postmaster letting go of its memory. */
const PASSING = /pre-existing shared memory block|lock file "postmaster.pid" already exists/;

/** A running database server, by its process number. */
export type Postmaster = { pid: number };

type Sighting = Postmaster & { status: string };

/** The server that runs on this cluster, whoever started it; waits while one is starting or going down. */
export async function findRunning(cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + START_PATIENCE;
  for (;;) {
    const seen = sight(cluster);
    if (seen === undefined || seen === 'stale') {
      clearTraces(cluster);
      return undefined;
    }
    if (seen.status === 'ready') return { pid: seen.pid };
    if (Date.now() > deadline)
      throw new Error(`The database (process ${seen.pid}) has been ${seen.status} too long.`);
    await wait(PAUSE);
  }
}

/** What a server is started from. */
export type Launch = {
  cluster: string;
  log: string;
  binaries: Binaries;
  account: Account;
  settings: Record<string, string>;
};

/** A killed server leaves its number behind; as long as nobody buried it, PostgreSQL itself takes it for alive. */
function clearTraces(cluster: string): void {
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock', '.s.PGSQL.5432'])
    rmSync(join(cluster, name), { force: true });
}

/** Starts the server and comes back when it answers. Throws with the end of its log when it does not come up. */
export async function launch(from: Launch): Promise<Postmaster> {
  const deadline = Date.now() + START_PATIENCE;
  for (;;) {
    const said = prepareLog(from.log);
    const postmaster = await tryLaunch(from, deadline);
    if (postmaster) return postmaster;
    const words = readFileSync(from.log, 'utf8').slice(said);
    if (!PASSING.test(words) || Date.now() > deadline)
      throw new Error(
        `The database did not start; ${from.log} ends with:\n${words.trim().split('\n').slice(-12).join('\n')}`,
      );
    await wait(10 * PAUSE);
  }
}

/** Ends the server: clients are sent away, work is kept. After four seconds it is told to drop everything (and recovers at the next start). */
export async function shutDown({ pid }: Postmaster): Promise<void> {
  const birth = processBirth(pid);
  if (birth === undefined) return;
  for (const [signal, patience] of [
    ['SIGINT', 4000],
    ['SIGQUIT', 1000],
    ['SIGKILL', 1000],
  ] as const) {
    if (!signalled(pid, signal)) return;
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (processBirth(pid) !== birth) return;
      await wait(PAUSE);
    }
  }
  throw new Error(`The database (process ${pid}) does not end.`);
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

/** Reads postmaster.pid: the server on this cluster, or one that is just writing the file. */
function sight(cluster: string): Sighting | 'stale' | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (processBirth(pid) === undefined || !serves(pid, cluster)) return 'stale';
  return { pid, status: (lines[7] ?? 'starting').trim() };
}

/** The name the server carries in the list of processes; the folder's number stays the same when it is moved. */
function markOf(cluster: string): string {
  return `${OWNER}-${statSync(cluster).ino}`;
}

/** After a restart of the machine the number in the file may belong to any other program. */
function serves(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return words.includes(markOf(cluster)) || words.includes(cluster);
  } catch {
    return false;
  }
}

function prepareLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT) return size;
  renameSync(log, `${log}.old`);
  return 0;
}

async function tryLaunch(from: Launch, deadline: number): Promise<Postmaster | undefined> {
  const child = await spawned(from);
  let gone = false;
  child.once('exit', () => {
    gone = true;
  });
  while (!gone && Date.now() < deadline) {
    const seen = sight(from.cluster);
    if (typeof seen === 'object' && seen.pid === child.pid && seen.status === 'ready')
      return { pid: seen.pid };
    await wait(PAUSE);
  }
  if (!gone) child.kill('SIGQUIT');
  return undefined;
}

async function spawned({ cluster, log, binaries, account, settings }: Launch): Promise<ChildProcess> {
  const output = openSync(log, 'a', 0o600);
  const options = Object.entries({ ...settings, cluster_name: markOf(cluster) });
  const words = [
    '-D',
    nameOf(cluster, account, binaries),
    ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(join(binaries.bin, 'postgres'), words, {
    ...surroundings(cluster, account),
    // A session of its own: Ctrl-C goes to the server first, which then ends the database in order.
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  await new Promise<void>((done, fail) => {
    child.once('spawn', done);
    child.once('error', fail);
  });
  return child;
}
