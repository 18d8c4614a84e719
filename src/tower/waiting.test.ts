import { describe, expect, it } from 'vitest';
import type { Waited } from '#modules/placement/index.ts';
import type { WaitCause } from '#modules/placement/types.ts';
import { sumUnmet } from './unmet.ts';
import { sumWaiting } from './waiting.ts';

const waited = (product: Waited['product'], minutes: Partial<Record<WaitCause, number>>): Waited => ({
  product,
  waits: Object.entries(minutes).map(([cause, count]) => ({
    cause: cause as WaitCause,
    minutes: count,
    now: false,
  })),
});

describe('the sum of waiting', () => {
  it('adds up per cause, and takes the middle one of who waited for it', () => {
    const sum = sumWaiting([
      waited('elv-high', { answer: 10, 'no-place': 50 }),
      waited('elv-high', { answer: 30 }),
      waited('elv-low', { answer: 20, bed: 0 }),
    ]);
    expect(sum.causes).toEqual([
      { cause: 'answer', requests: 3, minutes: 60, median: 20 },
      { cause: 'no-place', requests: 1, minutes: 50, median: 50 },
    ]);
    expect([sum.requests, sum.median]).toEqual([3, 30]);
    expect(sum.products.map(({ product, requests }) => [product, requests])).toEqual([
      ['elv-low', 1],
      ['elv-high', 2],
    ]);
  });

  it('of nobody is nothing', () => {
    expect(sumWaiting([])).toEqual({ requests: 0, median: 0, causes: [], products: [] });
  });
});

describe('the sum of what was unmet', () => {
  it('stands with the most first, in codes and in what would have helped', () => {
    const sum = sumUnmet([
      { product: 'elv-low', code: 'no-bed', would: ['one-more-bed'] },
      { product: 'elv-high', code: 'admission-hours', would: ['evening-admission', 'staff'] },
      { product: 'elv-high', code: 'admission-hours', would: ['evening-admission'] },
      { product: 'elv-high', code: null, would: [] },
    ]);
    expect(sum.codes).toEqual([
      { code: 'admission-hours', requests: 2 },
      { code: 'no-bed', requests: 1 },
      { code: 'other', requests: 1 },
    ]);
    expect(sum.would[0]).toEqual({ would: 'evening-admission', requests: 2 });
    expect(sum.products.find(({ product }) => product === 'elv-high')?.requests).toBe(3);
  });
});
