import { expect, test } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { NO_LIMITS } from './any-region.fixture.ts';
import {
  type Admission,
  type Asked,
  type Fit,
  findPlaces,
  fitChecks,
  fitWhy,
  type PlaceRow,
  placeTable,
  rejectWhy,
  type SiteRow,
  type UnitRow,
} from './index.ts';

const ZONE = 'Europe/Amsterdam';
const at = (day: string, hour: number, minute = 0) => instantOf(day, hour * 60 + minute, ZONE);
const NOW = at('2026-10-22', 11, 41);
const WORDS = { zone: ZONE, phone: '0592-00 41 37' };
const OPEN: Admission = { now: true, until: at('2026-10-22', 20), nextFrom: null };

const asked: Asked = {
  product: 'elv-high',
  from: NOW,
  now: NOW,
  needs: [],
  home: { lat: 52.99, lon: 6.56 },
  partner: null,
  area: null,
  ...NO_LIMITS,
};

const bed = (over: Partial<PlaceRow> = {}): PlaceRow => ({
  id: 'bed',
  unitId: 'unit',
  products: ['elv-high'],
  properties: [],
  state: 'free',
  closedFor: null,
  availableFrom: NOW - DAY,
  availableUntil: Number.POSITIVE_INFINITY,
  ...over,
});

interface House {
  readonly beds?: readonly PlaceRow[];
  readonly unit?: Partial<UnitRow>;
  readonly site?: Partial<SiteRow>;
  readonly admission?: Admission;
  readonly asks?: Partial<Asked>;
}

const house = ({ beds = [bed()], unit = {}, site = {}, admission = OPEN, asks = {} }: House) => {
  const table = placeTable({
    sites: [{ id: 'site', lat: 53.016, lon: 6.56, zone: ZONE, languages: null, ...site }],
    units: [
      { id: 'unit', siteId: 'site', asOf: NOW - MINUTE, source: 'work', answersInMinutes: 18, ...unit },
    ],
    places: beds,
  });
  const question = { ...asked, ...asks };
  const found = findPlaces(table, question, {
    ...{ fits: 5, rejects: 5, freshness: DEFAULT_FRESHNESS },
    admission: () => admission,
  });
  return { ...found, question };
};

const whyNot = (of: House) => {
  const { rejects, question } = house(of);
  const [reject] = rejects;
  if (!reject) throw new Error('it fits');
  return { state: reject.state, ...rejectWhy(reject.reason, question, WORDS) };
};

const why = (of: House) => {
  const { fits, question } = house(of);
  const [fit] = fits;
  if (!fit) throw new Error('it does not fit');
  return fitWhy(fit, question, WORDS);
};

test('a house with an own room that admits until eight says so in three short sentences', () => {
  expect(why({ beds: [bed({ properties: ['single-room'] })] })).toEqual({
    nl: 'Doet ELV hoog. Kan vandaag tot 20:00. Eigen kamer.',
    en: 'Does ELV high. Possible today until 20:00. Own room.',
  });
});

test('a house that admits only tomorrow is proposed with the wish that breaks', () => {
  const admission = { now: false, until: null, nextFrom: at('2026-10-23', 8) };
  expect(why({ admission }).nl).toBe('Doet ELV hoog. Neemt vandaag niet meer op. Morgen vanaf 8:00 wel.');
  expect(house({ admission }).fits[0]).toMatchObject({ anotherDay: true, from: at('2026-10-23', 8) });
});

test('a house that admits later today keeps the wish', () => {
  const admission = { now: false, until: null, nextFrom: at('2026-10-22', 13) };
  expect(why({ admission }).nl).toBe('Doet ELV hoog. Kan vandaag vanaf 13:00.');
  expect(house({ admission }).fits[0]?.anotherDay).toBe(false);
});

test('a bed that comes free within three days is proposed as such, and not counted as free', () => {
  const soon = { beds: [bed({ state: 'soon', availableFrom: at('2026-10-24', 10) })] };
  expect(why(soon).nl).toBe('Doet ELV hoog. Komt vrij: zaterdag 24 oktober 10:00.');
  expect(house(soon).fits[0]).toMatchObject({ state: 'soon', free: 0 });
});

test('a gap shorter than the usual stay is proposed with its end', () => {
  expect(why({ beds: [bed({ availableUntil: at('2026-11-04', 14) })] }).nl).toBe(
    'Doet ELV hoog. Kan vandaag tot 20:00. Kort vrij, tot woensdag 4 november.',
  );
});

test('the lines of a proposal read the same for every house, and what deviates is not met', () => {
  const { fits, question } = house({
    unit: { asOf: NOW - 6 * HOUR },
    site: { languages: ['Turks', 'Fries'] },
    asks: { needs: ['lift'], partner: { lat: 53.01, lon: 6.56 }, language: 'Fries' },
    beds: [bed({ properties: ['lift', 'single-room'] })],
  });
  const lines = fits
    .flatMap((fit) => fitChecks(fit, question, WORDS))
    .map(({ code, met, nl }) => [code, met, nl]);
  expect(lines).toEqual([
    ['care', true, 'ELV hoog, eigen kamer'],
    ['admission', true, 'Vandaag tot 20:00'],
    ['needs', true, 'Tillift'],
    ['distance', true, '2,9 km van huis'],
    ['partner', true, '0,7 km van partner'],
    ['area', null, 'Afstand van de gewenste plek niet bekend'],
    ['language', true, 'Spreekt Fries'],
    ['length', true, 'Lang genoeg vrij'],
    ['figure', false, 'Cijfer is 6 uur oud'],
  ]);
});

