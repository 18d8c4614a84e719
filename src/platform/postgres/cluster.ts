import { spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** The superuser of a cluster of ours; only the person who runs the server reaches its socket. */
export const ADMIN = 'postgres';
/** The role that owns our tables, and the name of the database; not a superuser. */
export const OWNER = 'verkeerstoren';

const FIRST_COMMANDS = [
  `create role ${OWNER} login createdb createrole`,
  `grant pg_signal_backend to ${OWNER}`,
  `create database ${OWNER} owner ${OWNER}`,
];

/**
 * Makes the cluster in `<folder>/cluster` when it is not there yet. It is made beside and renamed when whole, so a
 * start that dies halfway leaves no half database. The caller holds the folder's lock.
 */
export function ensureCluster(folder: string, binaries: Binaries, account: Account): void {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) {
    mustMatch(cluster, binaries);
    return;
  }
  for (const name of readdirSync(folder))
    if (name.startsWith('new-')) rmSync(join(folder, name), { recursive: true });
  const draft = mkdtempSync(join(folder, 'new-'));
  if (account.stepsDown) chownSync(draft, account.uid, account.gid);
  const run = (program: string, options: string[], input = '') => {
    const { bin } = binaries;
    const done = spawnSync(join(bin, program), options, {
      ...surroundings(draft, account),
      input,
      encoding: 'utf8',
    });
    if (done.status === 0) return;
    throw new Error(
      `The database could not be made (${program}): ${done.error?.message ?? done.stderr.trim()}`,
    );
  };
  run('initdb', initdbOptions(binaries, draft, account));
  const single = ['--single', '-D', nameOf(draft, account, binaries), '-c', 'exit_on_error=on', ADMIN];
  run('postgres', single, `${FIRST_COMMANDS.join('\n')}\n`);
  renameSync(draft, cluster);
  syncFolder(folder);
}

/**
 * What the database calls its own folder. Stepping down from root it may not be allowed to walk there (a root-only
 * home), but a process may always enter the folder it was started in, and this is that folder's name. Before version
 * 16 it walked out of that folder to look for itself, so there the whole path must be open to it.
 */
export function nameOf(cluster: string, account: Account, { major }: Binaries): string {
  return account.stepsDown && process.platform === 'linux' && major >= 16 ? '/proc/self/cwd' : cluster;
}

/** How a program of the database is started: in its folder, as its account, with nothing of our environment. */
export function surroundings(
  cluster: string,
  account: Account,
): {
  cwd: string;
  uid?: number;
  gid?: number;
  env: NodeJS.ProcessEnv;
} {
  const identity = account.stepsDown ? { uid: account.uid, gid: account.gid } : {};
  return { cwd: cluster, ...identity, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
}

function initdbOptions(binaries: Binaries, draft: string, account: Account): string[] {
  // Names sort by an explicit Dutch collation in the queries; the default must be the same on every machine.
  const locale =
    binaries.major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  return [
    ...[
      '-D',
      nameOf(draft, account, binaries),
      '-U',
      ADMIN,
      '--encoding=UTF8',
      ...locale,
      '--data-checksums',
    ],
    // The socket stands in a folder only the account and root can enter; over the network nobody comes in.
    ...['--auth-local=trust', '--auth-host=reject'],
  ];
}

function mustMatch(cluster: string, binaries: Binaries): void {
  const made = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
  if (made !== binaries.major)
    throw new Error(`The database in ${cluster} was made by PostgreSQL ${made}; this is ${binaries.major}.`);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
