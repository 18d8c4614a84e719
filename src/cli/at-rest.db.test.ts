import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterPerson, person, personWithBsn } from '#modules/people/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';
import { installationKeys } from '#platform/secrets.ts';
import { checkAtRest, installationKey, lockAtRest } from './at-rest.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const GP = newId();
const CANARY = '999911612';
const OLD = '999900079';
const BORN = '1938-04-12';
const OTHER_KEY = Buffer.alloc(32, 'another');

let url: string;
let drop: () => Promise<void>;
let owner: pg.Client;

const actor = { id: 'tester', organisationId: GP };
const acting = { actor: 'tester', organisationId: GP };
const entry = {
  ...{ name: 'Geertje Hofsteenge', birthDate: BORN, sex: 'female' as const, bsn: CANARY, pc4: '9405' },
  ...{ phone: null, gpName: null, kinName: null, kinPhone: null },
};
/** Runs work on the database, opened with this key. */
const openedWith = async <T>(
  key: Buffer | null,
  work: (database: ReturnType<typeof openDatabase>) => Promise<T>,
): Promise<T> => {
  const database = openDatabase(url, 1, key);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};
const enter = (key: Buffer | null) =>
  openedWith(key, (database) => database.transaction(acting, (tx) => enterPerson(tx, entry, actor, NOW)));

/** Every row of every table of ours as text, as a copy of the database would show it. */
const dump = async (): Promise<string> => {
  const tables = await owner.query<{ name: string }>(
    "select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const found = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
    texts.push(...found.rows.map(({ line }) => `${name} ${line}`));
  }
  return texts.join('\n');
};

beforeAll(async () => {
  ({ url, drop } = await createTestDatabase());
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await drop();
});

describe('a citizen service number at rest', () => {
  it('stands nowhere in a copy of the database, and is found and read again with the key', async () => {
    const entered = await enter(TEST_KEY);
    if (!entered.ok) throw new Error(entered.refusal.code);
    const { id } = entered.value;
    const copy = await dump();
    expect(copy).toContain('Geertje Hofsteenge');
    expect(copy).not.toContain(CANARY);
    expect(copy).not.toContain(Buffer.from(CANARY).toString('base64'));
    const again = await openedWith(TEST_KEY, (database) =>
      database.transaction(acting, async (tx) => ({
        who: await personWithBsn(tx, CANARY, BORN),
        bsn: (await person(tx, id))?.bsn,
      })),
    );
    expect(again).toEqual({ who: id, bsn: CANARY });
  });

  it('does not open with another key, nor without one, and is never taken for no number', async () => {
    const entered = await enter(TEST_KEY);
    if (!entered.ok) throw new Error(entered.refusal.code);
    const read = (key: Buffer | null) =>
      openedWith(key, (database) => database.transaction(acting, (tx) => person(tx, entered.value.id)));
    await expect(read(OTHER_KEY)).rejects.toThrow(/does not open/);
    await expect(read(null)).rejects.toThrow(/without the key/);
    await expect(enter(null)).rejects.toThrow(/without the key/);
  });

  it('does not open in the row of somebody else', async () => {
    const entered = await enter(TEST_KEY);
    const other = await openedWith(TEST_KEY, (database) =>
      database.transaction(acting, (tx) => enterPerson(tx, { ...entry, bsn: null }, actor, NOW)),
    );
    if (!entered.ok || !other.ok) throw new Error('not entered');
    await owner.query('begin');
    await owner.query(
      `update people_person set bsn_mark = repeat('0', 64),
         bsn_sealed = (select bsn_sealed from people_person where id = $1) where id = $2`,
      [entered.value.id, other.value.id],
    );
    await owner.query('commit');
    const reading = openedWith(TEST_KEY, (database) =>
      database.transaction(acting, (tx) => person(tx, other.value.id)),
    );
    await expect(reading).rejects.toThrow(/does not open/);
  });

  it('cannot be written in plain by anybody', async () => {
    const writing = owner.query(
      `insert into people_person (id, name, birth_date, sex, bsn, created_org) values ($1, 'X', '1940-01-01', 'male', $2, $3)`,
      [newId(), OLD, GP],
    );
    await expect(writing).rejects.toThrow(/people_person_bsn_empty/);
  });
});

describe('numbers from before', () => {
  it('keep the server out until they are locked away, and are found afterwards', async () => {
    const id = newId();
    // As it was before this version: the number in plain, and the constraint not yet checked.
    await owner.query('alter table people_person drop constraint people_person_bsn_empty');
    await owner.query(
      `insert into people_person (id, name, birth_date, sex, bsn, created_org) values ($1, 'Oud', $2, 'male', $3, $4)`,
      [id, BORN, OLD, GP],
    );
    await owner.query(
      'alter table people_person add constraint people_person_bsn_empty check (bsn is null) not valid',
    );
    await owner.query('alter table people_person force row level security');
    await expect(checkAtRest(url, TEST_KEY)).rejects.toThrow(/not locked away/);
    expect(await lockAtRest(url, TEST_KEY)).toBe(1);
    await checkAtRest(url, TEST_KEY);
    expect(await lockAtRest(url, TEST_KEY)).toBe(0);
    expect(await dump()).not.toContain(OLD);
    const { rows } = await owner.query(
      "select relforcerowsecurity as forced from pg_class where relname = 'people_person'",
    );
    expect(rows).toEqual([{ forced: true }]);
    await owner.query('alter table people_person no force row level security');
    const found = await openedWith(TEST_KEY, (database) =>
      database.transaction(acting, (tx) => personWithBsn(tx, OLD, BORN)),
    );
    expect(found).toBe(id);
  });

  it('turn away a server with another key', async () => {
    await lockAtRest(url, TEST_KEY);
    await expect(checkAtRest(url, OTHER_KEY)).rejects.toThrow(/another key/);
    await expect(lockAtRest(url, OTHER_KEY)).rejects.toThrow(/another key/);
  });
});

describe('a database locked with a passphrase', () => {
  const config = { dataDir: '/nowhere', secretKey: 'een zin die iemand bedacht' };
  const [stretched, before = stretched] = installationKeys(config);
  const lockedWith = async (key: Buffer | null): Promise<void> => {
    await owner.query('delete from platform_installation');
    if (key !== null) await lockAtRest(url, key);
  };

  it('before passphrases were stretched opens as it did, and a new one is stretched', async () => {
    await lockedWith(before);
    expect(await installationKey(url, config)).toEqual(before);
    await lockedWith(stretched);
    expect(await installationKey(url, config)).toEqual(stretched);
    await lockedWith(null);
    expect(await installationKey(url, config)).toEqual(stretched);
  });
});
