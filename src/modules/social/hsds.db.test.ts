import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POSTCODES } from '#demo/postcodes.ts';
import { makeServices } from '#demo/services.ts';
import { readExact, writeExact } from '#platform/csv/exact.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { ENTITIES } from './hsds/fields.ts';
import { MODEL } from './hsds/model.ts';
import { readTables } from './hsds/read-tables.ts';
import { tablesOf } from './hsds/write-tables.ts';
import { bringIn, bringInMap, documentsOf, takeOutMap, takeOutRows } from './service-hsds.ts';

const BESIDE = join(import.meta.dirname, '../../../../shared/data/hsds');
const beside = existsSync(BESIDE);
const EXAMPLES = join(BESIDE, 'examples');
const NOW = Date.parse('2026-11-23T10:00:00Z');
const KEEPER = byHouse('cli');
/** More than is written in one go (2,000); a whole province is ten thousand. */
const SERVICES = Number(process.env['MAP_SERVICES'] ?? 2_500);
const importer = { actor: 'cli', now: NOW, preview: false };

let database: Database;
let drop: () => Promise<void>;
beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 2);
  drop = created.drop;
});
afterAll(async () => {
  await database.close();
  await drop();
});

const inDatabase = <T>(work: Parameters<typeof database.transaction<T>>[1]): Promise<T> =>
  database.transaction(KEEPER, work);
const emptyMap = async (): Promise<void> => {
  const created = await createTestDatabase();
  await database.close();
  await drop();
  database = openDatabase(created.url, 2);
  drop = created.drop;
};
const bring = (sent: unknown) => inDatabase((tx) => bringInMap(tx, sent, importer));

/** Lists in the order of ids, keys in the order of letters: what the standard leaves open is made the same. */
const normal = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .map(normal)
      .toSorted((a, b) => (String((a as { id?: string }).id) < String((b as { id?: string }).id) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, normal(v)]),
  );
};
const example = (name: string): { id: string } => JSON.parse(readFileSync(join(EXAMPLES, name), 'utf8'));

/** The schemas of the standard, one per entity. */
const validator = () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const file of readdirSync(join(BESIDE, 'schema')).filter((name) => name !== 'openapi.json'))
    ajv.addSchema(JSON.parse(readFileSync(join(BESIDE, 'schema', file), 'utf8')), file);
  return (form: string, document: unknown): unknown => {
    const check = ajv.getSchema(`${form}.json`);
    if (check === undefined) throw new Error(`there is no schema ${form}`);
    return check(document) === true ? [] : check.errors;
  };
};

describe.skipIf(!beside)('the examples of HSDS 3.0 (skipped where ../shared/data/hsds is absent)', () => {
  it.each([
    ['service', 'service_full.json'],
    ['organization', 'organization_full.json'],
    ['service_at_location', 'service_at_location_full.json'],
    ['location', 'location.json'],
    ['taxonomy', 'taxonomy.json'],
    ['taxonomy_term', 'taxonomy_term.json'],
  ] as const)(
    '%s comes out as it went in, validates, and changes nothing a second time',
    async (entity, file) => {
      await emptyMap();
      const document = example(file);
      const plan = await bring(document);
      expect(plan.errors).toEqual([]);
      expect(plan.added.length).toBeGreaterThan(0);
      const [out] = await inDatabase((tx) => documentsOf(tx, entity, [document.id]));
      expect(normal(out)).toEqual(normal(document));
      expect(validator()(entity, out)).toEqual([]);
      const again = await bring(document);
      expect([again.added.length, again.changed.length]).toEqual([0, 0]);
    },
  );

  it('the CSV set comes out as it went in', async () => {
    await emptyMap();
    const tables = ENTITIES.map((entity) => {
      const { file } = MODEL[entity];
      const read = readExact(readFileSync(join(EXAMPLES, 'csv', file), 'utf8'));
      if (!read.ok) throw new Error(file);
      return { entity, file, ...read.value };
    });
    const plan = await inDatabase((tx) => bringIn(tx, readTables(tables), importer));
    expect(plan.errors).toEqual([]);
    expect(plan.added).toHaveLength(21);
    const out = tablesOf(await inDatabase(takeOutRows));
    const cellsIn = (columns: readonly string[], cells: readonly string[]) =>
      Object.fromEntries(
        columns.map((column, i) => [column, cells[i] ?? '']).filter(([, cell]) => cell !== ''),
      );
    for (const { file, columns, lines } of out) {
      const written = readExact(writeExact(columns, lines));
      const before = tables.find((each) => each.file === file);
      if (!written.ok || before === undefined) throw new Error(file);
      expect(
        written.value.lines.map(({ cells }) => cellsIn(written.value.columns, cells)),
        file,
      ).toEqual(before.lines.map(({ cells }) => cellsIn(before.columns, cells)));
    }
  });
});

