import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, PROPERTIES, type Product } from '#kernel/product.ts';
import { type Chance, exponential, pick, seeded } from '#kernel/seeded.ts';
import { URGENCIES } from '#kernel/urgency.ts';
import type { Assigning } from '#planning/match/assign.ts';
import { type PlaceTable, placeTable, type Waiting } from '#planning/match/index.ts';

/** Thursday 22 October 2026, 11:41 in Assen: an ordinary working day. */
const NOW: Instant = 1_792_662_060_000;
const SITES = 150;
const WARDS_A_SITE = 2;
const SERVED = PRODUCTS.slice(0, 5);

/** The worst morning one can think of: so many wait, and so many beds could be had. */
export interface Morning {
  readonly table: PlaceTable;
  readonly waiting: readonly Waiting[];
  readonly assigning: Assigning;
}

const id = (kind: number, number: number): string =>
  `0${kind}9a1b2c-0000-7000-8000-${((number * 2_654_435_761) % 4_294_967_296).toString(16).padStart(12, '0')}`;

const point = (chance: Chance) => ({ lat: 52.6 + chance() * 0.6, lon: 6.2 + chance() * 0.8 });

const regionOf = (chance: Chance, places: number): PlaceTable => {
  const sites = Array.from({ length: SITES }, (_, at) => ({
    id: id(1, at),
    ...point(chance),
    zone: 'Europe/Amsterdam',
    languages: null,
  }));
  const units = Array.from({ length: SITES * WARDS_A_SITE }, (_, at) => ({
    id: id(2, at),
    siteId: id(1, Math.floor(at / WARDS_A_SITE)),
    asOf: NOW - Math.round(exponential(chance, HOUR)),
    source: 'tap' as const,
    answersInMinutes: Math.round(5 + exponential(chance, 30)),
  }));
  const wards = units.map((): Product[] => {
    const main = pick(chance, SERVED);
    return [...new Set([main, ...SERVED.filter(() => chance() < 0.15)])];
  });
  return placeTable({
    sites,
    units,
    places: Array.from({ length: places }, (_, at) => ({
      id: id(3, at),
      unitId: id(2, at % units.length),
      products: wards[at % units.length] ?? [],
      properties: PROPERTIES.filter(() => chance() < 0.4),
      // A third comes free in the coming days; some of it is promised to somebody later on.
      state: chance() < 0.65 ? ('free' as const) : ('soon' as const),
      closedFor: null,
      availableFrom: chance() < 0.65 ? NOW - HOUR : NOW + Math.round(chance() * 70) * HOUR,
      availableUntil:
        chance() < 0.7 ? Number.POSITIVE_INFINITY : NOW + Math.round(100 + chance() * 900) * HOUR,
    })),
  });
};

const somebody = (chance: Chance, at: number): Waiting => ({
  id: id(4, at),
  asked: {
    product: pick(chance, SERVED),
    from: NOW,
    now: NOW,
    needs: chance() < 0.6 ? [] : PROPERTIES.filter(() => chance() < 0.12),
    home: point(chance),
    partner: chance() < 0.3 ? point(chance) : null,
    area: chance() < 0.2 ? point(chance) : null,
    ...{ language: null, legalTitle: null, sex: null, cohort: null, gp: null, uzovi: null },
  },
  urgency: pick(chance, URGENCIES),
  ageBand: pick(chance, ['75-79', '80-84', '85-89', '90-94']),
  sentAt: NOW - Math.round(exponential(chance, 600)) * MINUTE,
  askedUnits: new Set(),
  noes: Math.floor(chance() * 3),
});

/** Makes the same morning for the same seed. */
export const makeMorning = (seed: number, waiting: number, places: number): Morning => {
  const chance = seeded(seed);
  const table = regionOf(chance, places);
  return {
    table,
    waiting: Array.from({ length: waiting }, (_, at) => somebody(chance, at)),
    assigning: {
      fits: 0,
      rejects: 0,
      freshness: DEFAULT_FRESHNESS,
      admission: () => ({ now: true, until: null, nextFrom: null }),
      others: 3,
      plate: new Map(),
    },
  };
};
