import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { organisationFile, postcodeFile, siteFile } from '#modules/region/index.ts';
import { exportFrom, type FileKind, importInto } from '#platform/csv/file.ts';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { placeFile } from './import.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const KINDS = [postcodeFile, organisationFile, siteFile, placeFile];

let database: Database;
let drop: () => Promise<void>;
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction({ actor: 'tester', organisationId: null }, work);
const example = (kind: FileKind) =>
  readFile(join(import.meta.dirname, `../../../docs/examples/${kind.name}.csv`));
const bringIn = (kind: FileKind, bytes: Uint8Array, now = NOW) =>
  run(async (tx) => {
    const plan = await importInto(tx, kind, bytes, { actor: 'tester', now, preview: false });
    if (!plan.ok) throw new Error(plan.refusal.code);
    return plan.value;
  });

beforeEach(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 2);
  drop = created.drop;
});
afterEach(async () => {
  await database.close();
  await drop();
});

describe('the files of a real-sized region in docs/examples', () => {
  it('come in whole, again without change, and as they were taken out', async () => {
    const sizes: number[] = [];
    for (const kind of KINDS) {
      const first = await bringIn(kind, await example(kind));
      expect(first).toMatchObject({ changed: [], same: 0, errors: [], warnings: [] });
      sizes.push(first.added.length);
      expect(await bringIn(kind, await example(kind))).toMatchObject({
        added: [],
        changed: [],
        same: first.added.length,
      });
      const text = await run((tx) => exportFrom(tx, kind));
      const again = await bringIn(kind, new TextEncoder().encode(text));
      expect(again).toMatchObject({
        added: [],
        changed: [],
        same: first.added.length,
        errors: [],
        warnings: [],
      });
    }
    expect(sizes).toEqual([114, 8, 25, 701]);
    expect(await run((tx) => rows(tx, 'select distinct unit_id from capacity_place'))).toHaveLength(35);
    expect(await run((tx) => rows(tx, 'select 1 from capacity_figure'))).toEqual([]);
  });

  it('come in years later too, with a warning for every stay that has passed', async () => {
    const told = (await example(placeFile)).toString().match(/;20\d\d-[^;]*$/gm)?.length;
    const warnings: number[] = [];
    for (const kind of KINDS) {
      const plan = await bringIn(kind, await example(kind), NOW + 1000 * DAY);
      expect(plan.errors).toEqual([]);
      warnings.push(plan.warnings.length);
    }
    expect(warnings).toEqual([0, 0, 0, told]);
  });
});