describe('our own example', () => {
  it('comes out as it stands in the documents', async () => {
    await emptyMap();
    const text = readFileSync(join(import.meta.dirname, '../../../docs/examples/hsds.json'), 'utf8');
    const plan = await bring(JSON.parse(text));
    expect([plan.errors, plan.warnings]).toEqual([[], []]);
    expect(normal(await inDatabase(takeOutMap))).toEqual(normal(JSON.parse(text)));
  });
});

describe('a map of thousands of services', () => {
  it('comes in, goes out whole, and comes in again without change', { timeout: 240_000 }, async () => {
    await emptyMap();
    const { map: whole } = makeServices({ count: SERVICES, seed: 3, towns: POSTCODES, today: '2026-11-23' });
    const plan = await bring(whole);
    expect(plan.errors).toEqual([]);
    const out = await inDatabase(takeOutMap);
    const again = await bring(JSON.parse(JSON.stringify(out)));
    expect([again.errors, again.added.length, again.changed.length]).toEqual([[], 0, 0]);
    expect(again.same).toBe(plan.added.length);
    const [count] = await inDatabase((tx) =>
      rows<{ n: number }>(tx, 'select count(*)::integer as n from social_look'),
    );
    expect(count?.n).toBe(SERVICES);
    if (beside) {
      const check = validator();
      for (const document of (out['organizations'] ?? []).slice(0, 50))
        expect(check('organization', document)).toEqual([]);
    }
  });
});

describe('what cannot be taken over', () => {
  const service = {
    id: '0190a1b2-0000-7000-8000-000000000001',
    name: 'Maatje',
    status: 'active',
    email: 'a@b.nl',
  };
  const wrongs = async (document: object) =>
    (await bring(document)).errors.map(({ column, what }) => `${column}: ${what.nl}`);

  it.each([
    ['an impossible schedule', { schedules: [{ id: service.id, opens_at: '25:00', byday: 'XX' }] }, 2],
    ['ages the wrong way round', { minimum_age: 60, maximum_age: 18 }, 1],
    ['a number written as text', { minimum_age: 'twaalf' }, 1],
    ['a state the standard does not know', { status: 'open' }, 2],
    ['no id', { phones: [{ number: '0592-00 17 20' }] }, 1],
    [
      'one id that says two things',
      {
        phones: [
          { id: service.id, number: '1' },
          { id: service.id, number: '2' },
        ],
      },
      1,
    ],
  ])('%s is said in a sentence, and nothing is stored', async (_, part, count) => {
    await emptyMap();
    expect(await wrongs({ ...service, ...part })).toHaveLength(count);
    expect(await inDatabase((tx) => documentsOf(tx, 'service', [service.id]))).toEqual([]);
  });

  it('a service nobody can reach is taken over with a warning', async () => {
    await emptyMap();
    const { email: _, ...silent } = service;
    const plan = await bring(silent);
    expect(plan.warnings).toHaveLength(1);
    expect(plan.added).toHaveLength(1);
  });

  it('what the standard does not know stays with its row', async () => {
    await emptyMap();
    const odd = { ...service, wijk: { naam: 'Noord', huizen: [1, 2] }, leeg: null };
    await bring(odd);
    expect(await inDatabase((tx) => documentsOf(tx, 'service', [service.id]))).toEqual([odd]);
  });
});
