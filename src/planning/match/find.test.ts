import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { PRODUCTS, PROPERTIES } from '#kernel/product.ts';
import {
  find,
  NO_LIMITS,
  NOW,
  naiveScore,
  naiveUnits,
  question,
  region,
  searchIn,
  ZONE,
} from './any-region.fixture.ts';
import {
  findPlaces,
  fitChecks,
  fitWhy,
  type PlaceRow,
  placeTable,
  rejectWhy,
  setPlace,
  setUnit,
} from './index.ts';

/** Seven parts of a score are each rounded to a metre. */
const ROUNDING = 7;

test('no place is ever proposed that breaks a hard limit', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      for (const fit of find(of, asked).fits) {
        const place = of.places.find((row) => row.id === fit.placeId) as PlaceRow;
        expect(naiveScore(of, asked, place)).not.toBeNull();
      }
    }),
    { numRuns: 400 },
  );
});

test('the first few are the first few of everything that fits, weighed one by one', () => {
  fc.assert(
    fc.property(region, question, fc.integer({ min: 1, max: 4 }), (of, asked, few) => {
      const naive = naiveUnits(of, asked);
      const { fits } = find(of, asked, few);
      const expected = [...naive.values()].sort((a, b) => a - b).slice(0, few);
      expect(fits).toHaveLength(expected.length);
      fits.forEach((fit, i) => {
        expect(Math.abs(fit.score - (expected[i] as number))).toBeLessThan(ROUNDING);
        expect(Math.abs(fit.score - (naive.get(fit.unitId) as number))).toBeLessThan(ROUNDING);
      });
    }),
    { numRuns: 400 },
  );
});

test('the number free beside a house counts the beds that fit as well as the one proposed, and no bed to come', () => {
  const way = (score: number, short: boolean): string =>
    score > 5_000_000 ? 'soon' : short ? 'short' : 'long';
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const usual = (asked.product === 'reo-observation' ? 9 : 35) * DAY;
      for (const fit of find(of, asked).fits) {
        const ways = of.places
          .filter((place) => place.unitId === fit.unitId)
          .map((place) => ({ place, score: naiveScore(of, asked, place) }))
          .filter(({ score }) => score !== null)
          .map(({ place, score }) =>
            way(score ?? 0, place.availableUntil - Math.max(asked.from, NOW) < usual),
          );
        const own = way(fit.score, fit.shortUntil !== null);
        expect(fit.free).toBe(own === 'soon' ? 0 : ways.filter((one) => one === own).length);
      }
    }),
    { numRuns: 300 },
  );
});

test('between houses that are equally good the order is that of the ids, also when only the first is asked', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }),
      fc.integer({ min: 1, max: 4 }),
      (ids, few) => {
        const place = { closedFor: null, availableFrom: NOW, availableUntil: Number.POSITIVE_INFINITY };
        const equal = {
          sites: ids.map((id) => ({
            id,
            lat: 53,
            lon: 6.5,
            zone: ZONE,
            languages: null,
            opens: [[0, NOW * 2]] as const,
          })),
          units: ids.map((id, i) => ({
            id,
            siteId: ids.at(-i) ?? id,
            asOf: NOW,
            source: 'tap' as const,
            answersInMinutes: 9,
          })),
          places: ids.map((id, i) => ({
            ...{
              id,
              unitId: ids.at(i - 2) ?? id,
              products: PRODUCTS,
              properties: PROPERTIES,
              state: 'free' as const,
            },
            ...place,
          })),
        };
        const asked = { product: 'grz' as const, from: NOW, now: NOW, needs: [], ...NO_LIMITS };
        const { fits } = find(equal, { ...asked, home: null, partner: null, area: null }, few);
        expect(fits.map((fit) => fit.placeId)).toEqual(['a', 'b', 'c', 'd'].slice(0, few));
      },
    ),
  );
});

