import fc from 'fast-check';
import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { metresBetween, type Point } from '#kernel/geo.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { COHORTS, LEGAL_TITLES, ROOM_SEXES } from '#kernel/limits.ts';
import { PROPERTIES } from '#kernel/product.ts';
import {
  type Admission,
  type Asked,
  findPlaces,
  type PlaceRow,
  placeTable,
  type Search,
  type SiteRow,
  type UnitRow,
} from './index.ts';

/** The zone of these tests. */
export const ZONE = 'Europe/Amsterdam';
/** Now, in these tests. */
export const NOW = instantOf('2026-10-22', 11 * 60 + 41, ZONE);

/** A region in rows, with the openings of its sites. */
export interface Region {
  readonly sites: readonly (SiteRow & { readonly opens: readonly (readonly [Instant, Instant])[] })[];
  readonly units: readonly UnitRow[];
  readonly places: readonly PlaceRow[];
}

/** Enough to lack one, with those that sentences and limits look at, and the last bit of the column. */
const SOME_PROPERTIES = ['single-room', 'isolation', 'closed-ward', PROPERTIES.at(-1) ?? 'lift'] as const;

const hours = (...options: number[]): fc.Arbitrary<Instant> =>
  fc.constantFrom(...options).map((hour) => NOW + hour * HOUR);

const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.integer({ min: 0, max: 20 }).map((step) => 52.8 + step / 50),
  lon: fc.integer({ min: 0, max: 20 }).map((step) => 6.4 + step / 50),
});

const aContract = fc.record({
  uzovi: fc.constantFrom('3311', '3311', '7029'),
  product: fc.constantFrom(null, 'elv-high', 'elv-low' as const),
  until: fc.option(hours(-30, 2, 30), { freq: 2 }),
  ceilingReached: fc.boolean(),
});

const aRoom = fc.record({
  code: fc.constantFrom('12', '13'),
  sex: fc.constantFrom(...ROOM_SEXES),
  cohort: fc.constantFrom(null, null, null, ...COHORTS),
});

const aSite = (id: string) =>
  fc.record({
    id: fc.constant(id),
    lat: point.map(({ lat }) => lat),
    lon: point.map(({ lon }) => lon),
    zone: fc.constantFrom(ZONE, 'America/New_York'),
    languages: fc.option(fc.subarray(['Nederlands', 'Turks', 'Fries'])),
    doctors: fc.option(fc.record({ own: fc.option(fc.boolean()), gps: fc.subarray(['gp1', 'gp2']) })),
    contracts: fc.option(fc.array(aContract, { maxLength: 3 })),
    opens: fc
      .array(fc.tuple(hours(-3, -3, 0, 2, 13, 20, 44, 60), fc.constantFrom(4, 9, 48)), { maxLength: 4 })
      .map((list) => list.map(([from, length]) => [from, from + length * HOUR] as const)),
  });

const aUnit = (id: string, siteId: string) =>
  fc.record({
    id: fc.constant(id),
    siteId: fc.constant(siteId),
    asOf: fc.option(hours(-14, -12, -11, -5, -4, -1, -1, 0, 0, 1), { freq: 12 }),
    source: fc.constantFrom('tap', 'link', 'phone' as const),
    answersInMinutes: fc.option(fc.integer({ min: 1, max: 180 })),
    legalTitles: fc.option(fc.subarray([...LEGAL_TITLES])),
  });

const aPlace = (id: string, unitId: string) =>
  fc.record({
    id: fc.constant(id),
    unitId: fc.constant(unitId),
    products: fc.subarray(
      ['elv-high', 'elv-high', 'elv-low', 'reo-observation', 'reo-observation'] as const,
      { minLength: 1 },
    ),
    properties: fc.subarray([...SOME_PROPERTIES]),
    room: fc.option(aRoom),
    state: fc.constantFrom('free', 'free', 'free', 'soon', 'held', 'occupied', 'closed', 'unknown' as const),
    closedFor: fc.constantFrom('no-staff', 'other', null),
    availableFrom: hours(-30, -30, -1, -1, 0, 1, 10, 71, 72, 73, 110, Number.POSITIVE_INFINITY),
    availableUntil: hours(10, 24, 25, 47, 60, 96, 216, 240, 900, 900, Number.POSITIVE_INFINITY),
  });

const letters = (count: number, prefix: string): string[] =>
  Array.from({ length: count }, (_, i) => prefix + i);

