import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#platform/db/migrate.ts';
import { type RunningPostgres, startPostgres } from './index.ts';

/** A database of one test's own, as the product's owner role. */
export type TestDatabase = { url: string; drop(): Promise<void> };

/** What a test wants in its database before it begins, when filling it takes long. Same name, same contents. */
export type Filling = { name: string; fill(url: string): Promise<void> };

const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations');
const CHECKOUT = join(import.meta.dirname, '../../..');
const A_DAY = 86_400_000;

/**
 * The key under which tests lock what is locked at rest.
 * @internal
 */
export const TEST_KEY = Buffer.alloc(32, 'test');

let server: Promise<{ url: string; stop(): Promise<void> }> | undefined;
let template: Promise<string> | undefined;
let open = 0;

/**
 * A fresh copy of the migrated, empty database (tens of milliseconds). It stands on TEST_DATABASE_URL when that is set
 * (a role that may create databases), else on one cluster that all tests of this checkout share. What takes long to fill is
 * filled once in a run of the tests: each file that asks for it has a copy of its own.
 */
export async function createTestDatabase(filling?: Filling): Promise<TestDatabase> {
  open += 1;
  // Row-level security binds the owner too; whoever looks as the owner in a test keeps its books.
  process.env['PGOPTIONS'] = '-c app.keeper=on';
  server ??= testServer();
  const { url } = await server;
  template ??= ensureTemplate(url);
  const [empty, run, name] = [await template, process.env['TEST_RUN'], newName('test')];
  const source = filling && run ? await ensureFilled(url, empty, run, filling) : empty;
  await command(url, `create database ${name} template ${source}`);
  if (filling && !run) await filling.fill(onDatabase(url, name));
  let dropped = false;
  return {
    url: onDatabase(url, name),
    drop: async () => {
      if (dropped) return;
      dropped = true;
      await command(url, `drop database if exists ${name} with (force)`);
      await letGo();
    },
  };
}

/** @internal The cluster the tests of this checkout share, in the temp folder; whoever starts it stops it. */
export function startTestCluster(settings: Record<string, string> = {}): Promise<RunningPostgres> {
  const checkout = createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 8);
  const dataDir = join(tmpdir(), `verkeerstoren-test-${userInfo().uid}-${checkout}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (statSync(dataDir).uid !== userInfo().uid)
    throw new Error(`${dataDir} belongs to somebody else; take it away.`);
  return startPostgres({ dataDir, settings: { shared_buffers: '64MB', ...settings } });
}

/** The same server with another database in the address. */
function onDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  return given ? { url: given, stop: async () => undefined } : startTestCluster();
}

/** The server of this process's own ends with its last database, so that a script needs no closing hour. */
async function letGo(): Promise<void> {
  open -= 1;
  if (open > 0) return;
  const last = server;
  server = undefined;
  template = undefined;
  await (await last)?.stop();
}

async function ensureTemplate(url: string): Promise<string> {
  const name = `template_${hashOfMigrations()}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // One process makes it, the others wait here and find it made.
    await client.query('select pg_advisory_lock(20261121)');
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount) return name;
    await sweep(client);
    const draft = newName('draft');
    await client.query(`create database ${draft}`);
    await migrate(onDatabase(url, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** The database that is filled for all of this run who ask for it by this name. */
async function ensureFilled(
  url: string,
  empty: string,
  run: string,
  { name, fill }: Filling,
): Promise<string> {
  const filled = `filled_${run}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Who makes the empty one waits for another lock: that takes a moment, this half a minute.
    await client.query('select pg_advisory_lock(20261122)');
    const found = await client.query('select 1 from pg_database where datname = $1', [filled]);
    if (found.rowCount) return filled;
    const draft = newName('draft');
    await client.query(`create database ${draft} template ${empty}`);
    await fill(onDatabase(url, draft));
    await client.query(`alter database ${draft} rename to ${filled}`);
    return filled;
  } finally {
    await client.end();
  }
}

/** @internal Takes away what was filled for this run; nobody of the run works on. */
export async function dropFilled(url: string, run: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [`filled_${run}_`],
    );
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}

/** Takes away what runs that were cut off left behind, and all but the last templates. */
async function sweep(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `(select datname from pg_database
       where datname ~ '^(test|draft|filled)_[0-9]{13}_' and split_part(datname, '_', 2)::bigint < $1)
     union all
     (select datname from pg_database where datname ~ '^template_[0-9a-f]{16}$' order by oid desc offset 10)`,
    [Date.now() - A_DAY],
  );
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}

/** The name tells when it was made, for the sweep. */
function newName(kind: 'test' | 'draft'): string {
  return `${kind}_${Date.now()}_${randomUUID().slice(0, 8)}`;
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).sort())
    hash.update(name).update(readFileSync(join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 16);
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
