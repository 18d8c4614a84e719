import type { FigureSource } from '#kernel/freshness.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, PROPERTIES, type Product, type Property } from '#kernel/product.ts';
import { type Chance, exponential, pick, seeded } from '#kernel/seeded.ts';
import type { Admission, Asked, PlaceRow, SiteRow, UnitRow } from '#planning/match/index.ts';

/** Thursday 22 October 2026, 11:41 in Assen: an ordinary working day. */
const NOW: Instant = 1_792_662_060_000;

const SITES = 3_000;
const UNITS_A_SITE = 2;
const PLACES_A_UNIT = 10;
const LANGUAGES = ['turks', 'arabisch', 'fries', 'papiaments'];

/** A site with the hours in which it admits, of the coming days. */
export interface OpenSite extends SiteRow {
  readonly opens: readonly (readonly [from: Instant, until: Instant])[];
}

/** A country of 60,000 places. */
export interface Country {
  readonly sites: readonly OpenSite[];
  readonly units: readonly UnitRow[];
  readonly places: readonly PlaceRow[];
}

const id = (kind: number, number: number): string =>
  `0${kind}9a1b2c-0000-7000-8000-${((number * 2_654_435_761) % 4_294_967_296).toString(16).padStart(12, '0')}`;

const some = <T>(chance: Chance, all: readonly T[], share: number): T[] => all.filter(() => chance() < share);

/** Two of three sites admit all day on every day, the others in office hours on working days. */
const opensOf = (chance: Chance): OpenSite['opens'] => {
  const midnight = NOW - (11 * HOUR + 41 * 60_000);
  const always = chance() < 0.67;
  const [opens, closes] = always ? [8, 22] : [8, pick(chance, [11, 15, 17])];
  const days = always ? [0, 1, 2, 3, 4, 5] : [0, 1, 4, 5];
  return days.map(
    (day) => [midnight + day * DAY + opens * HOUR, midnight + day * DAY + closes * HOUR] as const,
  );
};

const siteOf = (chance: Chance, number: number): OpenSite => ({
  id: id(1, number),
  lat: 50.8 + chance() * 2.6,
  lon: 3.6 + chance() * 3.5,
  zone: 'Europe/Amsterdam',
  languages: chance() < 0.5 ? null : ['nederlands', ...some(chance, LANGUAGES, 0.2)],
  opens: opensOf(chance),
});

const unitOf = (chance: Chance, number: number, siteId: string): UnitRow => {
  const source: FigureSource = pick(chance, ['tap', 'link', 'work', 'phone', 'import']);
  const age = exponential(chance, source === 'link' ? HOUR / 12 : 3 * HOUR);
  return {
    id: id(2, number),
    siteId,
    asOf: chance() < 0.02 ? null : NOW - Math.round(age),
    source,
    answersInMinutes: chance() < 0.2 ? null : Math.round(5 + exponential(chance, 30)),
  };
};

/** Nine of ten beds are not free, as in the published occupancies of temporary stay. */
const standingOf = (
  chance: Chance,
): Pick<PlaceRow, 'state' | 'closedFor' | 'availableFrom' | 'availableUntil'> => {
  const draw = chance();
  const plan = (share: number): Instant =>
    chance() < share ? NOW + Math.round(HOUR + exponential(chance, 20 * DAY)) : Number.POSITIVE_INFINITY;
  const later = NOW + Math.round(exponential(chance, 17 * DAY));
  if (draw < 0.1)
    return { state: 'free', closedFor: null, availableFrom: NOW - 5 * HOUR, availableUntil: plan(0.3) };
  if (draw < 0.13)
    return {
      state: 'held',
      closedFor: null,
      availableFrom: NOW + 20 * 60_000,
      availableUntil: Number.POSITIVE_INFINITY,
    };
  if (draw < 0.16)
    return {
      state: 'closed',
      closedFor: 'no-staff',
      availableFrom: later,
      availableUntil: Number.POSITIVE_INFINITY,
    };
  const overdue = chance() < 0.1;
  const free = overdue ? NOW - Math.round(exponential(chance, 3 * DAY)) - 1 : later;
  const next = plan(0.2);
  return {
    state: free <= NOW + 2 * DAY ? 'soon' : 'occupied',
    closedFor: null,
    availableFrom: free,
    availableUntil: next > free ? next : Number.POSITIVE_INFINITY,
  };
};

const placeOf = (chance: Chance, number: number, unitId: string, products: readonly Product[]): PlaceRow => ({
  id: id(3, number),
  unitId,
  products,
  properties: some(chance, PROPERTIES, 0.3),
  ...standingOf(chance),
});

/** Makes the same country for the same seed. */
export const makeCountry = (seed: number): Country => {
  const chance = seeded(seed);
  const sites = Array.from({ length: SITES }, (_, i) => siteOf(chance, i));
  const units = Array.from({ length: SITES * UNITS_A_SITE }, (_, i) =>
    unitOf(chance, i, id(1, Math.floor(i / UNITS_A_SITE))),
  );
  const places = units.flatMap((unit, u) => {
    const main = pick(chance, PRODUCTS.slice(0, 5));
    const products = [...new Set([main, ...some(chance, PRODUCTS, 0.15)])];
    return Array.from({ length: PLACES_A_UNIT }, (_, p) =>
      placeOf(chance, u * PLACES_A_UNIT + p, unit.id, products),
    );
  });
  return { sites, units, places };
};

const near = (chance: Chance, { lat, lon }: { lat: number; lon: number }) => ({
  lat: lat + (chance() - 0.5) / 5,
  lon: lon + (chance() - 0.5) / 5,
});

const needsOf = (chance: Chance): Property[] => (chance() < 0.5 ? [] : some(chance, PROPERTIES, 0.15));

/** As many different questions, the same for the same seed: most from now, some for later. */
export const makeQuestions = (seed: number, count: number): Asked[] => {
  const chance = seeded(seed);
  return Array.from({ length: count }, () => {
    const home = { lat: 51 + chance() * 2.2, lon: 4 + chance() * 2.8 };
    return {
      product: pick(chance, PRODUCTS),
      from: chance() < 0.7 ? NOW : NOW + pick(chance, [3, 20, 24, 72]) * HOUR,
      now: NOW,
      needs: needsOf(chance),
      home,
      partner: chance() < 0.3 ? near(chance, home) : null,
      area: chance() < 0.2 ? near(chance, home) : null,
      language: chance() < 0.2 ? pick(chance, LANGUAGES) : null,
      ...{ legalTitle: null, sex: null, cohort: null, gp: null, uzovi: null },
    };
  });
};

/** The hours of each site in memory, by its id. */
export const admissionOf = (
  country: Country,
): ((siteId: string, product: Product, at: Instant) => Admission) => {
  const opens = new Map(country.sites.map((site) => [site.id, site.opens]));
  return (siteId, _, at) => {
    const next = opens.get(siteId)?.find(([, until]) => at < until);
    if (next === undefined) return { now: false, until: null, nextFrom: null };
    return next[0] <= at
      ? { now: true, until: next[1], nextFrom: null }
      : { now: false, until: null, nextFrom: next[0] };
  };
};
