import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandsOf, scoreDay } from './index.ts';
import { sumScores } from './score.ts';

const DAY = '2026-11-20';
const distribution = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 25 })
  .filter((weights) => weights.some((each) => each > 0.01))
  .map((weights) => {
    const all = weights.reduce((sum, each) => sum + each, 0);
    return { day: DAY, chance: weights.map((each) => each / all) };
  });

test('the score of a day is what all pairs of plays say: the mean miss less half the mean difference', () => {
  fc.assert(
    fc.property(distribution, fc.integer({ min: 0, max: 30 }), (day, actual) => {
      // The kernel form of Gneiting and Raftery (2007), by brute force.
      let miss = 0;
      let apart = 0;
      day.chance.forEach((p, a) => {
        miss += p * Math.abs(a - actual);
        day.chance.forEach((q, b) => {
          apart += p * q * Math.abs(a - b);
        });
      });
      expect(scoreDay(day, 0, null, actual).crps).toBeCloseTo(miss - apart / 2, 9);
    }),
  );
});

test('a forecast that was sure and right scores zero, and a plain answer scores its distance', () => {
  const score = scoreDay({ day: DAY, chance: [0, 0, 1] }, 5, 3.5, 2);
  expect(score).toEqual({ in50: true, in90: true, crps: 0, crpsSame: 3, crpsWeekday: 1.5 });
});

test('the half lies within the nine of ten, both around the middle', () => {
  fc.assert(
    fc.property(distribution, (day) => {
      const { middle, from50, until50, from90, until90, full } = bandsOf(day);
      expect(from90).toBeLessThanOrEqual(from50);
      expect(from50).toBeLessThanOrEqual(middle);
      expect(middle).toBeLessThanOrEqual(until50);
      expect(until50).toBeLessThanOrEqual(until90);
      expect(until90).toBeLessThan(day.chance.length);
      expect(full).toBe(day.chance[0]);
    }),
  );
});

test('a band holds as near to what it says as whole people allow', () => {
  const { from50, until50, from90, until90 } = bandsOf({ day: DAY, chance: [0.05, 0.2, 0.5, 0.2, 0.05] });
  expect([from50, until50]).toEqual([2, 2]);
  expect([from90, until90]).toEqual([1, 3]);
});

test('scores come together as means, and nothing held against nothing says nothing', () => {
  const day = { day: DAY, chance: [0.5, 0.5] };
  const sum = sumScores([scoreDay(day, 1, null, 0), scoreDay(day, 1, 2, 5)]);
  expect(sum).toMatchObject({ days: 2, in90: 0.5, crpsSame: 2.5, crpsWeekday: 3 });
  expect(sumScores([])).toEqual({
    ...{ days: 0, in50: null, in90: null, crps: null, crpsSame: null, crpsWeekday: null },
  });
});
