import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Table } from '#kernel/table.ts';
import type { KnownPlace, KnownPlaces } from './import-known.ts';
import { planPlaces } from './import-plan.ts';
import { readUntil, writeUntil } from './import-until.ts';
import type { Claim } from './types.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = Date.parse('2026-11-23T10:00:00Z');

describe('until when a place is occupied', () => {
  it.each([
    ['2026-11-28', '2026-11-28T23:00:00Z'],
    ['28-11-2026', '2026-11-28T23:00:00Z'],
    ['2026-11-28 14:00', '2026-11-28T13:00:00Z'],
    ['28-11-2026 14:00', '2026-11-28T13:00:00Z'],
    ['2026-11-28T14:00', '2026-11-28T13:00:00Z'],
    ['2026-11-28T14:00:00+02:00', '2026-11-28T12:00:00Z'],
    ['2026-11-28T14:00Z', '2026-11-28T14:00:00Z'],
    ['2026-10-25', '2026-10-25T23:00:00Z'],
    ['2026-07-01 08:30', '2026-07-01T06:30:00Z'],
  ])('is read from %s', (text, instant) => expect(readUntil(text, ZONE)).toBe(Date.parse(instant)));

  it.each([
    '',
    'morgen',
    '2026-02-30',
    '28-13-2026',
    '2026-11-28 25:00',
    '2026-11-28 14:75',
    '11/28/26',
    '2026-11-28T14',
  ])('is not read from “%s”', (text) => expect(readUntil(text, ZONE)).toBeNull());

  it('is written so that the same minute is read, also in the hour that comes twice and the hour that is skipped', () => {
    for (const around of ['2026-10-25T00:00:00Z', '2027-03-28T00:00:00Z', '2026-11-23T00:00:00Z']) {
      for (let at = Date.parse(around); at < Date.parse(around) + 6 * HOUR; at += HOUR / 4) {
        expect(readUntil(writeUntil(at + 59_999, ZONE), ZONE), writeUntil(at, ZONE)).toBe(at);
      }
    }
  });
});

const site = {
  id: 's1',
  organisationId: 'o1',
  code: 'ES',
  name: 'De Es',
  street: null,
  pc4: '9405',
  town: 'Assen',
  lat: 52.9,
  lon: 6.5,
  phone: '0592-001720',
  zone: ZONE,
};
const unit = { id: 'u1', siteId: 's1', code: 'ES-A', name: 'Beuk', phone: null, email: null };
const place: KnownPlace = {
  id: 'p1',
  unitId: 'u1',
  code: 'K1',
  products: ['elv-low'],
  properties: ['single-room'],
  labels: ['tuin'],
  ended: false,
};
const stay: Claim = {
  id: 'c1',
  placeId: 'p1',
  subject: 'x',
  kind: 'stay',
  product: 'elv-low',
  during: { from: NOW - DAY, until: Date.parse('2026-11-28T13:00:00Z') },
  latestEnd: null,
  expiresAt: null,
  arrivedAt: NOW - DAY,
  awayAt: null,
  leftAt: null,
  releasedAt: null,
  displacedAt: null,
  madeAt: NOW,
  source: 'import',
  version: 1,
};
const known = (claims: Claim[] = [], places: KnownPlace[] = [place]): KnownPlaces => ({
  sites: [site, { ...site, id: 's2', code: 'BRINK' }],
  units: [unit, { ...unit, id: 'u2', code: 'ES-B', name: 'Eik' }],
  places,
  claims: Map.groupBy(claims, (claim) => claim.placeId),
});
const row = {
  site_code: 'ES',
  unit_code: 'ES-A',
  unit_name: 'Beuk',
  place_code: 'K1',
  products: 'elv-low',
  properties: 'single-room',
  labels: 'tuin',
  occupied_until: '',
};
const table = (...rows: Partial<typeof row>[]): Table => ({
  rows: rows.map((change, i) => ({ number: i + 2, cells: { ...row, ...change } })),
  issues: [],
});
let made = 0;
const plan = (file: Table, facts = known()) => planPlaces(file, facts, NOW, () => `id-${++made}`);