test('free beds for other care are named, so that nobody phones for them', () => {
  const low = bed({ products: ['elv-low'] });
  expect(whyNot({ beds: [low, { ...low, id: 'bed2' }] })).toEqual({
    state: 'free',
    nl: 'Heeft 2 vrij, maar alleen voor ELV laag.',
    en: 'Has 2 free, but only for ELV low.',
  });
  expect(whyNot({ beds: [{ ...low, state: 'occupied' }] })).toMatchObject({
    state: 'occupied',
    nl: 'Doet geen ELV hoog.',
  });
});

test('a full house names the day of its first bed', () => {
  const full = bed({ state: 'occupied', availableFrom: at('2026-10-31', 10) });
  const later = { ...full, id: 'bed2', availableFrom: at('2026-11-09', 10) };
  expect(whyNot({ beds: [full, later] })).toMatchObject({
    state: 'occupied',
    nl: 'Vol. Eerste plek: zaterdag 31 oktober.',
  });
  expect(whyNot({ beds: [{ ...full, availableFrom: NOW - HOUR }] }).nl).toBe(
    'Vol. Nog niet bekend wanneer er plek komt.',
  );
});

test('a house that admits nobody for two days says when it does again', () => {
  const admission = { now: false, until: null, nextFrom: at('2026-10-26', 8) };
  expect(whyNot({ admission })).toMatchObject({
    state: 'free',
    nl: 'Neemt nu niet op. Maandag 26 oktober vanaf 8:00 wel.',
  });
});

test('a figure that is too old is no bed but a telephone number', () => {
  expect(whyNot({ unit: { asOf: NOW - 14 * HOUR } })).toMatchObject({
    state: 'unknown',
    nl: 'Laatste cijfer is 14 uur oud. Bel 0592-00 41 37.',
  });
  expect(whyNot({ unit: { asOf: null } }).nl).toBe('Nog nooit gemeld. Bel 0592-00 41 37.');
});

test('a bed without staff says until when', () => {
  const closed = bed({ state: 'closed', closedFor: 'no-staff', availableFrom: at('2026-10-22', 15) });
  expect(whyNot({ beds: [closed] })).toMatchObject({ state: 'closed', nl: 'Geen personeel tot 15:00.' });
  expect(whyNot({ beds: [{ ...closed, availableFrom: Number.POSITIVE_INFINITY }] }).nl).toBe(
    'Geen personeel. Nog niet bekend tot wanneer.',
  );
});

test('a held bed says until when, and a hold that has lapsed keeps nobody out', () => {
  const held = bed({ state: 'held', availableFrom: at('2026-10-22', 12, 26) });
  expect(whyNot({ beds: [held] })).toMatchObject({
    state: 'held',
    nl: 'Vastgehouden voor een ander, tot 12:26.',
  });
  expect(whyNot({ beds: [{ ...held, availableFrom: Number.POSITIVE_INFINITY }] }).nl).toBe(
    'Gereserveerd voor een ander.',
  );
  expect(house({ beds: [{ ...held, availableFrom: NOW - MINUTE }] }).fits[0]?.state).toBe('free');
});

test('a free bed without what is needed names what it lacks', () => {
  const asks: Partial<Asked> = { needs: ['lift', 'oxygen'] };
  expect(whyNot({ asks }).nl).toBe('Heeft 1 vrij, maar geen zuurstof en geen tillift.');
  expect(whyNot({ asks, beds: [bed({ properties: ['lift'], state: 'occupied' })] }).nl).toBe(
    'Heeft geen zuurstof.',
  );
});

test('a bed that somebody else comes to within a day is no place', () => {
  expect(whyNot({ beds: [bed({ availableUntil: at('2026-10-23', 9) })] })).toMatchObject({
    state: 'free',
    nl: 'Vrij tot morgen 9:00, daarna voor een ander.',
  });
});

test('of two reasons the one nearest to a yes is told', () => {
  const stale = bed({ state: 'unknown' });
  const full = bed({ id: 'bed2', state: 'occupied', availableFrom: at('2026-11-09', 10) });
  const other = bed({ id: 'bed3', products: ['elv-low'] });
  expect(whyNot({ beds: [full, other] }).nl).toBe('Vol. Eerste plek: maandag 9 november.');
  expect(whyNot({ beds: [full, other, stale] }).nl).toContain('Bel 0592-00 41 37.');
});

test('the nearest house comes first, among those that fit and those that do not, and a far one is called so', () => {
  const ids = ['far', 'near', 'next-door'];
  const table = placeTable({
    sites: [0.2, 0.1, 0.01].map((north, i) => {
      return { id: ids[i] ?? '', lat: 52.99 + north, lon: 6.56, zone: ZONE, languages: null };
    }),
    units: ids.map((id) => ({ id, siteId: id, asOf: NOW, source: 'tap', answersInMinutes: 5 })),
    places: ids.map((id) => bed({ id, unitId: id, products: ['elv-low'] })),
  });
  const ask = (product: Asked['product']) =>
    findPlaces(
      table,
      { ...asked, product },
      { fits: 9, rejects: 9, freshness: DEFAULT_FRESHNESS, admission: () => OPEN },
    );
  const fits = ask('elv-low').fits;
  expect(fits.map(({ siteId, farther }) => [siteId, farther])).toEqual([
    ['next-door', false],
    ['near', true],
    ['far', true],
  ]);
  expect(fitWhy(fits[2] as Fit, asked, WORDS).nl).toContain('Verder weg.');
  expect(ask('wlz-crisis').rejects.map(({ siteId }) => siteId)).toEqual(['next-door', 'near', 'far']);
});
