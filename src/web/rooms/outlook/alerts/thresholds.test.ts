import { describe, expect, it } from 'vitest';
import { allThresholds, isChanged, type Threshold } from './thresholds.ts';

const SET: Threshold = {
  ...{ kind: 'no-place-ahead', product: 'elv-high', on: true, figure: 0.6, days: 3, version: 2 },
};

describe('when the region wants to hear', () => {
  it('is never, of anything, until somebody says so', () => {
    const all = allThresholds([]);
    expect(all).toHaveLength(8);
    expect(all.some(({ on }) => on)).toBe(false);
    expect(all.filter(({ kind }) => kind === 'departures-wait')).toHaveLength(1);
  });

  it('is as it was set, for that care and no other', () => {
    const all = allThresholds([SET]);
    expect(all.filter(({ on }) => on)).toEqual([SET]);
  });

  it('is kept only when something is different', () => {
    expect(isChanged(SET, { ...SET })).toBe(false);
    expect([isChanged(SET, { ...SET, on: false }), isChanged(SET, { ...SET, days: 4 })]).toEqual([
      true,
      true,
    ]);
  });
});
