import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFrom, importInto } from '#platform/csv/file.ts';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import {
  CAUTIOUS,
  loadRegion,
  organisationFile,
  postcodeFile,
  regionCache,
  siteFile,
  writeRegion,
} from './index.ts';
import type { Agreement, OrganisationRecord } from './types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const TODAY = '2026-11-23';
const writing = { actor: 'tester', now: NOW };
const desk: OrganisationRecord = {
  id: newId(),
  code: 'LOKET',
  name: 'Loket Assen',
  kind: 'desk',
  phone: '0592-001720',
  ura: null,
  agb: null,
  party: true,
  email: null,
};
const agreement: Agreement = {
  ...CAUTIOUS,
  validFrom: '2026-11-01',
  holdMinutes: 90,
  answerMinutes: 30,
  parallelOffers: 3,
  heldOffers: 1,
  oldAfterMinutes: 240,
  tooOldAfterMinutes: 720,
  silentAfterMinutes: 15,
  deskOrganisationId: desk.id,
  deskPhone: '0592-001720',
};

let database: Database;
let drop: () => Promise<void>;
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction({ actor: 'tester', organisationId: null }, work);
const diary = (event: string) =>
  database.transaction({ actor: 'tailer', organisationId: null }, (tx) =>
    rows(tx, "select 1 from platform_diary where room = 'region' and event = $1", [event]),
  );

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 3);
  drop = created.drop;
});
afterAll(async () => {
  await database.close();
  await drop();
});

const file = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const bringIn = (kind: typeof siteFile, bytes: Uint8Array, preview = false) =>
  run(async (tx) => {
    const plan = await importInto(tx, kind, bytes, { actor: 'tester', now: NOW, preview });
    if (!plan.ok) throw new Error(plan.refusal.code);
    return plan.value;
  });
const counts = ({ added, changed, same, errors }: Awaited<ReturnType<typeof bringIn>>) => [
  added.length,
  changed.length,
  same,
  errors.length,
];

const ORGANISATIONS = file(
  'organisation_code;name;kind;phone',
  'LOKET-N;Loket Noord;desk;0592-001700',
  'ES;Zorggroep De Es;care-provider;',
);
const SITES = file(
  'site_code;organisation_code;name;street;pc4;town;lat;lon;phone;admission',
  'ES-1;ES;De Es;Brink 1;9405;Assen;52,9636;6,5292;0592-001721;ma-vr 09:00-17:00 | elv-palliative: ma-zo 00:00-24:00',
  "ES-2;ES;'s-Heerenhof;;9451;Rolde;52.9872;6.6470;0592-001722;",
);

