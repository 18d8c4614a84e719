import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { difference, estimateFlow, estimateRegion, estimateWard, ofFlow, ofRegion } from './estimate.ts';
import {
  ALL_WEEK,
  BY_DAY,
  EVENLY,
  flowOf,
  homeAfter,
  modelOf,
  OFFICE,
  twente,
  wardOf,
} from './model.fixture.ts';
import { joinResults, play, startPlaying } from './play.ts';
import type { SimModel, SimResult, SimRun } from './types.ts';

const RUN: SimRun = { seed: 7, years: 30, warmUpDays: 100, days: 364 };

const mean = (result: SimResult, flow: number, measure: Parameters<typeof estimateFlow>[2]): number =>
  estimateFlow(result, flow, measure)?.mean ?? Number.NaN;

/** Everything there is, by chance: wards that share, windows, wishes, triage, patience, hospital, a longest stay, starts. */
const anyModel = (seed: number): SimModel => {
  const chance = seeded(seed);
  const up = (most: number): number => Math.floor(chance() * most);
  const half = <T, U>(one: T, other: U): T | U => (chance() < 0.5 ? one : other);
  const wards = Array.from({ length: 1 + up(4) }, (_, at) =>
    wardOf({
      ...{ id: `w${at}`, product: at % 2 === 0 ? 'elv-high' : 'elv-low', beds: 4 + up(12), shared: up(6) },
      ...{ pool: chance() < 0.7 ? 'pool' : null, admits: half(OFFICE, ALL_WEEK) },
      weekendStaff: half(1, chance()),
    }),
  );
  const flows = Array.from({ length: 1 + up(4) }, (_, at) =>
    flowOf({
      ...{ id: `f${at}`, product: at % 2 === 0 ? 'elv-high' : 'elv-low', perWeek: chance() * 4 },
      origin: (['home', 'emergency', 'hospital'] as const)[up(3)] ?? 'home',
      urgency: (['crisis', 'today', 'within-72-hours', 'planned'] as const)[up(4)] ?? 'planned',
      ...{ byHour: half(BY_DAY, EVENLY), triageHours: half(0, up(20)) },
      ...{ transferHours: up(40), transferShape: up(3), hospitalDays: up(6) },
      ...{
        hospitalAfterHours: half(null, up(60)),
        patienceHours: half(null, up(200)),
      },
      wishes: [{ ward: `w${up(4)}`, share: chance() }],
      most: chance() < 0.5 ? null : { days: 9, next: [{ flow: `f${up(4)}`, share: chance() }] },
      endings: [
        { ...homeAfter(5 + up(30)), share: 0.5, leaves: OFFICE },
        { ...homeAfter(5 + up(30)), share: 0.5, shape: 0.5 + up(3), waitDays: up(9), waitsFor: 'home-care' },
      ],
      homeShare: half(0, chance()),
    }),
  );
  const policy = (['first-come', 'wish-first', 'urgency', 'whole-queue'] as const)[up(4)] ?? 'first-come';
  return { wards, flows, openings: [{ id: 'o', kind: 'home-care', startsPerWeek: chance() * 2 }], policy };
};

