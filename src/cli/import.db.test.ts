import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { exportFile } from './export.ts';
import { importFile } from './import.ts';

const clock = { now: () => Date.parse('2026-11-23T10:00:00Z') };
let database: Database;
let drop: () => Promise<void>;
let folder: string;

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 2);
  drop = created.drop;
  folder = await mkdtemp(join(tmpdir(), 'verkeerstoren-files-'));
});
afterAll(async () => {
  await database.close();
  await drop();
  await rm(folder, { recursive: true });
});

const bringIn = async (text: string, preview = false) => {
  const path = join(folder, 'in.csv');
  await writeFile(path, text);
  return importFile(database, 'organisations', path, { preview, clock });
};

describe('files from the command line', () => {
  it('are looked at, brought in and taken out', async () => {
    const text = 'organisation_code;name;kind\nES;Zorggroep De Es;care-provider\n';
    expect(await bringIn(text, true)).toEqual({
      ok: true,
      lines: ['Zou overnemen: 1 nieuw, 0 gewijzigd, 0 hetzelfde.'],
    });
    expect(await bringIn(text)).toEqual({
      ok: true,
      lines: ['Overgenomen: 1 nieuw, 0 gewijzigd, 0 hetzelfde.'],
    });
    const path = join(folder, 'out.csv');
    expect(await exportFile(database, 'organisations', path)).toBeNull();
    expect(await readFile(path, 'utf8')).toBe((await exportFile(database, 'organisations', null)) ?? '');
    expect(await readFile(path, 'utf8')).toContain('ES;Zorggroep De Es;care-provider;;;');
  });

  it('say in plain Dutch which cell is wrong, and bring in nothing', async () => {
    const report = await bringIn('organisation_code;name;kind\nX;;care-provider\n');
    expect(report).toEqual({
      ok: false,
      lines: [
        'Er is niets overgenomen: 0 nieuw, 0 gewijzigd, 0 hetzelfde.',
        'Fouten: 1',
        '  rij 2, name: Hier staat niets. Vul deze kolom in.',
      ],
    });
  });

  it('say why a file cannot be read at all', async () => {
    expect(await bringIn('code;name\nX;Y\n')).toMatchObject({
      ok: false,
      lines: [
        'Deze kolommen ontbreken: organisation_code, kind.',
        expect.stringContaining('organisation_code, name, kind'),
      ],
    });
  });
});
