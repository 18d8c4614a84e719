import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { fits, take } from './order-line.ts';
import type { Ask, Wanted } from './week-ask.ts';
import { boundOf } from './week-bound.ts';
import { tryAll } from './week-exact.ts';
import { solveAsk } from './week-solve.ts';

const STEPS = 6;
/** Two things of which there is so much; a short visit takes one of each, a long one first one and then the other. */
const SHAPES = [Int32Array.from([0, 0, 2, 1, 1, 0, 2, 1]), Int32Array.from([0, 0, 1, 2, 1, 1, 4, 1])];
const LAST = [STEPS - 2, STEPS - 4];

const wanted = fc
  .record({
    shape: fc.integer({ min: 0, max: 1 }),
    wish: fc.integer({ min: 0, max: 4 }),
    weight: fc.integer({ min: 1, max: 2 }),
    none: fc.constantFrom(3, 7, Number.POSITIVE_INFINITY),
  })
  .map(({ shape, wish, weight, none }): Wanted => {
    const starts = Array.from({ length: (LAST[shape] as number) + 1 }, (_, start) => start);
    const cost = (start: number): number => weight * Math.abs(start - wish);
    starts.sort((a, b) => cost(a) - cost(b) || a - b);
    return { shape, none, starts: Int32Array.from(starts), costs: Float64Array.from(starts, cost) };
  });

const asks = fc
  .record({
    row: fc.array(wanted, { minLength: 1, maxLength: 5 }),
    first: fc.integer({ min: 1, max: 3 }),
    twin: fc.boolean(),
  })
  .map(({ row, first, twin }): Ask => {
    const left = new Int32Array(2 * STEPS).fill(2);
    left.fill(first, 0, STEPS);
    return {
      ...{ line: { kinds: 2, steps: STEPS, left }, shapes: SHAPES, halfDayAt: new Int32Array(STEPS) },
      wanted: twin ? [...row, row[0] as Wanted] : row,
      sits: () => true,
    };
  });

/** The least by trying everything, without a thought. */
const byTrying = (ask: Ask, index = 0): number => {
  const each = ask.wanted[index];
  if (each === undefined) return 0;
  const needs = ask.shapes[each.shape] as Int32Array;
  let least = each.none + byTrying(ask, index + 1);
  for (const [at, start] of each.starts.entries()) {
    if (!fits(ask.line, needs, start)) continue;
    take(ask.line, needs, start, 1);
    least = Math.min(least, (each.costs[at] as number) + byTrying(ask, index + 1));
    take(ask.line, needs, start, -1);
  }
  return least;
};

describe('who starts when', () => {
  it('is the cheapest there is, and proven, also when many are alike', () => {
    fc.assert(
      fc.property(asks, (ask) => {
        const least = byTrying(ask);
        const { answer, bound } = solveAsk(ask, seeded(1), { steps: 50, rounds: 50, positions: 5_000 });
        expect(answer?.cost ?? Number.POSITIVE_INFINITY).toBe(least);
        expect(bound).toBe(least);
      }),
      { numRuns: 600 },
    );
  });

  it('keeps a start whose price is above what leaving out costs, when its own cost is below it', () => {
    const free = [0, 1, 2].map((start) => ({ start, cost: start }));
    const visit: Wanted = {
      ...{ shape: 0, none: 3 },
      starts: Int32Array.from(free, ({ start }) => start),
      costs: Float64Array.from(free, ({ cost }) => cost),
    };
    const ask: Ask = {
      line: { kinds: 1, steps: 3, left: Int32Array.from([1, 0, 0]) },
      ...{ shapes: [Int32Array.from([0, 0, 1, 1])], halfDayAt: new Int32Array(3) },
      ...{ wanted: [visit, { ...visit, none: 4 }], sits: () => true },
    };
    // The first step is worth four: with that price nobody seems to be better off inside than out.
    const bound = { least: 3, price: [Float64Array.from([4, 0, 0])], worth: 4 };
    expect(tryAll(ask, bound, 100, 1_000)).toMatchObject({ complete: true, better: { cost: byTrying(ask) } });
    expect(byTrying(ask)).toBe(3);
  });

  it('is found by trying alone, without a search before it', () => {
    fc.assert(
      fc.property(asks, (ask) => {
        const least = byTrying(ask);
        const known = 1_000;
        const tried = tryAll(ask, boundOf(ask, known, 20), known, 20_000);
        expect(tried).toMatchObject({ complete: true });
        expect(tried.better?.cost ?? Number.POSITIVE_INFINITY).toBe(least);
      }),
      { numRuns: 600 },
    );
  });

  it('never costs less than its bound says', () => {
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 60 }), (ask, rounds) => {
        const least = byTrying(ask);
        if (least !== Number.POSITIVE_INFINITY)
          expect(boundOf(ask, least + 5, rounds).least).toBeLessThanOrEqual(least);
      }),
      { numRuns: 100 },
    );
  });
});