test('every site that has a bed is told about exactly once: it fits, or there is one reason why not', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const { fits, rejects, looked } = find(of, asked);
      const told = [
        ...new Set(fits.map((fit) => fit.siteId)),
        ...rejects.map((reject) => reject.siteId),
      ].sort();
      const withBeds = of.units
        .filter((unit) => of.places.some((place) => place.unitId === unit.id))
        .map((unit) => unit.siteId);
      expect(told).toEqual([...new Set(withBeds)].sort());
      expect(looked).toBe(told.length);
    }),
    { numRuns: 400 },
  );
});

test('one more free bed never makes the best proposal worse', () => {
  fc.assert(
    fc.property(region, question, fc.nat(), (of, asked, which) => {
      const unit = of.units[which % Math.max(1, of.units.length)];
      fc.pre(unit !== undefined);
      const bed: PlaceRow = {
        ...{
          id: 'new',
          unitId: unit.id,
          products: PRODUCTS,
          properties: PROPERTIES,
          state: 'free',
          closedFor: null,
        },
        ...{ availableFrom: NOW, availableUntil: NOW + 60 * HOUR },
      };
      const before = find(of, asked).fits[0]?.score ?? Number.POSITIVE_INFINITY;
      const after =
        find({ ...of, places: [...of.places, bed] }, asked).fits[0]?.score ?? Number.POSITIVE_INFINITY;
      expect(after).toBeLessThanOrEqual(before);
    }),
    { numRuns: 300 },
  );
});

test('the same question gets the same answer, in whatever order the beds were read', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const turned = {
        ...of,
        sites: of.sites.toReversed(),
        units: of.units.toReversed(),
        places: of.places.toReversed(),
      };
      expect(find(turned, asked)).toEqual(find(of, asked));
    }),
    { numRuns: 200 },
  );
});

test('a bed or figure that changes in the table answers as if the table were made anew', () => {
  fc.assert(
    fc.property(region, region, question, (of, other, asked) => {
      const table = placeTable(of);
      const places = of.places.map((row, i) => {
        const { state, closedFor, availableFrom, availableUntil, room = null } = other.places[i] ?? row;
        return { ...row, state, closedFor, availableFrom, availableUntil, room };
      });
      const units = of.units.map((row, i) => {
        const { asOf, source, answersInMinutes } = other.units[i] ?? row;
        return { ...row, asOf, source, answersInMinutes };
      });
      for (const row of places) setPlace(table, row.id, row);
      for (const row of units) setUnit(table, row.id, row);
      expect(findPlaces(table, asked, searchIn(of))).toEqual(find({ ...of, units, places }, asked));
    }),
    { numRuns: 200 },
  );
});

test('a table that was asked before answers the next question as a new one would', () => {
  fc.assert(
    fc.property(region, question, question, (of, first, asked) => {
      const table = placeTable(of);
      findPlaces(table, first, searchIn(of));
      expect(findPlaces(table, asked, searchIn(of))).toEqual(find(of, asked));
    }),
    { numRuns: 200 },
  );
});

test('when all figures are too old nothing is proposed, however free it looks', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const units = of.units.map((row) => ({ ...row, asOf: row.asOf && NOW - 13 * HOUR }));
      expect(find({ ...of, units }, asked).fits).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('every proposal and every reason is a whole sentence of at most twenty words, in both languages', () => {
  fc.assert(
    fc.property(region, question, (of, asked) => {
      const site = { zone: ZONE, phone: '0592-00 41 37' };
      const { fits, rejects } = find(of, asked);
      const whole = [
        ...fits.map((fit) => fitWhy(fit, asked, site)),
        ...rejects.map(({ reason }) => rejectWhy(reason, asked, site)),
      ];
      const lines = fits.flatMap((fit) => fitChecks(fit, asked, site));
      for (const { nl, en } of [...whole, ...lines]) {
        for (const text of [nl, en]) {
          expect(text).toMatch(/^[A-Z0-9][^{}]*$/);
          expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
          expect(text.split(' ').length).toBeLessThanOrEqual(20);
        }
      }
      for (const { nl, en } of whole) expect(nl + en).toMatch(/\..*\.$/);
    }),
    { numRuns: 300 },
  );
});
