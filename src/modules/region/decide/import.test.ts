import { describe, expect, it } from 'vitest';
import type { Table } from '#kernel/table.ts';
import type { OrganisationRecord, Site } from '#modules/region/types.ts';
import { writeContracts } from './import-limits.ts';
import { planOrganisations } from './import-organisations.ts';
import { planPostcodes } from './import-postcodes.ts';
import { planSites } from './import-sites.ts';

const table = (...rows: Record<string, string>[]): Table => ({
  rows: rows.map((cells, i) => ({ number: i + 2, cells })),
  issues: [],
});
let made = 0;
const newId = () => `id-${++made}`;

const organisation: OrganisationRecord = {
  id: 'o1',
  code: 'ZG',
  name: 'Zorggroep De Es',
  kind: 'care-provider',
  phone: '0592-001720',
  ura: null,
  agb: '06290001',
  party: true,
  email: null,
};
const organisationRow = {
  organisation_code: 'ZG',
  name: 'Zorggroep De Es',
  kind: 'care-provider',
  ura: '',
  agb: '06290001',
  phone: '0592-001720',
};

describe('organisations from a file', () => {
  it('are new, changed or the same, by their code', () => {
    const plan = planOrganisations(
      table(organisationRow, { ...organisationRow, organisation_code: 'LOKET', kind: 'desk' }),
      [organisation],
      newId,
    );
    expect(plan).toMatchObject({
      added: [{ code: 'LOKET', kind: 'desk' }],
      changed: [],
      same: 1,
      errors: [],
    });
    const renamed = planOrganisations(table({ ...organisationRow, name: 'De Es' }), [organisation], newId);
    expect(renamed).toMatchObject({
      added: [],
      changed: [{ id: 'o1', name: 'De Es', agb: '06290001' }],
      same: 0,
    });
  });

  it('keep what a column that is absent does not say', () => {
    const { organisation_code, name, kind } = organisationRow;
    expect(planOrganisations(table({ organisation_code, name, kind }), [organisation], newId)).toMatchObject({
      same: 1,
      changed: [],
    });
  });

  it.each([
    ['kind', 'hotel'],
    ['name', ''],
    ['agb', '6290001'],
    ['phone', '592001720'],
    ['organisation_code', ''],
    ['name', 'x'.repeat(201)],
  ])('are refused for a wrong %s (%s), with the cell and what to do', (column, value) => {
    const plan = planOrganisations(table({ ...organisationRow, [column]: value }), [], newId);
    expect(plan.added).toEqual([]);
    expect(plan.errors).toMatchObject([{ row: 2, column }]);
    const [error] = plan.errors;
    for (const sentence of [error?.what.nl, error?.what.en, error?.next.nl, error?.next.en])
      expect(sentence).toMatch(/^.{6,}[.?!]$/);
  });

  it('may stand in the file only once', () => {
    const plan = planOrganisations(table(organisationRow, organisationRow), [], newId);
    expect(plan.errors).toMatchObject([
      { row: 3, column: 'organisation_code', what: { nl: '“ZG” staat ook in rij 2.' } },
    ]);
  });
});

const site: Site = {
  id: 's1',
  organisationId: 'o1',
  code: 'ES',
  name: 'De Es',
  street: null,
  pc4: '9405',
  town: 'Assen',
  lat: 52.96,
  lon: 6.53,
  phone: '0592-001721',
  zone: 'Europe/Amsterdam',
};
const siteRow = {
  site_code: 'ES',
  organisation_code: 'ZG',
  name: 'De Es',
  street: '',
  pc4: '9405',
  town: 'Assen',
  lat: '52.96',
  lon: '6.53',
  phone: '0592-001721',
  admission: 'ma-vr 09:00-17:00',
};
const windows = [1, 2, 3, 4, 5].map((weekday) => ({
  siteId: 's1',
  product: null,
  weekday,
  opens: 540,
  closes: 1020,
}));
const known = { organisations: [organisation], sites: [site], windows };

