import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { openDatabase } from './database.ts';
import { admitServer } from './server-login.ts';
import { serverState } from './server-state.ts';
import { first, rows } from './sql.ts';

const ACTING = { actor: 'tester', organisationId: null } as const;
const NAME = `server_${randomBytes(4).toString('hex')}`;

let test: TestDatabase;
let owner: pg.Client;

/** The address of the same database for another login. */
const addressOf = (name: string): string => {
  const address = new URL(test.url);
  [address.username, address.password] = [name, "kies' er een"];
  return address.href;
};

beforeAll(async () => {
  test = await createTestDatabase();
  owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
});
afterAll(async () => {
  for (const role of [NAME, `${NAME}_b`]) await owner.query(`drop role if exists ${role}`);
  await owner.end();
  await test.drop();
});

it('the server has a login of its own, that works and cannot become the owner', async () => {
  const url = addressOf(NAME);
  for (const _ of ['once', 'again']) await admitServer(test.url, url);
  const database = openDatabase(url, 2);
  const run = (text: string) => database.transaction(ACTING, (tx) => rows(tx, text));
  expect(await database.transaction(ACTING, serverState)).toMatchObject({ owner: false, ownerLogin: false });
  expect(
    await database.transaction(ACTING, (tx) => first(tx, 'select count(*) as n from people_person')),
  ).toEqual({ n: 0 });
  const [{ rolname } = { rolname: '' }] = (
    await owner.query<{ rolname: string }>('select current_user as rolname')
  ).rows;
  for (const role of [rolname, 'verkeerstoren_guard', 'postgres'])
    await expect(run(`set local role ${role}`)).rejects.toThrow(/permission denied to set role/);
  // Out of its role it has nothing at all.
  await expect(run('set local role none; select 1 from people_person')).rejects.toThrow(/permission denied/);
  await expect(
    run("set local app.keeper = 'on'; set local role none; delete from platform_mode"),
  ).rejects.toThrow(/permission denied/);
  await database.close();
  // The owner's own address is seen for what it is.
  const same = openDatabase(test.url, 1);
  expect(await same.transaction(ACTING, serverState)).toMatchObject({ owner: false, ownerLogin: true });
  await same.close();
});

it('a login that may do more is turned away, in a sentence without its password', async () => {
  await owner.query(`create role ${NAME}_b login createrole`);
  await expect(admitServer(test.url, addressOf(`${NAME}_b`))).rejects.toThrow(
    new RegExp(`The login ${NAME}_b of DATABASE_URL may do more than a server may: [^']+$`),
  );
});
