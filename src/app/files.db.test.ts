import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSheet } from '#platform/csv/sheet.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const ROWS = 10_000;
const COLUMNS = ['site_code', 'unit_code', 'unit_name', 'place_code', 'products'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let house: ApiHouse;
let token: string;
beforeAll(async () => {
  house = await openApiHouse({ now: NOW });
  const answer = await house.house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { role: house.small.desk.id },
  });
  ({ token } = answer.json() as { token: string });
});
afterAll(() => house.close());

/** Ten thousand beds in a hundred wards; some rows are other than they should be. */
const beds = (wrong: ReadonlyMap<number, readonly string[]> = new Map()): (readonly string[])[] =>
  Array.from({ length: ROWS }, (_, n) => {
    const unit = `NOORD-${Math.floor(n / 100)}`;
    return wrong.get(n) ?? ['noord', unit, `Afdeling ${Math.floor(n / 100)}`, `B${n}`, 'elv-high'];
  });
const bring = (payload: string | Buffer, type: string) =>
  house.house.app.inject({
    method: 'POST',
    url: '/api/v1/import/places',
    headers: { 'content-type': type, authorization: `Bearer ${token}` },
    payload,
  });
const csv = (rows: readonly (readonly string[])[]): string =>
  [COLUMNS, ...rows].map((row) => row.join(';')).join('\n');
const known = async (): Promise<number> =>
  Number((await house.owner.query('select count(*) from capacity_place')).rows[0].count);

describe('a file of ten thousand rows', () => {
  it('with three bad ones names all three in plain words, and nothing of it is kept', async () => {
    const before = await known();
    const wrong = new Map([
      [10, ['noord', 'NOORD-0', 'Afdeling 0', 'B10', 'hotel']],
      [5_000, ['nergens', 'NOORD-50', 'Afdeling 50', 'B5000', 'elv-high']],
      [9_999, ['noord', 'NOORD-99', 'Afdeling 99', '', 'elv-high']],
    ]);
    const refused = await bring(csv(beds(wrong)), 'text/csv');
    const problem = refused.json() as { code: string; fields: { path: string; nl: string }[] };
    expect([refused.statusCode, problem.code]).toEqual([422, 'import-has-errors']);
    expect(problem.fields.map((field) => field.path.split('.')[0])).toEqual(['12', '5002', '10001']);
    for (const field of problem.fields) expect(field.nl).toMatch(/^Rij \d+, \w+: .+[.]/);
    expect(await known()).toBe(before);
  });
  // ConductionNL/openregister#3876: after an import that failed half way, the next makes its rows once more and says that all went well.
  it('openregister#3876: brought in again, as a workbook, it makes no row twice and says so', async () => {
    const before = await known();
    const first = await bring(csv(beds()), 'text/csv');
    expect(first.json()).toMatchObject({ added: ROWS, changed: 0, same: 0, errorCount: 0 });
    const again = await bring(await writeSheet(COLUMNS, beds()), XLSX);
    expect(again.json()).toMatchObject({ added: 0, changed: 0, same: ROWS, errorCount: 0 });
    expect(await known()).toBe(before + ROWS);
  });
});
