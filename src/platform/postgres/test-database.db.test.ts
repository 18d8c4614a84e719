import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const made: TestDatabase[] = [];

afterEach(async () => {
  for (const database of made.splice(0)) await database.drop();
});

async function fresh(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  made.push(database);
  return database;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives each test a migrated database of its own', async () => {
  const [one, other] = await Promise.all([fresh(), fresh()]);
  await ask(one.url, 'delete from platform_migration');
  const left = await ask(other.url, 'select name from platform_migration');
  expect(left.length).toBeGreaterThan(0);
  expect(await ask(one.url, 'select name from platform_migration')).toEqual([]);
});

it('fills once what takes long, and gives each who asks a copy that is theirs alone', async () => {
  let filled = 0;
  const filling = {
    name: 'a table of one',
    fill: async (url: string) => {
      filled += 1;
      await ask(url, 'create table said as select 1 as n');
    },
  };
  const two = await Promise.all([createTestDatabase(filling), createTestDatabase(filling)]);
  made.push(...two);
  expect(filled).toBe(1);
  await ask(two[0].url, 'delete from said');
  expect(await ask(two[1].url, 'select n from said')).toEqual([{ n: 1 }]);
  const { url } = await fresh();
  await expect(ask(url, 'select n from said')).rejects.toThrow(/does not exist/);
});

it('works for an owner who is no superuser and may become the application role', async () => {
  const { url } = await fresh();
  const [me] = await ask(url, 'select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
  expect(me).toEqual({ rolsuper: false, rolbypassrls: false });
  await expect(ask(url, 'set role verkeerstoren_app')).resolves.toBeDefined();
});

it('drops a database that still has visitors', async () => {
  const { url, drop } = await fresh();
  const visitor = new pg.Client({ connectionString: url });
  const sentAway = new Promise<void>((done) => visitor.on('error', () => done()));
  await visitor.connect();
  await drop();
  await sentAway;
  await expect(ask(url, 'select 1')).rejects.toThrow(/does not exist/);
});
