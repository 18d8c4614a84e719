import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startDaily } from '#app/daily.ts';
import { buildHouse, type House } from '#app/house.ts';
import { makePracticeRegion, startPracticeClock } from '#demo/index.ts';
import { machineClock } from '#platform/clock.ts';
import { type Config, ConfigError, readConfig } from '#platform/config.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { openDatabase } from '#platform/db/database.ts';
import { knownMigrations, migrate, missingMigrations } from '#platform/db/migrate.ts';
import { stampOf } from '#platform/db/mode.ts';
import { admitServer } from '#platform/db/server-login.ts';
import { checkAtRest, installationKey, lockAtRest } from './at-rest.ts';
import { type OpenDatabase, openDatabaseOf } from './open-database.ts';

const WEB = join(import.meta.dirname, '../../dist/web');
const PACKAGE = join(import.meta.dirname, '../../package.json');
const NOBODY = byHouse('start');

const modeOf = async (url: string): Promise<'practice' | 'production' | null> => {
  const database = openDatabase(url, 2);
  try {
    return (await database.transaction(NOBODY, stampOf))?.mode ?? null;
  } finally {
    await database.close();
  }
};

const NO_REGION =
  'There is no region in this database yet. Run: verkeerstoren region new "Name" --desk "Desk" --code desk --phone 0592-001720';
const NO_PRACTICE = 'There is no region in this database yet. Run: verkeerstoren demo';

/** A practice region never turns into a real one by a setting, nor the other way round. */
const checkMode = async (url: string, config: Config): Promise<'empty' | 'ready'> => {
  const mode = await modeOf(url);
  if (mode !== null && mode !== config.mode) {
    throw new ConfigError(
      `This database holds a ${mode} region, but MODE is ${config.mode}. Use another database or another MODE.`,
    );
  }
  return mode === null ? 'empty' : 'ready';
};

const say = (line: string): void => console.log(`  ${line}`);

const prepare = async (database: OpenDatabase, config: Config): Promise<void> => {
  const { applied } = await migrate(database.url);
  await admitServer(database.url, database.serverUrl);
  const key = await installationKey(database.url, config);
  const locked = await lockAtRest(database.url, key);
  if (applied.length > 0) say(`✔ ${applied.length} migrations applied`);
  if (locked > 0) say(`✔ ${locked} citizen service numbers locked away`);
  const found = await checkMode(database.url, config);
  if (found === 'empty' && config.mode === 'production') throw new ConfigError(NO_REGION);
  if (found === 'empty') {
    await makePracticeRegion(database.url, { seed: config.practiceSeed, now: machineClock.now(), key });
    say('✔ practice region made');
  }
};

const checkReady = async (database: OpenDatabase, config: Config): Promise<void> => {
  const missing = await missingMigrations(database.url);
  if (missing.length > 0)
    throw new ConfigError(
      `The database misses ${missing.length} of ${(await knownMigrations()).length} migrations. Run: verkeerstoren migrate`,
    );
  await admitServer(database.url, database.serverUrl);
  await checkAtRest(database.url, await installationKey(database.url, config));
  if ((await checkMode(database.url, config)) === 'empty')
    throw new ConfigError(config.mode === 'production' ? NO_REGION : NO_PRACTICE);
};

const greet = async (house: House, config: Config): Promise<void> => {
  const address = house.app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  const url = `http://${config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host}:${port}`;
  if (config.mode === 'production') {
    console.log(`\nVerkeerstoren  ${config.publicUrl ?? ''}  listens on ${url}\n`);
    return say('first time? verkeerstoren user add   stop with Ctrl-C');
  }
  const answer = await house.app.inject({ method: 'GET', url: '/api/v1/practice-roles' });
  const { roles } = answer.json() as { roles: { role: string; name: string; organisation: string }[] };
  console.log(`\nVerkeerstoren  OEFENREGIO  ${url}\n`);
  for (const { role, name, organisation } of roles) say(`${role.padEnd(16)} ${name}, ${organisation}`);
  console.log(
    `\n  API ${url}/docs   stop with Ctrl-C, the region stays in ${config.databaseUrl === null ? config.dataDir : 'your database'}\n`,
  );
};

