import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Room } from '#kernel/limits.ts';
import {
  find,
  NO_LIMITS,
  NOW,
  naiveScore,
  question,
  type Region,
  region,
  ZONE,
} from './any-region.fixture.ts';
import {
  type Asked,
  barrierOf,
  type Contract,
  findPlaces,
  fitChecks,
  type PlaceLimits,
  type PlaceRow,
  placeTable,
  rejectWhy,
  type SiteRow,
  setPlace,
  type UnitRow,
} from './index.ts';

/** The same region in which nobody said anything that could keep somebody out. */
const unsaid = (of: Region): Region => ({
  sites: of.sites.map((site) => ({ ...site, languages: null, doctors: null, contracts: null })),
  units: of.units.map((unit) => ({ ...unit, legalTitles: null })),
  places: of.places.map((place) => ({ ...place, room: null })),
});

const unitsIn = (of: Region, asked: Asked): string[] => find(of, asked).fits.map((fit) => fit.unitId);

test('what nobody said keeps nobody out: unsaid on the one side or the other, the same houses fit', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const silent = { ...asked, ...NO_LIMITS };
      const nothingSaid = unitsIn(unsaid(of), asked);
      expect(nothingSaid.toSorted()).toEqual(unitsIn(unsaid(of), silent).toSorted());
      const cohorts = of.places.some((place) => place.room?.cohort);
      if (!cohorts) expect(unitsIn(of, silent).toSorted()).toEqual(nothingSaid.toSorted());
    }),
    { numRuns: 300 },
  );
});

test('saying more can only take houses away', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const before = new Set(unitsIn(unsaid(of), asked));
      for (const unit of unitsIn(of, asked)) expect(before).toContain(unit);
    }),
    { numRuns: 300 },
  );
});

/** What was said of a place, as who asks a house looks it up. */
const limitsOf = (of: Region, place: PlaceRow): PlaceLimits => {
  const unit = of.units.find((row) => row.id === place.unitId) as UnitRow;
  const site = of.sites.find((row) => row.id === unit.siteId) as SiteRow;
  const { doctors = null, contracts = null } = site;
  const languages = site.languages?.map((one) => one.toLowerCase()) ?? null;
  return { room: place.room ?? null, legalTitles: unit.legalTitles ?? null, doctors, contracts, languages };
};

test('what a house may not be asked is never proposed, and what said limits take away it may not be asked', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const limits = { ...asked, from: Math.max(asked.from, NOW) };
      for (const place of of.places) {
        const barred = barrierOf(limits, limitsOf(of, place)) !== null;
        const scores = [naiveScore(unsaid(of), asked, place), naiveScore(of, asked, place)];
        if (barred) expect(scores[1]).toBeNull();
        else expect(scores[1] === null).toBe(scores[0] === null);
      }
    }),
    { numRuns: 300 },
  );
});

const asked: Asked = {
  ...{ product: 'elv-high', from: NOW, now: NOW, needs: [], home: null, partner: null, area: null },
  ...NO_LIMITS,
};

const bed = (over: Partial<PlaceRow> = {}): PlaceRow => ({
  ...{
    id: 'bed',
    unitId: 'unit',
    products: ['elv-high', 'elv-low', 'wlz-crisis'],
    properties: ['closed-ward'],
  },
  ...{ state: 'free', closedFor: null, availableFrom: NOW - DAY, availableUntil: Number.POSITIVE_INFINITY },
  ...over,
});

interface House {
  readonly beds?: readonly PlaceRow[];
  readonly unit?: Partial<UnitRow>;
  readonly site?: Partial<SiteRow>;
}

const tableOf = ({ beds = [bed()], unit = {}, site = {} }: House) =>
  placeTable({
    sites: [{ id: 'site', lat: 53, lon: 6.5, zone: ZONE, languages: null, ...site }],
    units: [{ id: 'unit', siteId: 'site', asOf: NOW, source: 'tap', answersInMinutes: 9, ...unit }],
    places: beds,
  });

const search = {
  ...{ fits: 5, rejects: 5, freshness: DEFAULT_FRESHNESS },
  admission: () => ({ now: true, until: null, nextFrom: null }),
};

const ask = (of: House, asks: Partial<Asked>) => {
  const { fits, rejects } = findPlaces(tableOf(of), { ...asked, ...asks }, search);
  const [fit, reject] = [fits[0], rejects[0]];
  const words = { zone: ZONE, phone: '0592-00 41 37' };
  const lines = fit === undefined ? [] : fitChecks(fit, { ...asked, ...asks }, words);
  return {
    code: reject?.reason.code ?? 'fits',
    why: reject === undefined ? null : rejectWhy(reject.reason, { ...asked, ...asks }, words).nl,
    lines: lines.map(({ code, met, nl }) => [code, met, nl]),
  };
};

const room = (over: Partial<Room> = {}): Room => ({ code: '12', sex: 'any', cohort: null, ...over });

test('a room for men is no place for a woman, and one whose sex is not known is asked about', () => {
  const men = { beds: [bed({ room: room({ sex: 'male' }) })] };
  expect(ask(men, { sex: 'female' }).why).toBe('Past niet: kamer 12 is nu voor mannen.');
  expect(ask(men, { sex: 'male' }).lines).toContainEqual(['room', true, 'Kamer 12, voor mannen']);
  expect(ask(men, {}).lines).toContainEqual(['room', null, 'Kamer 12 is voor mannen, vraag na']);
  expect(ask({}, { sex: 'female' }).lines).toContainEqual([
    'room',
    null,
    'Met wie op de kamer: niet bekend, vraag na',
  ]);
  const alone = { beds: [bed({ properties: ['single-room'] })] };
  expect(ask(alone, { sex: 'female' }).lines.map(([code]) => code)).not.toContain('room');
});

