import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrateJobs } from '#platform/outbox/jobs.ts';
import { ALONE } from './locks.ts';

const FOLDER = join(import.meta.dirname, '../../../db/migrations');
const OLDEST_POSTGRES = 150_000;

/** Brings the database at this URL (of its owner) up to date, each step in its own transaction; forward only. */
export const migrate = async (url: string): Promise<{ applied: string[] }> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await checkVersion(client);
    // A step may move what people wrote; row-level security binds the owner too, unless it says that it keeps the books.
    await client.query("set app.keeper = 'on'");
    await client.query('select pg_advisory_lock($1)', [ALONE.migrate]);
    // The tables of the job queue are its library's; ours say who may use them.
    await migrateJobs(url);
    await client.query(
      'create table if not exists platform_migration (name text primary key, at timestamptz not null default now())',
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from platform_migration')).rows.map(
        (row) => row.name,
      ),
    );
    const applied: string[] = [];
    for (const name of await knownMigrations()) {
      if (done.has(name)) continue;
      await apply(client, name);
      applied.push(name);
    }
    return { applied };
  } finally {
    await client.end();
  }
};

/** Names of the steps this version knows, in the order of their numbers, so that an older server can see it is behind. */
export const knownMigrations = async (): Promise<string[]> =>
  (await readdir(FOLDER))
    .filter((file) => file.endsWith('.sql'))
    // The tenth comes after the ninth, not after the first.
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

/** Steps this version knows and the database has not had; all of them when it is empty. */
export const missingMigrations = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows: found } = await client.query<{ exists: boolean }>(
      "select to_regclass('platform_migration') is not null as exists",
    );
    if (found[0]?.exists !== true) return knownMigrations();
    const { rows } = await client.query<{ name: string }>('select name from platform_migration');
    const done = new Set(rows.map((row) => row.name));
    return (await knownMigrations()).filter((name) => !done.has(name));
  } finally {
    await client.end();
  }
};

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version_num') as version",
  );
  if (Number(rows[0]?.version) < OLDEST_POSTGRES) {
    throw new Error('Verkeerstoren needs PostgreSQL 15 or newer. Point DATABASE_URL to a newer server.');
  }
};

const apply = async (client: pg.Client, name: string): Promise<void> => {
  const text = await readFile(join(FOLDER, name), 'utf8');
  try {
    await client.query('begin');
    await client.query('insert into platform_migration (name) values ($1)', [name]);
    await client.query(text);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed`, { cause: error });
  }
};
