import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import { bandsOf, chanceOfNone, forecastAll } from './index.ts';
import { NOW, smallRegion } from './region.fixture.ts';
import { AHEAD_DAYS, type Forecast, type ForecastFacts, type StandingSite } from './types.ts';

const seeds = fc.record({
  seed: fc.integer({ min: 1, max: 10_000 }),
  sites: fc.integer({ min: 1, max: 4 }),
  beds: fc.integer({ min: 1, max: 14 }),
  perDay: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
});
const runs = { numRuns: 15 };

const ofSite = (all: readonly Forecast[], siteId: string | null): Forecast => {
  const found = all.find((each) => each.siteId === siteId);
  if (found === undefined) throw new Error(`no forecast of ${siteId}`);
  return found;
};
const meanOf = (chance: readonly number[]): number =>
  chance.reduce((sum, each, free) => sum + each * free, 0);
const atMost = (chance: readonly number[], free: number): number =>
  chance.slice(0, free + 1).reduce((sum, each) => sum + each, 0);
const withSites = (
  facts: ForecastFacts,
  change: (site: StandingSite, at: number) => StandingSite,
): ForecastFacts => ({
  ...facts,
  sites: facts.sites.map(change),
});
const shuffled = <T>(all: readonly T[]): T[] =>
  all
    .map((each, at) => [each, (at * 37 + 50) % 101] as const)
    .sort((a, b) => a[1] - b[1])
    .map(([each]) => each);

test('a region without places has no forecast', () => {
  expect(forecastAll({ ...smallRegion({ seed: 1 }), sites: [] })).toEqual([]);
});

test('every day is a whole distribution: chances add up to one, and never more places are free than can be used', () => {
  fc.assert(
    fc.property(seeds, (asked) => {
      const facts = smallRegion(asked);
      for (const { siteId, days } of forecastAll(facts)) {
        expect(days).toHaveLength(AHEAD_DAYS);
        days.forEach(({ chance }, at) => {
          const own = facts.sites.filter((site) => siteId === null || site.siteId === siteId);
          const usable = own.reduce((sum, site) => sum + (site.usable[at] ?? 0), 0);
          expect(chance.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 9);
          expect(chance.length).toBeLessThanOrEqual(usable + 1);
        });
      }
    }),
    runs,
  );
});

test('the order in which people, sites and days are told changes nothing', () => {
  fc.assert(
    fc.property(seeds, (asked) => {
      const facts = smallRegion(asked);
      const other = {
        ...{ ...facts, past: shuffled(facts.past), free: shuffled(facts.free) },
        sites: shuffled(facts.sites).map((site) => ({ ...site, present: shuffled(site.present) })),
      };
      expect(forecastAll(other)).toEqual(forecastAll(facts));
    }),
    runs,
  );
});

test('one bed more never makes it fuller: at least as many are free, with at least as much chance', () => {
  fc.assert(
    fc.property(seeds, (asked) => {
      const facts = smallRegion({ ...asked, sites: 1 });
      const more = withSites(facts, (site) => ({
        ...{ ...site, usable: site.usable.map((beds) => beds + 1) },
        freeNow: (site.freeNow ?? 0) + 1,
      }));
      const before = ofSite(forecastAll(facts), null);
      const after = ofSite(forecastAll(more), null);
      after.days.forEach(({ chance }, at) => {
        for (let free = 0; free < chance.length; free++) {
          expect(atMost(chance, free)).toBeLessThanOrEqual(
            atMost(before.days[at]?.chance ?? [], free) + 1e-9,
          );
        }
      });
    }),
    runs,
  );
});

test('where the expected ends were right the fan of the coming days is narrower than where they were a guess', () => {
  const width = (error: number): number => {
    const all = [1, 2, 3, 4, 5, 6].map((seed) =>
      ofSite(forecastAll(smallRegion({ seed, error, beds: 14, perDay: 0.5 })), null),
    );
    const spread = all.flatMap(({ days }) =>
      days.slice(0, 7).map(({ chance }) => {
        const mean = meanOf(chance);
        return chance.reduce((sum, each, free) => sum + each * (free - mean) ** 2, 0);
      }),
    );
    return spread.reduce((sum, each) => sum + each, 0) / spread.length;
  };
  expect(width(0.3)).toBeLessThan(0.85 * width(15));
});

test('somebody who is about to leave makes room, and somebody who just came does not', () => {
  const facts = smallRegion({ seed: 3, sites: 1, perDay: 0.01 });
  const here = (days: number): ForecastFacts =>
    withSites(facts, (site) => ({
      ...{ ...site, freeNow: 0 },
      present: Array.from({ length: 8 }, () => ({
        arrivedAt: NOW - 9 * DAY,
        expectedEnd: NOW + days * DAY,
        latestEnd: null,
      })),
    }));
  const soon = ofSite(forecastAll(here(1)), 'site-0').days[4]?.chance ?? [];
  const late = ofSite(forecastAll(here(40)), 'site-0').days[4]?.chance ?? [];
  expect(meanOf(soon)).toBeGreaterThan(meanOf(late) + 3);
});

