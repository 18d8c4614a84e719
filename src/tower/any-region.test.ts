// biome-ignore-all lint/suspicious/noExportsInTest: the region in which the tests of the tower take place.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { lookAt, type Picture } from '#modules/capacity/picture.ts';
import type { AdmissionLook } from '#modules/capacity/picture-admission.ts';
import {
  type Claim,
  type Closure,
  PLACE_STATES,
  type Place,
  type Published,
  type UnitFacts,
} from '#modules/capacity/types.ts';
import { CAUTIOUS } from '#modules/region/index.ts';
import { type Agreement, NOTHING_SAID, type Region, type Site } from '#modules/region/types.ts';

/** A Thursday in October, 11:41 in Drenthe. */
export const NOW: Instant = Date.UTC(2026, 9, 22, 9, 41);
export const ZONE = 'Europe/Amsterdam';
/** What the region agreed in these tests. */
export const AGREEMENT: Agreement = {
  ...CAUTIOUS,
  validFrom: '2026-01-01',
  holdMinutes: 60,
  answerMinutes: 45,
  parallelOffers: 3,
  heldOffers: 1,
  oldAfterMinutes: 240,
  tooOldAfterMinutes: 720,
  silentAfterMinutes: 15,
  deskOrganisationId: 'desk',
  deskPhone: '0592-00 41 00',
};
/** A site of the test region. */
export const site = (id: string): Site => ({
  id,
  organisationId: 'org',
  code: id,
  name: `Huis ${id}`,
  street: null,
  pc4: '9401',
  town: 'Assen',
  phone: '0592-00 41 31',
  zone: ZONE,
  lat: 53,
  lon: 6.5,
});

const moments = fc.integer({ min: -4 * 24, max: 45 * 24 }).map((hours) => NOW + hours * HOUR);
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { freq: 2, nil: null });

const claims = (placeId: string): fc.Arbitrary<Claim> =>
  fc
    .record({
      id: fc.uuid(),
      kind: fc.constantFrom('hold' as const, 'reserved' as const, 'stay' as const, 'cleaning' as const),
      from: moments,
      hours: fc.integer({ min: 1, max: 40 * 24 }),
      late: maybe(fc.integer({ min: 0, max: 96 })),
      expires: fc.integer({ min: -60, max: 90 }),
      displaced: fc.boolean(),
      made: fc.integer({ min: 0, max: 48 }),
    })
    .map(({ id, kind, from, hours, late, expires, displaced, made }) => {
      const start = kind === 'stay' ? Math.min(from, NOW - HOUR) : from;
      const until = start + hours * HOUR;
      return {
        id,
        placeId,
        subject: '',
        kind,
        product: 'elv-low',
        during: { from: start, until },
        latestEnd: kind === 'stay' && late !== null ? until + late * HOUR : null,
        expiresAt: kind === 'hold' ? NOW + expires * MINUTE : null,
        arrivedAt: kind === 'stay' ? start : null,
        awayAt: null,
        leftAt: null,
        releasedAt: null,
        displacedAt: displaced && kind === 'reserved' ? NOW - HOUR : null,
        madeAt: NOW - made * HOUR,
        source: 'work',
        version: 1,
      };
    });

const closures = (unitId: string, placeIds: readonly string[]): fc.Arbitrary<Closure> =>
  fc
    .record({
      from: moments,
      hours: fc.integer({ min: 1, max: 200 }),
      place: maybe(fc.constantFrom(...placeIds)),
      places: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ from, hours, place, places }) => ({
      id: `closure-${from}`,
      unitId,
      placeId: place,
      places: place === null ? places : 1,
      reason: 'maintenance',
      during: { from, until: from + hours * HOUR },
    }));

/** The numbers of a house that reports only counts, for some of its products. */
const numbers: fc.Arbitrary<Published[]> = fc.uniqueArray(
  fc
    .record({
      product: fc.constantFrom(...PRODUCTS.slice(1, 6)),
      free: fc.integer({ min: 0, max: 6 }),
      asOf: fc.integer({ min: 0, max: 14 }).map((hours) => NOW - hours * HOUR),
      fresh: maybe(fc.integer({ min: 1, max: 30 })),
      source: fc.constantFrom('tap' as const, 'phone' as const),
    })
    .map(({ fresh, ...told }) => ({ ...told, freshUntil: fresh === null ? null : told.asOf + fresh * HOUR })),
  { selector: (told) => told.product, maxLength: 4 },
);