describe('places from a file', () => {
  it('are the same when nothing differs, whatever the order of what they serve', () => {
    const facts = known([], [{ ...place, products: ['elv-high', 'elv-low'] }]);
    expect(plan(table({ products: 'elv-low, elv-high' }), facts)).toMatchObject({
      same: 1,
      added: [],
      changed: [],
      units: [],
    });
  });

  it('come with their unit, named once', () => {
    const file = table(
      { unit_code: 'ES-C', unit_name: 'Linde' },
      { unit_code: 'ES-C', unit_name: '', place_code: 'K2' },
    );
    const { added, units, errors } = plan(file, known([], []));
    expect(errors).toEqual([]);
    expect(units).toMatchObject([{ code: 'ES-C', name: 'Linde', siteId: 's1' }]);
    expect(added.map((each) => each.place.unitId)).toEqual([units[0]?.id, units[0]?.id]);
  });

  it('give a unit its new name', () => {
    expect(plan(table({ unit_name: 'Berk' }))).toMatchObject({
      changed: [{ written: false }],
      units: [{ id: 'u1', name: 'Berk' }],
    });
  });

  it('open a place again that was ended', () => {
    expect(plan(table({}), known([], [{ ...place, ended: true }]))).toMatchObject({
      changed: [{ written: true, place: { id: 'p1' } }],
    });
  });

  it('keep what a column that is absent does not say', () => {
    const { properties: _, labels: __, ...cells } = row;
    const file: Table = { rows: [{ number: 2, cells: { ...cells, products: 'elv-high' } }], issues: [] };
    expect(plan(file).changed).toMatchObject([
      { place: { products: ['elv-high'], properties: ['single-room'], labels: ['tuin'] } },
    ]);
  });

  it.each([
    ['products', { products: 'elv-low|hotel' }],
    ['products', { products: '' }],
    ['properties', { properties: 'zeezicht' }],
    ['site_code', { site_code: 'NIX' }],
    ['unit_code', { site_code: 'BRINK' }],
    ['unit_name', { unit_code: 'ES-C', unit_name: '' }],
    ['place_code', { place_code: '' }],
    ['place_code', { unit_code: 'ES-B', unit_name: 'Eik' }],
    ['occupied_until', { occupied_until: 'volgende week' }],
    ['occupied_until', { occupied_until: '2206-11-28' }],
  ])('are refused for a wrong %s %o, with the cell and what to do', (column, change) => {
    const { errors, added, changed } = plan(table(change));
    expect(errors).toMatchObject([{ row: 2, column }]);
    expect([added, changed]).toEqual([[], []]);
    const [error] = errors;
    for (const sentence of [error?.what.nl, error?.what.en, error?.next.nl, error?.next.en])
      expect(sentence).toMatch(/^.{6,}[.?!]$/);
  });

  it('are refused when a place stands in the file twice', () => {
    expect(plan(table({}, {})).errors).toMatchObject([{ row: 3, column: 'place_code' }]);
  });

  it('are refused when a unit has two names', () => {
    const file = table(
      { unit_code: 'ES-C', unit_name: 'Linde' },
      { unit_code: 'ES-C', unit_name: 'Wilg', place_code: 'K2' },
    );
    expect(plan(file, known([], [])).errors).toMatchObject([{ row: 3, column: 'unit_name' }]);
  });
});

