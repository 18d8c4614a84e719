import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { organisationFile, siteFile } from '#modules/region/index.ts';
import { exportFrom, type FileKind, importInto } from '#platform/csv/file.ts';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { placeFile } from './import.ts';
import { insertClaims } from './store-write.ts';
import type { NewClaim } from './types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let database: Database;
let drop: () => Promise<void>;
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction({ actor: 'tester', organisationId: null }, work);

const file = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));
const bringIn = (kind: FileKind, bytes: Uint8Array, now = NOW, preview = false) =>
  run(async (tx) => {
    const plan = await importInto(tx, kind, bytes, { actor: 'tester', now, preview });
    if (!plan.ok) throw new Error(plan.refusal.code);
    return plan.value;
  });
const counts = ({ added, changed, same, errors, warnings }: Awaited<ReturnType<typeof bringIn>>) => [
  added.length,
  changed.length,
  same,
  errors.length,
  warnings.length,
];
const HEAD = 'site_code;unit_code;unit_name;place_code;products;properties;labels;occupied_until';
const claims = () =>
  run((tx) =>
    rows(
      tx,
      'select id, kind, source, version, arrived_at, upper(during) as until from capacity_claim order by id',
    ),
  );
const places = () =>
  run((tx) => rows<{ id: string; code: string }>(tx, 'select id, code from capacity_place order by code'));
const lines = (event: string) =>
  database.transaction({ actor: 'tailer', organisationId: null }, (tx) =>
    rows(tx, "select 1 from platform_diary where room = 'capacity' and event = $1", [event]),
  );

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 4);
  drop = created.drop;
});
afterAll(async () => {
  await database.close();
  await drop();
});

describe('a small region from files', () => {
  beforeAll(async () => {
    await bringIn(
      organisationFile,
      file(
        'organisation_code;name;kind;phone',
        'LOKET;Loket;desk;0592-001700',
        'ES;Zorggroep De Es;care-provider;',
      ),
    );
    await bringIn(
      siteFile,
      file(
        'site_code;organisation_code;name;pc4;town;lat;lon;phone',
        'ES;ES;De Es;9405;Assen;52.96;6.53;0592-001720',
      ),
    );
  });
  it('makes places that are unknown: no figure, only the ward can give one', async () => {
    expect(
      counts(
        await bringIn(
          placeFile,
          file(
            HEAD,
            'ES;ES-A;Beuk;K1;elv-low;single-room;;',
            'ES;ES-A;;K2;elv-low|elv-high;;tuin|begane grond;',
          ),
        ),
      ),
    ).toEqual([2, 0, 0, 0, 0]);
    expect(await run((tx) => rows(tx, 'select 1 from capacity_figure'))).toEqual([]);
    expect(await lines('imported')).toHaveLength(1);
  });

  it('puts somebody nobody knows in a bed, once, and moves only the end when the file comes again', async () => {
    const until = (text: string) => file(HEAD, `ES;ES-A;Beuk;K1;elv-low;single-room;;${text}`);
    expect(counts(await bringIn(placeFile, until('2026-11-28')))).toEqual([0, 1, 0, 0, 0]);
    expect(counts(await bringIn(placeFile, until('2026-11-28'), NOW + DAY))).toEqual([0, 0, 1, 0, 0]);
    expect(counts(await bringIn(placeFile, until('2026-12-05 11:00'), NOW + DAY))).toEqual([0, 1, 0, 0, 0]);
    const here = await claims();
    expect(here).toMatchObject([
      {
        kind: 'stay',
        source: 'import',
        version: 2,
        arrived_at: NOW,
        until: Date.parse('2026-12-05T10:00:00Z'),
      },
    ]);
  });

  it('displaces who was planned there, and says so; a hold that ran out stands in nobody’s way', async () => {
    const [, k2] = await places();
    const claim = (change: Partial<NewClaim>): NewClaim => ({
      id: newId(),
      placeId: k2?.id ?? '',
      subject: newId(),
      kind: 'reserved',
      product: 'elv-low',
      during: { from: NOW + DAY, until: NOW + 9 * DAY },
      latestEnd: null,
      expiresAt: null,
      arrivedAt: null,
      awayAt: null,
      leftAt: null,
      releasedAt: null,
      displacedAt: null,
      madeAt: NOW,
      source: 'work',
      version: 1,
      ...change,
    });
    await run((tx) =>
      insertClaims(tx, [
        claim({}),
        claim({ kind: 'hold', during: { from: NOW - DAY, until: NOW + DAY }, expiresAt: NOW - 1 }),
      ]),
    );
    const result = await bringIn(
      placeFile,
      file(HEAD, 'ES;ES-A;;K2;elv-low|elv-high;;tuin|begane grond;2026-11-28'),
    );
    expect(counts(result)).toEqual([0, 1, 0, 0, 1]);
    expect(await lines('displaced')).toHaveLength(1);
    expect(await lines('expired')).toHaveLength(1);
  });

  it('leaves nothing behind when one row is wrong', async () => {
    const before = [await places(), await claims()];
    const result = await bringIn(
      placeFile,
      file(HEAD, 'ES;ES-A;;K3;elv-low;;;2026-11-28', 'ES;ES-A;;K4;hotel;;;'),
    );
    expect(counts(result)).toEqual([1, 0, 0, 1, 0]);
    expect([await places(), await claims()]).toEqual(before);
  });

  it('is taken out and comes in again without change, with who is there', async () => {
    const text = await run((tx) => exportFrom(tx, placeFile));
    expect(text).toContain('ES;ES-A;Beuk;K1;elv-low;single-room;;;;;;;2026-12-05 11:00\r\n');
    expect(counts(await bringIn(placeFile, new TextEncoder().encode(text)))).toEqual([0, 0, 2, 0, 0]);
    expect(await run((tx) => exportFrom(tx, placeFile))).toBe(text);
  });

  it('has one bed and one person after the same file came twice at once', async () => {
    const twice = file(HEAD, 'ES;ES-B;Eik;E1;elv-low;;;2026-11-28');
    const both = await Promise.all([bringIn(placeFile, twice), bringIn(placeFile, twice)]);
    expect(both.map(counts).toSorted()).toEqual([
      [0, 0, 1, 0, 0],
      [1, 0, 0, 0, 0],
    ]);
  });
});