describe('years that are played', () => {
  it('are the same with the same seed and others with another', () => {
    const model = twente();
    const [one, again] = [play(model, { ...RUN, years: 3 }), play(model, { ...RUN, years: 3 })];
    expect(again).toEqual(one);
    expect(play(model, { ...RUN, years: 3, seed: 8 }).values).not.toEqual(one.values);
  });

  it('are the same in one worker and in two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 5 }), (seed, first) => {
        const model = anyModel(seed);
        const run = { ...RUN, seed, years: 6 };
        const halves = joinResults([
          play(model, { ...run, years: first }),
          play(model, { ...run, years: 6 - first, firstYear: first }),
        ]);
        expect(halves).toEqual(play(model, run));
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  it('can be stopped at any moment with what was played so far', () => {
    const playing = startPlaying(twente(), { ...RUN, years: 10 });
    playing.step(4);
    expect(playing.done).toBe(4);
    expect(playing.result()).toEqual(play(twente(), { ...RUN, years: 4 }));
    playing.step(100);
    expect(playing.done).toBe(10);
  });

  it('lose nobody: who asked has a bed, gave up, was helped at home or waits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const model = anyModel(seed);
        const result = play(model, { ...RUN, seed, years: 2, days: 100, warmUpDays: seed % 50 });
        for (let year = 0; year < 2; year++) {
          const sum = (measure: Parameters<typeof ofFlow>[1]): number =>
            model.flows.reduce((total, _, flow) => total + ofFlow(flow, measure)(result, year), 0);
          const still = ofRegion('growth')(result, year);
          expect(sum('placed') + sum('gaveUp') + sum('atHome') + still).toBe(sum('asked'));
        }
      }),
      { numRuns: 150, seed: 2 },
    );
  });

  it('never fill a ward over its beds, and use every bed day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
        const model = anyModel(seed);
        const result = play(model, { ...RUN, seed, years: 2 });
        for (const [at, ward] of model.wards.entries()) {
          const { mean: kept } = estimateWard(result, at, 'occupied') ?? { mean: 0 };
          const { mean: used } = estimateWard(result, at, 'bedDays') ?? { mean: 0 };
          const { mean: waited } = estimateWard(result, at, 'waitDays') ?? { mean: 0 };
          expect(kept).toBeLessThanOrEqual(1 + 1e-9);
          expect(used).toBeLessThanOrEqual(kept * ward.beds * RUN.days + 1e-6);
          expect(waited).toBeLessThanOrEqual(used + 1e-9);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('make nobody wait longer with more beds', () => {
    for (const beds of [120, 123, 130]) {
      const of = (more: number): SimModel => ({
        ...twente(),
        wards: twente().wards.map((ward) => (ward.id === 'high' ? { ...ward, beds: more } : ward)),
      });
      const change = difference(play(of(beds), RUN), play(of(beds + 5), RUN), ofRegion('waiting'));
      expect(change?.until).toBeLessThan(0);
    }
  });

  it('make nobody wait longer with longer opening', () => {
    const longer = (until: number): SimModel => ({
      ...twente(),
      wards: twente().wards.map((ward) => ({
        ...ward,
        admits: [0, 1, 2, 3, 4, 5, 6].map((day) => [day * 24 + 8, day * 24 + until] as const),
      })),
    });
    const [office, evening] = [play(twente(), RUN), play(longer(17), RUN)];
    for (const flow of [0, 1, 2, 3, 4]) {
      expect(difference(office, evening, ofFlow(flow, 'waitHours'))?.until).toBeLessThan(0);
      expect(difference(evening, play(longer(21), RUN), ofFlow(flow, 'waitHours'))?.until).toBeLessThan(0);
    }
  });

  it('serve a region that shares its beds no worse in sum', () => {
    const shared = (beds: number): SimModel => ({
      ...twente(),
      wards: twente().wards.map((ward) => (ward.id === 'low' ? ward : { ...ward, pool: 'p', shared: beds })),
    });
    const [apart, some, all] = [0, 10, 26].map((beds) => play(shared(beds), RUN)) as [
      SimResult,
      SimResult,
      SimResult,
    ];
    expect(difference(apart, some, ofRegion('waiting'))?.until).toBeLessThan(0);
    expect(difference(some, all, ofRegion('waiting'))?.from).toBeLessThan(0.2);
    // The arithmetic of one room instead of two.
    expect(mean(some, 3, 'waitHours')).toBeLessThan(mean(apart, 3, 'waitHours'));
  });

  it('of a region with nothing are empty', () => {
    const nothing = play(modelOf({ wards: [], flows: [] }), { ...RUN, years: 3 });
    expect(estimateRegion(nothing, 'served')?.mean).toBe(0);
    expect(estimateRegion(nothing, 'waiting')?.mean).toBe(0);
    expect(estimateRegion(nothing, 'fullShare')).toBeNull();
    expect(nothing.events).toBe(0);
    const nobody = play(modelOf({ flows: [flowOf({ perWeek: 0 })] }), { ...RUN, years: 3 });
    expect(mean(nobody, 0, 'asked')).toBe(0);
    expect(estimateFlow(nobody, 0, 'waitHours')).toBeNull();
    const noBeds = play(modelOf({ wards: [] }), { ...RUN, years: 3 });
    expect(mean(noBeds, 0, 'placed')).toBe(0);
    expect(estimateRegion(noBeds, 'growth')?.mean).toBe(mean(noBeds, 0, 'asked'));
  });
});