describe('who a file says is there', () => {
  const told = (occupied_until: string, claims: Claim[] = []) =>
    plan(table({ occupied_until }), known(claims));

  it('is somebody we do not know, until the day that is told', () => {
    expect(told('2026-11-28').changed).toMatchObject([
      { written: false, occupied: { stay: null, until: Date.parse('2026-11-28T23:00:00Z') } },
    ]);
  });

  it('is the same person when the minute is the same', () => {
    expect(told('2026-11-28 14:00', [stay])).toMatchObject({ same: 1, changed: [] });
  });

  it('stays longer when the file says so, and is still one person', () => {
    expect(told('2026-12-05', [stay]).changed).toMatchObject([{ occupied: { stay: { id: 'c1' } } }]);
  });

  it('is not told by an empty cell', () => {
    expect(told('', [stay])).toMatchObject({ same: 1, errors: [], warnings: [] });
  });

  it('is left to the ward that recorded somebody itself', () => {
    const { errors } = told('2026-12-05', [{ ...stay, source: 'tap' }]);
    expect(errors).toMatchObject([{ row: 2, column: 'occupied_until' }]);
    expect(told('2026-11-28 14:00', [{ ...stay, source: 'tap' }]).same).toBe(1);
  });

  it('is nobody any more when the day has passed, with a warning and not an error', () => {
    const passed = told('2026-11-20');
    expect(passed).toMatchObject({ same: 1, errors: [], warnings: [{ row: 2, column: 'occupied_until' }] });
    expect(told('2026-11-20', [stay])).toMatchObject({ same: 1, changed: [], warnings: [{ row: 2 }] });
  });

  it('takes the place of who was planned there, with a warning', () => {
    const planned: Claim = {
      ...stay,
      kind: 'reserved',
      arrivedAt: null,
      source: 'work',
      during: { from: NOW + DAY, until: NOW + 9 * DAY },
    };
    expect(told('2026-11-28', [planned])).toMatchObject({
      changed: [{ occupied: { stay: null } }],
      warnings: [{ row: 2 }],
    });
    expect(told('2026-11-23 23:00', [planned]).warnings).toEqual([]);
  });
});

describe('rooms and wards from a file', () => {
  const inRoom = { room: '12', room_sex: 'female', cohort: '', legal_titles: 'voluntary|rm' };
  const line = (change: Partial<typeof inRoom> & { place_code?: string } = {}) =>
    ({ ...row, ...inRoom, ...change }) as Partial<typeof row>;
  const two = (change: Partial<typeof inRoom>) => table(line(), line({ place_code: 'K2', ...change }));

  it('put the beds of one code in one room, and the legal titles on their ward', () => {
    const done = plan(two({ legal_titles: '' }));
    const rooms = [...done.added, ...done.changed].map(({ place: { room } }) => room);
    expect(rooms).toHaveLength(2);
    expect(rooms[0]).toMatchObject({ code: '12', sex: 'female', cohort: null });
    expect(rooms[1]).toEqual(rooms[0]);
    expect(done.unitLimits).toEqual([{ unitId: 'u1', legalTitles: ['voluntary', 'rm'] }]);
  });

  it('are the same when they were known so, and stay when the file has no such column', () => {
    const room = { id: 'r1', code: '12', sex: 'female', cohort: null } as const;
    const facts = {
      ...known([], [{ ...place, room }]),
      rooms: [{ ...room, unitId: 'u1' }],
      legalTitles: new Map([['u1', ['rm', 'voluntary'] as const]]),
    };
    expect(plan(table(line()), facts)).toMatchObject({ same: 1, changed: [], unitLimits: [] });
    expect(plan(table({}), facts)).toMatchObject({ same: 1, changed: [] });
    expect(plan(table(line({ room_sex: 'male' })), facts).changed).toMatchObject([
      { place: { room: { id: 'r1', sex: 'male' } } },
    ]);
  });

  it.each([
    ['room', { room_sex: 'male' }],
    ['room', { cohort: 'mrsa' }],
    ['legal_titles', { legal_titles: 'ibs' }],
    ['room_sex', { room_sex: 'vrouw' }],
    ['cohort', { cohort: 'pest' }],
  ] as const)('are refused when beds of one room or ward contradict each other: %s', (column, change) => {
    expect(plan(two(change)).errors[0]).toMatchObject({ row: 3, column });
  });
});