/** Any unit that the database would let stand: short overlaps are left out. */
export const unitFacts = (unitId: string): fc.Arbitrary<UnitFacts> =>
  fc
    .array(fc.uniqueArray(fc.constantFrom(...PRODUCTS.slice(1, 6)), { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    .chain((served) => {
      const places: Place[] = served.map((products, index) => ({
        id: `${unitId}-${index}`,
        unitId,
        code: String(index + 1),
        products,
        properties: [],
        labels: [],
      }));
      return fc.record({
        unitId: fc.constant(unitId),
        zone: fc.constant(ZONE),
        places: fc.constant(places),
        // At most one claim a place now and one plan behind it: what the database lets stand.
        claims: fc
          .tuple(...places.map((place) => fc.array(claims(place.id), { maxLength: 2 })))
          .map((lists) =>
            lists.flatMap((list) =>
              list.filter((claim, i) =>
                list
                  .slice(0, i)
                  .every(
                    (other) =>
                      claim.during.from >= other.during.until || other.during.from >= claim.during.until,
                  ),
              ),
            ),
          ),
        closures: fc.array(
          closures(
            unitId,
            places.map((place) => place.id),
          ),
          { maxLength: 2 },
        ),
        staffing: fc.array(
          fc.record({
            unitId: fc.constant(unitId),
            day: fc.constantFrom('2026-10-22', '2026-10-23'),
            halfDay: fc.constantFrom('morning' as const, 'afternoon' as const, 'night' as const),
            staffed: fc.integer({ min: 0, max: 6 }),
          }),
          { maxLength: 2 },
        ),
        figure: maybe(
          fc.record({
            asOf: fc.integer({ min: -900, max: 0 }).map((minutes) => NOW + minutes * MINUTE),
            source: fc.constantFrom('tap' as const, 'link' as const),
          }),
        ),
        published: fc.option(numbers, { freq: 3, nil: null }),
      });
    });

/** A site that admits every day from eight to eight, by the clock of the tests. */
export const byDay = (at: Instant): AdmissionLook => {
  const midnight = Math.floor((at + 2 * HOUR) / DAY) * DAY - 2 * HOUR;
  const [opens, closes] = [midnight + 8 * HOUR, midnight + 20 * HOUR];
  if (at >= opens && at < closes)
    return { says: true, now: true, until: closes, nextFrom: null, holds: { from: at, until: closes } };
  const next = at < opens ? opens : opens + DAY;
  return { says: true, now: false, until: null, nextFrom: next, holds: { from: at, until: next } };
};
/** A site that says nothing about its hours. */
export const silent = (at: Instant): AdmissionLook => ({
  says: false,
  now: false,
  until: null,
  nextFrom: null,
  holds: { from: at, until: Number.POSITIVE_INFINITY },
});

/** Three units: two at one site, one at another. */
export const units = fc.tuple(unitFacts('u1'), unitFacts('u2'), unitFacts('u3'));
/** Which unit stands where. */
export const unitIds = { s1: ['u1', 'u2'], s2: ['u3'] } as const;

/** A picture of these units, whatever the diary says. */
export const pictureOf = (facts: readonly UnitFacts[], hours = byDay): Picture => {
  const region: Region = {
    limits: NOTHING_SAID,
    name: 'Drentse Aa',
    organisations: [
      {
        id: 'org',
        code: 'org',
        name: 'Zorggroep',
        kind: 'care-provider',
        phone: null,
        party: true,
        publishes: true,
      },
    ],
    sites: [site('s1'), site('s2')],
    units: facts.map((each) => ({
      id: each.unitId,
      siteId: each.unitId === 'u3' ? 's2' : 's1',
      code: each.unitId,
      name: each.unitId,
      phone: null,
      email: null,
    })),
    windows: [],
    duties: [],
    postcodes: new Map(),
    agreement: AGREEMENT,
  };
  const byId = new Map(facts.map((each) => [each.unitId, each]));
  return {
    region,
    position: { xid: '1', id: 1 },
    version: '1-1',
    unitsOfSite: new Map(Object.entries(unitIds)),
    until: Number.POSITIVE_INFINITY,
    admission: (_site, _product, at) => hours(at),
    look: (unitId, at) => {
      const unit = byId.get(unitId);
      return unit === undefined ? undefined : lookAt(unit, AGREEMENT, () => hours(at), at);
    },
    apply: async () => undefined,
  };
};

/** A site that admits on Mondays only. */
export const onMondays = (at: Instant): AdmissionLook => {
  const monday = NOW + 4 * DAY + 7 * DAY * Math.floor((at - NOW - 4 * DAY) / (7 * DAY));
  const closes = monday + 9 * HOUR;
  if (at < closes)
    return { says: true, now: true, until: closes, nextFrom: null, holds: { from: at, until: closes } };
  const next = monday + 7 * DAY;
  return { says: true, now: false, until: null, nextFrom: next, holds: { from: at, until: next } };
};

it('beds in these tests reach every state there is', () => {
  const seen = new Set(
    fc
      .sample(unitFacts('u1'), { numRuns: 300, seed: 1 })
      .flatMap((facts) => lookAt(facts, AGREEMENT, () => byDay(NOW), NOW).best),
  );
  expect([...seen].sort()).toEqual([...PLACE_STATES].sort());
});
