import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import { openDatabase } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

/** Columns in which somebody could stand. The directory of the region and the beds hold none; see floors below. */
const PERSONAL =
  '^(name|birth_date|bsn.*|phone|email|.*_phone|.*_name|text|said|remarks|wish|.*_text|.*_reason|.*_place|.*pc4|person_id|subject|answer|bytes|secret|token_hash|.*_hash)$';
/** Whom the region tells everybody about: professionals, houses, teams, and beds with a number instead of a person. */
const DIRECTORY = '^(region|capacity)_|^platform_(migration|cursor|mode)$';

let house: ApiHouse;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 2 });
  await sendRequest(house, [house.freshPlace(0), house.freshPlace(1)]);
});
afterAll(() => house.close());

/** What the catalogue answers, as one column. */
const names = async (text: string, values: unknown[] = []): Promise<string[]> =>
  (await house.owner.query<{ name: string }>(text, values)).rows.map(({ name }) => name);

/** Tables in which somebody could stand whose rows do not bind everybody. */
const looseTables = (): Promise<string[]> =>
  names(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
        and ((a.attname ~ $1 and c.relname !~ $2) or c.relrowsecurity) and not (c.relrowsecurity and c.relforcerowsecurity)`,
    [PERSONAL, DIRECTORY],
  );

/** Views that read as their owner. */
const owningViews = (): Promise<string[]> =>
  names(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and not coalesce('security_invoker=true' = any (reloptions), false)`,
  );

/** Functions that look past the rows as somebody else than the guard, or find names on a path of the caller. */
const looseFunctions = (): Promise<string[]> =>
  names(
    `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
       and (pg_get_userbyid(proowner) <> 'verkeerstoren_guard'
         or not coalesce(array_to_string(proconfig, ',') like '%search_path=%pg_temp%', false))`,
  );

const asApp = async <T>(settings: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: house.url, options: '-c role=verkeerstoren_app' });
  await client.connect();
  try {
    await client.query(`begin; ${settings}`);
    return await work(client);
  } finally {
    await client.end();
  }
};

const countOf = async (client: pg.Client, table: string): Promise<number> =>
  Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);

const BOUND = [
  'people_person',
  'people_relation',
  'placement_request',
  'placement_person',
  'placement_offer',
];

describe('the role the server works as', () => {
  it('owns nothing, makes nothing, goes round nothing, and may not log in', async () => {
    const [role] = (
      await house.owner.query(
        'select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname = $1',
        ['verkeerstoren_app'],
      )
    ).rows;
    expect(Object.values(role as object)).toEqual([false, false, false, false, false]);
    const owned = await names(
      `select c.relname as name from pg_class c where pg_get_userbyid(c.relowner) = 'verkeerstoren_app'
       union all select p.proname from pg_proc p where pg_get_userbyid(p.proowner) = 'verkeerstoren_app'`,
    );
    expect(owned).toEqual([]);
    const may = await names(
      `select n.nspname as name from pg_namespace n where has_schema_privilege('verkeerstoren_app', n.oid, 'create')
       union all select 'temp' where has_database_privilege('verkeerstoren_app', current_database(), 'create')`,
    );
    expect(may.filter((name) => !name.startsWith('pg_temp'))).toEqual([]);
  });

  it('writes the diary and the log of looks, and never changes or removes a line', async () => {
    const changed = await names(
      `select c.relname || ' ' || p.privilege as name
         from pg_class c, lateral (values ('update'), ('delete'), ('truncate')) as p (privilege)
        where c.relname ~ '^platform_(diary|access)' and c.relkind = 'r'
          and (has_table_privilege('verkeerstoren_app', c.oid, p.privilege)
            or (p.privilege = 'update' and has_any_column_privilege('verkeerstoren_app', c.oid, 'update')))`,
    );
    expect(changed).toEqual([]);
    await asApp("set local app.actor = 'x'", (client) =>
      expect(client.query('delete from platform_diary')).rejects.toThrow(/permission denied/),
    );
    await asApp('', (client) =>
      expect(client.query('create table planted (id int)')).rejects.toThrow(/permission denied/),
    );
  });
});

