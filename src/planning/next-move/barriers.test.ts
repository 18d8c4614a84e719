import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { BARRIER_CODES } from '#planning/simulate/types.ts';
import { freeIn } from './barriers.ts';
import { type BarredStay, barrierDays, barrierGains, gainWhy, type PastBarrier } from './index.ts';

const OWNERS = ['ward', 'home-care', 'municipality', 'ciz'];

const barrier = fc.record({
  code: fc.constantFrom(...BARRIER_CODES),
  owner: fc.constantFrom(...OWNERS),
  due: fc.integer({ min: -10, max: 30 }),
});

const stay: fc.Arbitrary<BarredStay> = fc.record({
  bed: fc.constantFrom('1', '2', '3', '4'),
  product: fc.constantFrom('elv-high', 'elv-low', 'grz' as const),
  readyIn: fc.integer({ min: -5, max: 30 }),
  barriers: fc.array(barrier, { maxLength: 5 }),
});

const past: fc.Arbitrary<PastBarrier> = fc.record({
  code: fc.constantFrom(...BARRIER_CODES),
  days: fc.integer({ min: 0, max: 90 }),
  solved: fc.boolean(),
});

const facts = { usual: barrierDays([]), waiting: new Map([['elv-high' as const, 3]]) };

describe('the days until a bed is free', () => {
  it('are those of a thousand nights played out: not before the person could go, nor before the last barrier is gone', () => {
    const chance = seeded(7);
    for (const [ready, stands] of [
      [0, [5]],
      [4, [5, 14]],
      [10, [3, 7, 21]],
    ] as const) {
      let sum = 0;
      for (let night = 0; night < 40_000; night++)
        sum += Math.max(ready, ...stands.map((mean) => -Math.log(1 - chance()) * mean));
      expect(freeIn(ready, stands)).toBeCloseTo(sum / 40_000, 0);
    }
  });

  it('are the days until somebody could go when nothing stands in the way', () => {
    expect([freeIn(3, []), freeIn(-2, []), freeIn(0, [5])]).toEqual([3, 0, 5]);
  });
});

describe('what removing a barrier brings', () => {
  it('never lengthens a stay, and never brings more than the whole wait', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 6 }), fc.array(past, { maxLength: 20 }), (stays, history) => {
        const usual = barrierDays(history);
        const { byCode, byOwner } = barrierGains(stays, { ...facts, usual });
        const most = stays.reduce(
          (sum, { readyIn, barriers }) =>
            sum +
            freeIn(
              readyIn,
              barriers.map(({ code }) => usual[code].days),
            ) -
            Math.max(0, readyIn),
          0,
        );
        for (const { days, last, beds } of [...byCode, ...byOwner]) {
          expect(days).toBeGreaterThanOrEqual(0);
          expect(days).toBeLessThanOrEqual(most + 1e-6);
          expect(last).toBeLessThanOrEqual(beds.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of all one owner can take away is at least that of each of those alone', () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 5 }), fc.constantFrom(...OWNERS), (stays, owner) => {
        const of = (all: readonly BarredStay[]) =>
          barrierGains(all, facts).byOwner.find((gain) => gain.owner === owner)?.days ?? 0;
        const own = { code: 'home-care', owner, due: 3 } as const;
        const more = stays.map((each) => ({ ...each, barriers: [...each.barriers, own] }));
        expect(of(more)).toBeGreaterThanOrEqual(of(stays) - 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it('is most where nothing else stands in the way, and says so', () => {
    const one = (bed: string, codes: readonly ('home-care' | 'wlz-decision')[]): BarredStay => ({
      ...{ bed, product: 'elv-high', readyIn: 0 },
      barriers: codes.map((code) => ({
        code,
        owner: code === 'home-care' ? 'home-care' : 'ciz',

        due: -1,
      })),
    });
    const stays = [one('1', ['home-care']), one('2', ['home-care']), one('3', ['home-care', 'wlz-decision'])];
    const { byCode, byOwner } = barrierGains(stays, facts);
    const care = byCode.find(({ code }) => code === 'home-care');
    expect(care).toMatchObject({ beds: ['1', '2', '3'], last: 2, late: 3, waiting: 3 });
    expect(care?.days).toBeCloseTo(5 + 5 + freeIn(0, [5, 21]) - 21, 6);
    expect(byOwner.map(({ owner }) => owner)).toEqual(['ciz', 'home-care']);
    if (care === undefined) throw new Error('home care stands in the way');
    expect(gainWhy(care)).toEqual({
      nl: 'Scheelt ongeveer 11 beddagen. Bij 2 van 3 is het het laatste.',
      en: 'Saves about 11 bed days. In 2 of 3 it is the last.',
    });
  });

  it('rests on what the region saw, and what still stands counts as long and not as gone', () => {
    const stood = (days: number, solved: boolean): PastBarrier => ({ code: 'home-care', days, solved });
    expect(barrierDays([])['home-care']).toEqual({ days: 5, rests: 0 });
    const solved = barrierDays(Array.from({ length: 16 }, () => stood(10, true)))['home-care'];
    expect(solved).toEqual({ days: 9, rests: 16 });
    const open = barrierDays([...Array.from({ length: 16 }, () => stood(10, true)), stood(40, false)]);
    expect(open['home-care']).toEqual({ days: 11, rests: 16 });
  });
});