test('a cohort takes only who has the same', () => {
  const cohort = { beds: [bed({ room: room({ cohort: 'mrsa' }) })] };
  expect(ask(cohort, {}).why).toBe('Past niet: kamer 12 is nu alleen voor mensen met MRSA.');
  expect(ask(cohort, { cohort: 'mrsa' }).code).toBe('fits');
});

test('of two rooms the one that is not for others is proposed, and a ward that turns a room is believed at once', () => {
  const beds = [bed({ id: 'a', room: room({ sex: 'male' }) }), bed({ id: 'b', room: room({ code: '14' }) })];
  const table = tableOf({ beds });
  const places = () => findPlaces(table, { ...asked, sex: 'female' }, search).fits.map((fit) => fit.placeId);
  expect(places()).toEqual(['b']);
  const { availableFrom, availableUntil } = bed();
  const standing = { state: 'free', closedFor: null, availableFrom, availableUntil } as const;
  setPlace(table, 'b', { ...standing, room: room({ code: '14', sex: 'male' }) });
  expect(places()).toEqual([]);
  setPlace(table, 'a', { ...standing, room: room({ sex: 'female' }) });
  expect(places()).toEqual(['a']);
});

test('a closed ward takes nobody on a ground it may not, and only who needs a closed ward is asked for one', () => {
  const ward = { unit: { legalTitles: ['voluntary', 'article-21'] as const } };
  const closed = { needs: ['closed-ward'] as const };
  expect(ask(ward, { ...closed, legalTitle: 'ibs' }).why).toBe(
    'Past niet: op deze gesloten afdeling kan geen opname met inbewaringstelling.',
  );
  expect(ask(ward, { ...closed, legalTitle: 'article-21' }).lines).toContainEqual([
    'legal-title',
    true,
    'Opname met artikel 21',
  ]);
  expect(ask(ward, { legalTitle: 'ibs' }).code).toBe('fits');
  expect(ask(ward, closed).lines).toContainEqual(['legal-title', null, 'Juridische titel nog niet bekend']);
  expect(ask({}, { ...closed, legalTitle: 'rm' }).lines).toContainEqual([
    'legal-title',
    null,
    'Niet bekend of opname met rechterlijke machtiging kan, vraag na',
  ]);
});

test('ELV low needs a doctor: the GP where the GP treats, or one of the house', () => {
  const low = { product: 'elv-low', gp: 'vaartzicht' } as const;
  const doctors = (own: boolean | null, ...gps: string[]) => ({ site: { doctors: { own, gps } } });
  expect(ask(doctors(false, 'de-kolk'), low).why).toBe(
    'Past niet: de huisarts behandelt hier niet en er is geen eigen arts.',
  );
  expect(ask(doctors(false, 'de-kolk', 'vaartzicht'), low).lines).toContainEqual([
    'doctor',
    true,
    'Heeft een arts voor ELV laag',
  ]);
  expect(ask(doctors(true, 'de-kolk'), low).code).toBe('fits');
  expect(ask(doctors(false, 'de-kolk'), { ...low, product: 'elv-high' }).code).toBe('fits');
  for (const silent of [doctors(null, 'de-kolk'), doctors(false), {}])
    expect(ask(silent, low).lines).toContainEqual([
      'doctor',
      null,
      'Arts voor ELV laag niet bekend, vraag na',
    ]);
  expect(ask(doctors(false, 'de-kolk'), { ...low, gp: null }).code).toBe('fits');
});

test('an insurer without a contract, or without money left, is no place; what no insurer pays is not asked', () => {
  const contract: Contract = { uzovi: '3311', product: null, until: null, ceilingReached: false };
  const house = (over: Partial<Contract> = {}) => ({
    site: { contracts: [{ ...contract, ...over }] },
  });
  expect(ask(house(), { uzovi: '7029' }).why).toBe('Past niet: geen contract met verzekeraar 7029.');
  expect(ask(house({ ceilingReached: true }), { uzovi: '3311' }).why).toBe(
    'Past niet: het budget van verzekeraar 3311 is hier op.',
  );
  expect(ask(house({ until: NOW + HOUR }), { uzovi: '3311' }).lines).toContainEqual([
    'contract',
    true,
    'Contract met verzekeraar 3311',
  ]);
  expect(ask(house({ until: NOW + HOUR }), { uzovi: '3311', from: NOW + DAY }).code).toBe('contract');
  expect(ask(house(), {}).code).toBe('fits');
  expect(ask(house(), { uzovi: '7029', product: 'wlz-crisis' }).code).toBe('fits');
  expect(ask({}, { uzovi: '7029' }).lines).toContainEqual([
    'contract',
    null,
    'Contract met 7029 niet bekend, vraag na',
  ]);
});

test('where the languages are known, somebody who speaks another is not sent', () => {
  const turkish = { site: { languages: ['Turks'] } };
  expect(ask(turkish, { language: 'Fries' }).why).toBe('Past niet: hier spreekt niemand Fries.');
  expect(ask(turkish, { language: 'turks' }).code).toBe('fits');
});

test('a house that is full says so, also when its other bed is in a room for others', () => {
  const full = bed({ id: 'full', state: 'occupied', availableFrom: NOW + 9 * DAY });
  const taken = bed({
    id: 'taken',
    state: 'occupied',
    availableFrom: NOW + 9 * DAY,
    room: room({ sex: 'male' }),
  });
  expect(ask({ beds: [full, taken] }, { sex: 'female' }).code).toBe('full');
  expect(ask({ beds: [taken] }, { sex: 'female' }).code).toBe('room-sex');
});