describe('sites from a file', () => {
  it('are the same when nothing differs, also with a comma in a number', () => {
    expect(planSites(table({ ...siteRow, lat: '52,96' }), known, newId)).toMatchObject({
      same: 1,
      changed: [],
      errors: [],
    });
  });

  it('change their admission hours when the file says other ones', () => {
    const plan = planSites(table({ ...siteRow, admission: 'ma 09:00-12:00' }), known, newId);
    expect(plan.changed).toMatchObject([
      { id: 's1', windows: [{ siteId: 's1', weekday: 1, opens: 540, closes: 720 }] },
    ]);
  });

  it('keep their admission hours when the file has no such column', () => {
    const { admission: _, ...row } = siteRow;
    expect(planSites(table({ ...row, name: 'De Nieuwe Es' }), known, newId).changed).toMatchObject([
      { windows: null },
    ]);
  });

  it.each([
    ['pc4', '9405 AB'],
    ['pc4', '0405'],
    ['lat', '48.85'],
    ['lon', 'oost'],
    ['town', ''],
    ['phone', ''],
    ['admission', 'altijd'],
    ['organisation_code', 'NIX'],
  ])('are refused for a wrong %s (%s)', (column, value) => {
    const plan = planSites(table({ ...siteRow, [column]: value }), known, newId);
    expect(plan.errors).toMatchObject([{ row: 2, column }]);
    expect(plan.changed).toEqual([]);
  });

  it('are told when lat and lon are swapped', () => {
    const plan = planSites(table({ ...siteRow, lat: '6.53', lon: '52.96' }), known, newId);
    expect(plan.errors).toMatchObject([{ what: { nl: 'lat en lon staan omgewisseld.' } }]);
  });

  it('do not move to another organisation by a file', () => {
    const other = { ...organisation, id: 'o2', code: 'ANDERS' };
    const plan = planSites(
      table({ ...siteRow, organisation_code: 'ANDERS' }),
      { ...known, organisations: [organisation, other] },
      newId,
    );
    expect(plan.errors).toMatchObject([{ column: 'organisation_code' }]);
  });
});

describe('limits from a file', () => {
  const gp = { ...organisation, id: 'gp1', code: 'HAP', kind: 'gp' as const };
  const facts = { ...known, organisations: [organisation, gp] };
  const said = { siteId: 's1', languages: ['Turks'], ownDoctorLow: false, treatingGps: ['gp1'] };
  const cells = { languages: 'Turks | Fries', own_doctor_low: 'nee', treating_gps: 'HAP' };

  it('are what a site says of its languages and doctors; what the file leaves out stays', () => {
    const plan = planSites(table({ ...siteRow, ...cells }), facts, newId);
    expect(plan.changed).toMatchObject([{ limits: { ...said, languages: ['Turks', 'Fries'] } }]);
    const limits = new Map([['s1', said]]);
    const { languages: _, ...rest } = cells;
    expect(planSites(table({ ...siteRow, ...rest }), { ...facts, limits }, newId).same).toBe(1);
    expect(planSites(table(siteRow), { ...facts, limits }, newId)).toMatchObject({ same: 1, changed: [] });
    const silent = { languages: '', own_doctor_low: '', treating_gps: '' };
    expect(planSites(table({ ...siteRow, ...silent }), { ...facts, limits }, newId).changed).toMatchObject([
      { limits: { siteId: 's1', languages: null, ownDoctorLow: null, treatingGps: [] } },
    ]);
  });

  it.each([
    ['own_doctor_low', 'misschien'],
    ['treating_gps', 'ZG'],
    ['treating_gps', 'NIX'],
  ])('are refused for a wrong %s (%s)', (column, value) => {
    const plan = planSites(table({ ...siteRow, [column]: value }), facts, newId);
    expect(plan.errors).toMatchObject([{ row: 2, column }]);
  });

  it('are the insurers of an organisation, read as they are written', () => {
    const text = '3311 | 3332 full | 7029 elv-high until 2026-12-31 full';
    const plan = planOrganisations(table({ ...organisationRow, contracts: text }), [organisation], newId);
    const contracts = plan.changed[0]?.contracts ?? [];
    expect(contracts).toMatchObject([
      { organisationId: 'o1', uzovi: '3311', product: null, until: null, ceilingReached: false },
      { uzovi: '3332', product: null, ceilingReached: true },
      { uzovi: '7029', product: 'elv-high', until: '2026-12-31', ceilingReached: true },
    ]);
    expect(writeContracts(contracts)).toBe(text);
    const before = new Map([['o1', contracts.toReversed()]]);
    const again = table({
      ...organisationRow,
      contracts: '3332 vol | 7029 elv-high tot 2026-12-31 vol | 3311',
    });
    expect(planOrganisations(again, [organisation], newId, before)).toMatchObject({ same: 1, changed: [] });
  });

  it.each(['331', '3311 elv-hoog', '3311 until 2026-02-30', 'Zilver'])(
    'refuse the contract %s',
    (contracts) => {
      const plan = planOrganisations(table({ ...organisationRow, contracts }), [organisation], newId);
      expect(plan.errors).toMatchObject([{ row: 2, column: 'contracts' }]);
    },
  );
});

describe('postcodes from a file', () => {
  it('are new, changed or the same', () => {
    const rows = table(
      { pc4: '9401', town: 'Assen', lat: '52.98', lon: '6.55' },
      { pc4: '9405', town: 'Assen', lat: '52.96', lon: '6.52' },
    );
    const plan = planPostcodes(rows, [{ pc4: '9405', town: 'Assen', lat: 52.96, lon: 6.53 }]);
    expect(plan).toMatchObject({ added: [{ pc4: '9401' }], changed: [{ pc4: '9405', lon: 6.52 }], same: 0 });
  });
});