/** Any small region: odd states, stale figures, houses without beds. */
export const region: fc.Arbitrary<Region> = fc
  .array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3, size: 'max' }), {
    minLength: 1,
    maxLength: 5,
    size: 'max',
  })
  .chain((shape) => {
    const siteIds = letters(shape.length, 's');
    const unitIds = shape.flatMap((units, s) => units.map((_, u) => [`u${u}s${s}`, `s${s}`] as const));
    const placeIds = shape.flatMap((units, s) =>
      units.flatMap((places, u) =>
        letters(places, 'p').map((p) => [`${p}u${u}s${s}`, `u${u}s${s}`] as const),
      ),
    );
    return fc.record({
      sites: fc.tuple(...siteIds.map(aSite)),
      units: fc.tuple(...unitIds.map(([id, site]) => aUnit(id, site))),
      places: fc.tuple(...placeIds.map(([id, unit]) => aPlace(id, unit))),
    });
  });

/** A question that asks nothing of the limits: the tests fill in what they are about. */
export const NO_LIMITS = {
  language: null,
  legalTitle: null,
  sex: null,
  cohort: null,
  gp: null,
  uzovi: null,
} as const;

/** Any question to it. */
export const question: fc.Arbitrary<Asked> = fc.record({
  product: fc.constantFrom('elv-high', 'elv-low', 'reo-observation' as const),
  from: hours(-2, 0, 0, 3, 30, 144),
  now: fc.constant(NOW),
  needs: fc.oneof(fc.constant([]), fc.subarray([...SOME_PROPERTIES], { maxLength: 2 })),
  home: fc.option(point),
  partner: fc.option(point),
  area: fc.option(point),
  language: fc.option(fc.constantFrom('Turks', 'nederlands')),
  legalTitle: fc.option(fc.constantFrom(...LEGAL_TITLES)),
  sex: fc.constantFrom('female', 'male', null),
  cohort: fc.constantFrom(null, null, 'mrsa' as const),
  gp: fc.option(fc.constantFrom('gp1', 'gp2')),
  uzovi: fc.option(fc.constantFrom('3311', '7029', '9999')),
});

/** Admission from the openings of the sites. */
const admissionIn =
  (of: Region) =>
  (siteId: string, at: Instant): Admission => {
    const opens = of.sites.find((site) => site.id === siteId)?.opens ?? [];
    const inside = opens.find(([from, until]) => from <= at && at < until);
    const next = opens.map(([from]) => from).filter((from) => from > at);
    if (inside) return { now: true, until: inside[1], nextFrom: null };
    return { now: false, until: null, nextFrom: next.length > 0 ? Math.min(...next) : null };
  };

/** Searches with the openings of the region; everything is answered unless told otherwise. */
export const searchIn = (of: Region, fits = 1000, rejects = 1000): Search => {
  const admission = admissionIn(of);
  return { fits, rejects, freshness: DEFAULT_FRESHNESS, admission: (site, _, at) => admission(site, at) };
};

/** The answer of the real search. */
export const find = (of: Region, asked: Asked, fits = 1000) =>
  findPlaces(placeTable(of), asked, searchIn(of, fits));

/** What the rules say of one place of one unit of one site, gathered so that each rule below is one line. */
const factsOf = (of: Region, asked: Asked, place: PlaceRow) => {
  const unit = of.units.find((row) => row.id === place.unitId) as UnitRow;
  const site = of.sites.find((row) => row.id === unit.siteId) as Region['sites'][number];
  const from = Math.max(asked.from, NOW);
  const free = place.availableFrom <= NOW && (place.state === 'free' || place.state === 'held');
  const start = free ? from : Math.max(from, place.availableFrom);
  const then = admissionIn(of)(site.id, start);
  return {
    ...{ unit, site, from, free, start },
    age: unit.asOf === null ? Number.POSITIVE_INFINITY : NOW - unit.asOf,
    admission: admissionIn(of)(site.id, from),
    arrival: then.now ? start : (then.nextFrom ?? Number.POSITIVE_INFINITY),
    gap: place.availableUntil - start,
  };
};
type Facts = ReturnType<typeof factsOf>;

const canBeHad = (place: PlaceRow, { free, from }: Facts): boolean => {
  if (free) return true;
  if (place.availableFrom <= NOW) return false;
  if (place.state === 'closed') return place.availableFrom <= from;
  return ['free', 'soon', 'occupied'].includes(place.state) && place.availableFrom <= from + 72 * HOUR;
};