test('people who wait take the first places that come free', () => {
  const facts = smallRegion({ seed: 5, sites: 2, perDay: 0.2 });
  const asked = withSites(facts, (site) => ({ ...site, asking: 3.5 }));
  const before = ofSite(forecastAll(facts), null).days[3]?.chance ?? [];
  const after = ofSite(forecastAll(asked), null).days[3]?.chance ?? [];
  expect(meanOf(after)).toBeLessThan(meanOf(before) - 1.5);
});

test('a bed without staff tonight is nobody’s: from tomorrow it is free, whoever stays', () => {
  const facts = smallRegion({ seed: 4, sites: 1, beds: 6, perDay: 0.01 });
  const stays = { arrivedAt: NOW - DAY, expectedEnd: NOW + 60 * DAY, latestEnd: null };
  const tonight = (usableNow: number): readonly number[] => {
    const short = withSites(facts, (site) => ({
      ...site,
      freeNow: 1,
      usableNow,
      present: [stays, stays, stays],
    }));
    return ofSite(forecastAll(short), 'site-0').days[0]?.chance ?? [];
  };
  expect(meanOf(tonight(4))).toBeGreaterThan(2.5);
  // Were all six in use now, two would be taken by somebody of whom nothing is known.
  expect(meanOf(tonight(6))).toBeLessThan(2);
});

test('a promised place is not free, whoever leaves; a hold that may fall through leaves some chance', () => {
  const facts = smallRegion({ seed: 6, sites: 1, beds: 4, perDay: 0.01 });
  const planned = (kind: 'hold' | 'reserved'): readonly number[] => {
    const plan = { from: NOW + 3 * HOUR, until: NOW + 30 * DAY, kind };
    const held = withSites(facts, (site) => ({
      ...site,
      freeNow: 0,
      present: [],
      planned: [plan, plan, plan, plan],
    }));
    return ofSite(forecastAll(held), 'site-0').days[0]?.chance ?? [];
  };
  expect(meanOf(planned('reserved'))).toBeLessThan(0.5);
  expect(meanOf(planned('hold'))).toBeGreaterThan(meanOf(planned('reserved')) + 0.5);
});

test('with three weeks of history or less, unknown figures, or more people than beds it is said in words', () => {
  const words = (facts: ForecastFacts): (string | null)[] => forecastAll(facts).map(({ none }) => none);
  const facts = smallRegion({ seed: 7, sites: 1 });
  expect(words(facts)).toEqual([null, null]);
  const short = smallRegion({ seed: 7, sites: 1, days: 15 });
  expect(words(short)).toEqual(['short-history', 'short-history']);
  expect(forecastAll(short).every(({ days }) => days.length === 0)).toBe(true);
  expect(words(withSites(facts, (site) => ({ ...site, freeNow: null })))).toEqual([
    'nothing-known',
    'nothing-known',
  ]);
  const few = withSites(facts, (site) => ({ ...site, usable: site.usable.map(() => 1) }));
  expect(words(few)).toEqual(['overloaded', 'overloaded']);
});

test('a site of which nobody knows anything stays out of the region, and the others are forecast', () => {
  const facts = smallRegion({ seed: 8, sites: 3 });
  const all = forecastAll(withSites(facts, (site, at) => (at === 1 ? { ...site, freeNow: null } : site)));
  expect(all.map(({ siteId, none }) => [siteId, none])).toEqual([
    ['site-0', null],
    ['site-1', 'nothing-known'],
    ['site-2', null],
    [null, null],
  ]);
  expect(ofSite(all, null).sameAsNow).toBe((facts.sites[0]?.freeNow ?? 0) + (facts.sites[2]?.freeNow ?? 0));
});

test('the chance that none comes free within some days is between all days apart and the fullest day alone', () => {
  const tight = forecastAll(smallRegion({ seed: 9, sites: 2, beds: 3, perDay: 0.4 }));
  for (const forecast of tight) {
    let before = 1;
    for (let days = 1; days <= AHEAD_DAYS; days++) {
      const none = chanceOfNone(forecast, days) ?? Number.NaN;
      const full = forecast.days.slice(0, days).map(({ chance }) => chance[0] ?? 0);
      expect(none).toBeLessThanOrEqual(before + 1e-9);
      expect(none).toBeLessThanOrEqual(Math.min(...full) + 1e-9);
      expect(none).toBeGreaterThanOrEqual(full.reduce((all, each) => all * each, 1) - 0.03);
      before = none;
    }
  }
  const { noneWithin: _, ...stored } = ofSite(tight, null);
  expect(chanceOfNone(stored, 3)).toBe(
    Math.min(...stored.days.slice(0, 3).map(({ chance }) => bandsOf({ day: '', chance }).full)),
  );
});
