import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#kernel/interval.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { decideGone, decideOtherCare, decideReturned } from './away.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const here: Claim = {
  ...{ id: 'c', placeId: 'p', kind: 'stay', product: 'elv-high', latestEnd: null, expiresAt: null },
  ...{ arrivedAt: NOW - DAY, awayAt: null, leftAt: null, releasedAt: null, displacedAt: null },
  ...{ madeAt: NOW - DAY, source: 'work', version: 1, during: { from: NOW - DAY, until: NOW + DAY } },
};
const planned: Claim = { ...here, kind: 'reserved', arrivedAt: null };
const left: Claim = { ...here, leftAt: NOW };
const place = { products: ['elv-high', 'elv-low'] } as const;

describe('somebody away', () => {
  it('keeps the bed from the moment they left, said once or twice', () => {
    expect(decideGone(here, NOW)).toMatchObject({
      value: { awayAt: NOW, leftAt: null, during: here.during },
    });
    expect(decideGone({ ...here, awayAt: NOW - HOUR }, NOW)).toMatchObject({ value: { awayAt: NOW - HOUR } });
    expect(decideGone(here, NOW - 2 * DAY)).toMatchObject({ refusal: { code: 'end-before-start' } });
  });

  it('is back, unless they are in another bed', () => {
    expect(decideReturned({ ...here, awayAt: NOW }, false)).toMatchObject({ value: { awayAt: null } });
    expect(decideReturned({ ...here, awayAt: NOW }, true)).toMatchObject({
      refusal: { code: 'person-elsewhere' },
    });
  });

  it('arrived, and has not left', () => {
    for (const decide of [
      (claim: Claim) => decideGone(claim, NOW),
      (claim: Claim) => decideReturned(claim, false),
      (claim: Claim) => decideOtherCare(claim, place, 'elv-low'),
    ]) {
      expect(decide(planned)).toMatchObject({ refusal: { code: 'not-arrived' } });
      expect(decide(left)).toMatchObject({ refusal: { code: 'claim-ended' } });
    }
  });
});

describe('another care', () => {
  it('is what the bed is for', () => {
    expect(decideOtherCare(here, place, 'elv-low')).toMatchObject({ value: { product: 'elv-low' } });
    expect(decideOtherCare(here, place, 'grz')).toMatchObject({ refusal: { code: 'product-not-here' } });
  });
});