describe('files of the region', () => {
  it('only look in a preview', async () => {
    expect(counts(await bringIn(organisationFile, ORGANISATIONS, true))).toEqual([2, 0, 0, 0]);
    expect(counts(await bringIn(organisationFile, ORGANISATIONS))).toEqual([2, 0, 0, 0]);
  });

  it('change nothing when they come again, and leave no second line in the diary', async () => {
    await bringIn(siteFile, SITES);
    const before = await diary('site-written');
    expect(before).toHaveLength(2);
    expect(counts(await bringIn(siteFile, SITES))).toEqual([0, 0, 2, 0]);
    expect(counts(await bringIn(organisationFile, ORGANISATIONS))).toEqual([0, 0, 2, 0]);
    expect(await diary('site-written')).toHaveLength(2);
  });

  it('come in again as they were taken out, and taken out again are the same file', async () => {
    for (const kind of [organisationFile, siteFile]) {
      const text = await run((tx) => exportFrom(tx, kind));
      expect(counts(await bringIn(kind, new TextEncoder().encode(text)))).toEqual([0, 0, 2, 0]);
      expect(await run((tx) => exportFrom(tx, kind))).toBe(text);
    }
  });

  it('bring nothing at all when one row is wrong', async () => {
    const wrong = file(
      'site_code;organisation_code;name;pc4;town;lat;lon;phone',
      'ES-3;ES;De Nieuwe;9401;Assen;52.98;6.55;0592-001723',
      'ES-4;ES;De Foute;940;Assen;52.98;6.55;0592-001723',
    );
    expect(counts(await bringIn(siteFile, wrong))).toEqual([1, 0, 0, 1]);
    expect(await run((tx) => rows(tx, "select 1 from region_site where code = 'ES-3'"))).toEqual([]);
  });

  it('replace the admission hours of a site, also by none', async () => {
    const none = file(
      'site_code;organisation_code;name;street;pc4;town;lat;lon;phone;admission',
      'ES-1;ES;De Es;Brink 1;9405;Assen;52.9636;6.5292;0592-001721;',
    );
    expect(counts(await bringIn(siteFile, none))).toEqual([0, 1, 0, 0]);
    expect((await run((tx) => loadRegion(tx, TODAY)))?.windows).toEqual([]);
    await bringIn(siteFile, SITES);
    expect((await run((tx) => loadRegion(tx, TODAY)))?.windows).toHaveLength(12);
  });

  it('let two who bring in the same file at once end with one of everything', async () => {
    const more = file('organisation_code;name;kind', 'NIEUW;Thuiszorg De Nieuwe;home-care');
    const both = await Promise.all([bringIn(organisationFile, more), bringIn(organisationFile, more)]);
    expect(both.map(counts).toSorted()).toEqual([
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ]);
  });
});

describe('the region', () => {
  it('has cautious numbers and the desk of its file before anything was agreed', async () => {
    expect(await run((tx) => loadRegion(tx, TODAY))).toMatchObject({
      agreement: { deskPhone: '0592-001700', parallelOffers: 3 },
    });
  });

  it('follows the agreement from the day it begins', async () => {
    await run((tx) =>
      writeRegion(
        tx,
        {
          organisations: [desk],
          agreements: [agreement, { ...agreement, validFrom: '2026-12-01', holdMinutes: 45 }],
        },
        writing,
      ),
    );
    expect((await run((tx) => loadRegion(tx, TODAY)))?.agreement.holdMinutes).toBe(90);
    expect((await run((tx) => loadRegion(tx, '2026-12-01')))?.agreement.holdMinutes).toBe(45);
  });

  it('knows the centre of a postcode', async () => {
    await bringIn(postcodeFile, file('pc4,town,lat,lon', '9405,Assen,52.9635848,6.5291919'));
    expect((await run((tx) => loadRegion(tx, TODAY)))?.postcodes.get('9405')).toEqual({
      lat: 52.9635848,
      lon: 6.5291919,
    });
  });
});

describe('the region as a process knows it', () => {
  it('is read once, and again after it was written about or a day began', async () => {
    let now = NOW;
    const cache = regionCache({ now: () => now });
    const first = await run(cache.get);
    await run((tx) => writeRegion(tx, { agreements: [{ ...agreement, holdMinutes: 75 }] }, writing));
    expect(await run(cache.get)).toBe(first);
    cache.drop();
    expect((await run(cache.get)).agreement.holdMinutes).toBe(75);
    now = Date.parse('2026-11-30T23:30:00Z');
    expect((await run(cache.get)).agreement.holdMinutes).toBe(45);
  });

  it('does not keep what was read before it was dropped', async () => {
    const cache = regionCache({ now: () => NOW });
    await run(async (tx) => {
      await rows(tx, 'set transaction isolation level repeatable read');
      await rows(tx, 'select 1 from region_agreement');
      const reading = cache.get(tx);
      await run((other) => writeRegion(other, { agreements: [{ ...agreement, holdMinutes: 60 }] }, writing));
      cache.drop();
      expect((await reading).agreement.holdMinutes).toBe(75);
    });
    expect((await run(cache.get)).agreement.holdMinutes).toBe(60);
  });
});