const admits = ({ admission, from }: Facts): boolean =>
  admission.now || (admission.nextFrom !== null && admission.nextFrom <= from + 48 * HOUR);

const paysFor = (asked: Asked, { site, from }: Facts): boolean => {
  const { contracts = null } = site;
  if (asked.uzovi === null || contracts === null || contracts.length === 0) return true;
  return contracts.some(
    ({ uzovi, product, until, ceilingReached }) =>
      uzovi === asked.uzovi &&
      [null, asked.product].includes(product) &&
      (until ?? Number.POSITIVE_INFINITY) > from &&
      !ceilingReached,
  );
};

const hasDoctor = (asked: Asked, { site }: Facts): boolean => {
  const doctors = site.doctors ?? { own: null, gps: [] };
  const unsaid = doctors.own === null || doctors.gps.length === 0 || asked.gp === null;
  return (
    asked.product !== 'elv-low' || unsaid || doctors.own === true || doctors.gps.includes(asked.gp ?? '')
  );
};

const mayLie = (asked: Asked, { room = null }: PlaceRow): boolean[] => [
  room === null || room.sex === 'any' || asked.sex === null || room.sex === asked.sex,
  room === null || room.cohort === null || room.cohort === asked.cohort,
];

/** The limits of ward and house, as a person would read them out: only what is known on both sides can be broken. */
const houseLimits = (asked: Asked, facts: Facts): boolean[] => [
  !asked.needs.includes('closed-ward') ||
    asked.legalTitle === null ||
    (facts.unit.legalTitles ?? [asked.legalTitle]).includes(asked.legalTitle),
  hasDoctor(asked, facts),
  paysFor(asked, facts),
  asked.language === null ||
    (facts.site.languages ?? [asked.language]).some(
      (one) => one.toLowerCase() === asked.language?.toLowerCase(),
    ),
];

const hardLimits = (asked: Asked, place: PlaceRow, facts: Facts): boolean[] => [
  place.products.includes(asked.product),
  asked.needs.every((need) => place.properties.includes(need)),
  canBeHad(place, facts),
  facts.age <= 12 * HOUR,
  facts.gap >= DAY,
  facts.gap >= 3 * DAY || place.availableUntil - facts.arrival >= DAY,
  admits(facts),
  ...mayLie(asked, place),
  ...houseLimits(asked, facts),
];

const languageWish = ({ site }: Facts, language: string | null): number => {
  return language !== null && site.languages === null ? 5_000 : 0;
};

const anotherDay = ({ admission, from, site }: Facts): boolean =>
  !admission.now &&
  (admission.nextFrom as number) >= instantOf(plusDays(localDay(from, site.zone), 1), 0, site.zone);

const wishes = (asked: Asked, facts: Facts): number[] => {
  const usual = (asked.product === 'reo-observation' ? 9 : 35) * DAY;
  const old = facts.age > 4 * HOUR || (facts.unit.source === 'link' && facts.age > HOUR / 4);
  return [
    facts.free ? 0 : 10_000_000 + ((facts.start - facts.from) / HOUR) * 1000,
    facts.gap >= usual ? 0 : 50_000 + 50_000 * (1 - facts.gap / usual),
    ...[asked.home, asked.partner, asked.area].map((to) => (to ? metresBetween(to, facts.site) : 0)),
    languageWish(facts, asked.language),
    old ? 5_000 : 0,
    (facts.unit.answersInMinutes ?? 60) * 100,
    anotherDay(facts) ? 60_000 : 0,
  ];
};

/** What one place weighs by the rules as a person would read them out, or null when a hard limit forbids it. */
export const naiveScore = (of: Region, asked: Asked, place: PlaceRow): number | null => {
  const facts = factsOf(of, asked, place);
  if (hardLimits(asked, place, facts).includes(false)) return null;
  return wishes(asked, facts).reduce((sum, wish) => sum + wish, 0);
};

/** The best score of each unit that has a fitting place, by trying every place. */
export const naiveUnits = (of: Region, asked: Asked): Map<string, number> => {
  const best = new Map<string, number>();
  for (const place of of.places) {
    const score = naiveScore(of, asked, place);
    if (score !== null && score < (best.get(place.unitId) ?? Number.POSITIVE_INFINITY))
      best.set(place.unitId, score);
  }
  return best;
};
