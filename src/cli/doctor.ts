import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '#platform/config.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { openDatabase } from '#platform/db/database.ts';
import { missingMigrations } from '#platform/db/migrate.ts';
import { stampOf } from '#platform/db/mode.ts';
import { serverState } from '#platform/db/server-state.ts';
import { type OpenDatabase, openDatabaseOf } from './open-database.ts';

const NOBODY = byHouse('doctor');
const GIB = 1024 ** 3;

/** Nobody can see from here whether there is a proxy; so it is said, and whoever put one there knows. */
const proxyWords = ({ trustProxy }: Config): string =>
  trustProxy.length === 0
    ? 'no proxy is believed; behind one, everybody has its address in the log (set TRUST_PROXY)'
    : `believes ${trustProxy.join(', ')} about the address of a caller`;

/** `doctor`: how this installation is, one plain line each; exits 1 when something needs mending. */
export const doctor = async (): Promise<void> => {
  const config = readConfig(process.env);
  let sick = 0;
  const line = (well: boolean, text: string): void => {
    if (!well) sick++;
    console.log(`${well ? '✔' : '✘'} ${text}`);
  };
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  line(major > 24 || (major === 24 && minor >= 7), `Node ${process.versions.node} (24.7 or newer)`);
  line(
    new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', month: 'long' }).format(0) === 'januari',
    'Dutch dates and time zones',
  );
  line(
    existsSync(join(import.meta.dirname, '../../dist/web/index.html')),
    'web app is built (npm run build)',
  );
  line(true, proxyWords(config));
  const database = await openDatabaseOf(config);
  try {
    const { bavail, bsize } = statfsSync(config.databaseUrl === null ? config.dataDir : '.');
    line(bavail * bsize > GIB, `free disk ${Math.floor((bavail * bsize) / GIB)} GiB`);
    await examine(database, line);
  } finally {
    await database.stop();
  }
  process.exitCode = sick === 0 ? 0 : 1;
};

const examine = async (
  { url, serverUrl }: OpenDatabase,
  line: (well: boolean, text: string) => void,
): Promise<void> => {
  const missing = await missingMigrations(url);
  line(
    missing.length === 0,
    missing.length === 0
      ? 'migrations are up to date'
      : `${missing.length} migrations to apply (verkeerstoren migrate)`,
  );
  if (missing.length > 0) return;
  const database = openDatabase(serverUrl, 2);
  try {
    const server = await database.transaction(NOBODY, serverState);
    line(true, `PostgreSQL ${server?.version ?? 'unknown'}`);
    line(server?.durable === true, 'commits are durable (synchronous_commit)');
    line(server?.owner === false, 'the server does not own the tables');
    const stamp = await database.transaction(NOBODY, stampOf);
    const apart = server?.ownerLogin === false;
    line(
      apart || stamp?.mode !== 'production',
      apart
        ? 'the server logs in as somebody who cannot become the owner'
        : 'server and owner are the same login (set DATABASE_OWNER_URL, and DATABASE_URL to a login of its own)',
    );
    line(
      stamp !== null,
      stamp === null ? 'no region yet (verkeerstoren demo)' : `${stamp.mode} region ${stamp.regionName}`,
    );
  } finally {
    await database.close();
  }
};