describe('the rows', () => {
  it('of every table in which somebody could stand are bound, also for the owner', async () => {
    expect(await looseTables()).toEqual([]);
  });

  it('are read through views as whoever looks, and functions run as the guard, on a fixed path', async () => {
    expect(await owningViews()).toEqual([]);
    expect(await looseFunctions()).toEqual([]);
  });

  it.each([
    ['alter table people_person disable row level security', looseTables, 'people_person'],
    ['alter table placement_message no force row level security', looseTables, 'placement_message'],
    ['create table people_planted (id uuid, name text)', looseTables, 'people_planted'],
    [
      'alter view placement_request_view set (security_invoker = false)',
      owningViews,
      'placement_request_view',
    ],
    [
      'create function people_planted() returns int language sql security definer return 1',
      looseFunctions,
      'people_planted',
    ],
  ])('and it is seen when one is not: %s', async (fault, look, name) => {
    await house.owner.query(`begin; ${fault}`);
    const found = await look();
    await house.owner.query('rollback');
    expect(found).toEqual([name]);
  });

  it('show nothing without a name in the transaction, to the server nor to the owner', async () => {
    for (const table of [...BOUND, 'platform_diary', 'platform_session', 'platform_key'])
      expect(await asApp('', (client) => countOf(client, table)), table).toBe(0);
    const owner = new pg.Client({ connectionString: house.url, options: '-c timezone=UTC' });
    await owner.connect();
    for (const table of BOUND) expect(await countOf(owner, table), table).toBe(0);
    await owner.query("set app.keeper = 'on'");
    for (const table of BOUND) expect(await countOf(owner, table), table).toBeGreaterThan(0);
    await owner.end();
  });

  it('of another house stay closed: its question, its no, its doctor, and where somebody went', async () => {
    const [north] = house.small.wards;
    const seen = await asApp(
      `set local app.actor = '${north.id}'; set local app.org = '${north.organisationId}'`,
      async (client) => ({
        offers: await client.query('select distinct organisation_id from placement_offer'),
        persons: await countOf(client, 'placement_person'),
        people: await countOf(client, 'people_person'),
        all: await client.query('select doctor from placement_request r, placement_case(r.id)'),
      }),
    );
    expect(seen.offers.rows).toEqual([{ organisation_id: north.organisationId }]);
    expect([seen.persons, seen.people]).toEqual([0, 0]);
    // A command decides on both, and reads nothing free of the other's.
    expect(seen.all.rows).toEqual([{ doctor: null }, { doctor: null }]);
  });

  it('cannot be opened by saying so: keeping the books is the owner’s, guarding is the function’s', async () => {
    expect(await asApp("set local app.keeper = 'on'", (client) => countOf(client, 'people_person'))).toBe(0);
    const [member] = (
      await house.owner.query<{ is: boolean }>(
        "select pg_has_role('verkeerstoren_app', 'verkeerstoren_guard', 'member') as is",
      )
    ).rows;
    expect(member?.is).toBe(false);
  });
});

it('a connection that comes back after a fault carries no organisation', async () => {
  const database = openDatabase(house.url, 1);
  const { id: actor, organisationId } = house.small.gp;
  const look = (tx: Parameters<Parameters<typeof database.transaction>[1]>[0]) =>
    rows<{ org: string; pid: number }>(
      tx,
      "select coalesce(current_setting('app.org', true), '') as org, pg_backend_pid() as pid",
    );
  const first = await database.transaction({ actor, organisationId }, look);
  const fault = database.transaction({ actor, organisationId }, (tx) => rows(tx, 'select 1 / 0'));
  await expect(fault).rejects.toThrow(/division/);
  const after = await database.transaction({ actor: 'nobody', organisationId: null }, look);
  expect(after).toEqual([{ org: '', pid: first[0]?.pid }]);
  await database.close();
});