/** What is under way gets so long to end; then the database stops all the same and takes back what was not committed. */
const PATIENCE_MS = 3_000;
/** Longer than that, and the longest the database takes. */
const LONGEST_STOP_MS = 9_000;

/** Ends server and database when told to, or when who started us is gone; once, and within seconds. */
const stopWith = (stop: () => Promise<void>): void => {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
};

const startClock = (house: House, config: Config) =>
  config.practiceClock && config.mode === 'practice'
    ? startPracticeClock({
        database: house.database,
        regionOf: house.regionOf,
        clock: machineClock,
        seed: config.practiceSeed,
        report: (error) =>
          house.app.log.error({ err: error instanceof Error ? error.message : 'unknown' }, 'practice clock'),
        committed: house.door.committed,
      })
    : null;

/** What was opened, to be ended in the opposite order: the clock, the house, the database. */
interface Opened {
  stop(): Promise<void>;
}

const openHouse = async ({ url, serverUrl }: OpenDatabase, config: Config): Promise<House> => {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  const key = await installationKey(url, config);
  const house = await buildHouse({
    databaseUrl: serverUrl,
    connections: config.databaseConnections,
    clock: machineClock,
    practice: config.mode === 'practice',
    logLevel: config.logLevel,
    version,
    webFolder: existsSync(WEB) ? WEB : null,
    mapTiles: config.mapTiles,
    holdsPerAccount: config.holdsPerAccount,
    origins: config.corsOrigins,
    limits: config.limits,
    ...(config.mode === 'production' ? { sessions: config.sessions } : {}),
    ...(config.publicUrl === null
      ? {}
      : { signIn: { publicUrl: config.publicUrl, providers: config.providers } }),
    messages: {
      ...{ key, mail: config.mail, webhooks: config.webhooks, texts: config.texts },
      momentStandsFor: config.momentStandsFor,
    },
    ...{ trustProxy: config.trustProxy, leakedPasswordsUrl: config.leakedPasswordsUrl },
    ...(config.openPages === null ? {} : { openPages: config.openPages }),
  });
  await house.app.listen({ host: config.host, port: config.port });
  return house;
};

/** A fault behind the scenes, by its kind only. */
const reportTo =
  (house: House) =>
  (error: unknown): void =>
    house.app.log.error({ err: error instanceof Error ? error.name : 'unknown' }, 'once a day');

/** `start` and `serve`: opens the database, builds the house and listens. */
export const serve = async (how: { readonly prepare: boolean }): Promise<void> => {
  const config = readConfig(process.env);
  const opened: Opened[] = [];
  const stop = async (): Promise<void> => {
    const [database, ...parts] = opened.splice(0);
    const ended = (async () => {
      for (const part of parts.toReversed()) await part.stop();
    })();
    await Promise.race([ended.catch(() => undefined), wait(PATIENCE_MS)]);
    await database?.stop();
  };
  stopWith(stop);
  const opening = openDatabaseOf(config);
  // Also who is told to stop while the database starts, waits for it and stops it.
  opened.push({ stop: () => opening.then((database) => database.stop()).catch(() => undefined) });
  try {
    const database = await opening;
    await (how.prepare ? prepare(database, config) : checkReady(database, config));
    const house = await openHouse(database, config);
    opened.push({ stop: house.close });
    opened.push(
      startDaily({
        ...{ databaseUrl: database.url, database: house.database },
        ...{ clock: machineClock, report: reportTo(house), lookAhead: house.lookAhead },
      }),
    );
    const clock = startClock(house, config);
    if (clock !== null) opened.push(clock);
    await greet(house, config);
  } catch (error) {
    await stop();
    throw error;
  }
};
