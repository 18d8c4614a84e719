import { describe, expect, it } from 'vitest';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { NOW, ZONE } from './any-region.fixture.ts';
import { assignPlaces } from './assign.ts';
import type { Waiting } from './assign-costs.ts';
import { type PlanWords, seatWhy, seatWhyNot } from './assign-sentences.ts';
import { type PlaceRow, placeTable } from './index.ts';

/** Two houses on one road: the near one in the town where everybody lives, the far one 11 km on. */
const SITES = [
  { id: 'far', lat: 53.1, lon: 6.5, zone: ZONE, languages: null },
  { id: 'near', lat: 53.0, lon: 6.5, zone: ZONE, languages: null },
];
const UNITS = SITES.map(({ id }) => ({
  id: `${id}-1`,
  siteId: id,
  asOf: NOW,
  source: 'tap' as const,
  answersInMinutes: 20,
}));
const bed = (id: string, site: string, change: Partial<PlaceRow> = {}): PlaceRow => ({
  id,
  unitId: `${site}-1`,
  products: ['elv-high'],
  properties: [],
  state: 'free',
  closedFor: null,
  availableFrom: NOW - HOUR,
  availableUntil: Number.POSITIVE_INFINITY,
  ...change,
});

const somebody = (id: string, change: Partial<Waiting> = {}): Waiting => ({
  id,
  asked: {
    product: 'elv-high',
    from: NOW,
    now: NOW,
    needs: [],
    home: { lat: 53.0, lon: 6.5 },
    partner: null,
    area: null,
    language: null,
    legalTitle: null,
    sex: null,
    cohort: null,
    gp: null,
    uzovi: null,
  },
  urgency: 'today',
  ageBand: '80-84',
  sentAt: NOW - HOUR,
  askedUnits: new Set(),
  noes: 0,
  ...change,
});

const wordsOf = (waiting: readonly Waiting[], places: readonly PlaceRow[]): PlanWords => ({
  plan: assignPlaces(placeTable({ sites: SITES, units: UNITS, places }), waiting, {
    fits: 0,
    rejects: 0,
    freshness: DEFAULT_FRESHNESS,
    admission: () => ({ now: true, until: null, nextFrom: null }),
    others: 3,
    plate: new Map(),
  }),
  waiting: new Map(waiting.map((each) => [each.id, each])),
  now: NOW,
  zone: ZONE,
});

const whyNot = (words: PlanWords, id: string, placeId: string): string => {
  const row = words.plan.rows.find((each) => each.id === id);
  const seat = row?.others.find((each) => each.placeId === placeId);
  if (row === undefined || seat === undefined) throw new Error('not told');
  return seatWhyNot(row, seat, words).nl;
};

describe('why not that place', () => {
  const one = [bed('b', 'near')];

  it('names the one who has more haste, waited longer or heard a no before, without saying who it is', () => {
    const crisis = wordsOf([somebody('a'), somebody('c', { urgency: 'crisis', sentAt: NOW })], one);
    expect(whyNot(crisis, 'a', 'b')).toBe('Die plek past beter bij 80–84 jr, crisis: heeft meer haast.');
    const longer = wordsOf([somebody('a'), somebody('c', { sentAt: NOW - 4 * HOUR })], one);
    expect(whyNot(longer, 'a', 'b')).toBe('Die plek past beter bij 80–84 jr, vandaag: wacht 3 uur langer.');
    const refused = wordsOf([somebody('a'), somebody('c', { noes: 2 })], one);
    expect(whyNot(refused, 'a', 'b')).toBe('Die plek past beter bij 80–84 jr, vandaag: kreeg al 2 keer nee.');
  });

  it('says who has no other place, or has farther to go, when both are placed', () => {
    const both = [bed('b', 'near'), bed('f', 'far')];
    const only = wordsOf([somebody('a'), somebody('c', { askedUnits: new Set(['far-1']) })], both);
    expect(only.plan.rows.map(({ place }) => place?.placeId)).toEqual(['f', 'b']);
    expect(whyNot(only, 'a', 'b')).toBe('Die plek past beter bij 80–84 jr, vandaag: heeft geen andere plek.');
    const third = [...both, bed('g', 'far')];
    const home = { ...somebody('a').asked, home: { lat: 53.05, lon: 6.5 } };
    const farther = wordsOf([somebody('a', { asked: home }), somebody('c')], third);
    expect(farther.plan.rows.map(({ place }) => place?.siteId)).toEqual(['far', 'near']);
    expect(whyNot(farther, 'a', 'b')).toMatch(/moet anders 11 km verder\.$/);
  });

  it('says what makes a free place less good', () => {
    const less = (change: Partial<PlaceRow>) =>
      whyNot(wordsOf([somebody('a')], [bed('b', 'near'), bed('f', 'far', change)]), 'a', 'f');
    expect(less({})).toBe('11 km verder van huis.');
    expect(less({ availableFrom: NOW + 5 * HOUR, state: 'soon' })).toBe('Kan daar pas 16:41.');
    expect(less({ availableUntil: NOW + 9 * DAY })).toBe('Maar kort vrij.');
  });
});

it('tells of a planned place when, how far and how long', () => {
  const words = wordsOf(
    [somebody('a')],
    [bed('f', 'far', { availableFrom: NOW + 5 * HOUR, state: 'soon', availableUntil: NOW + 9 * DAY })],
  );
  const [row] = words.plan.rows;
  expect(row?.place && seatWhy(row.place, words)).toEqual({
    nl: 'Komt vrij: 16:41. 11 km van huis. Kort vrij.',
    en: 'Free from: 16:41. 11 km from home. Free for a short time.',
  });
});
