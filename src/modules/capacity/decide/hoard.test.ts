import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideMore } from './hoard.ts';

const NOW = 1_000_000;

it('nobody ever holds more than the most, whatever they ask in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 20 }), (asked, most) => {
      let count = 0;
      for (const more of asked) if (decideMore({ count, soonest: null }, more, most, NOW).ok) count += more;
      return count <= most;
    }),
  );
});

it('who has the most is told when the first place is free again', () => {
  expect(decideMore({ count: 9, soonest: NOW + 90_500 }, 1, 10, NOW).ok).toBe(true);
  expect(decideMore({ count: 10, soonest: NOW + 90_500 }, 1, 10, NOW)).toEqual({
    ok: false,
    refusal: { code: 'too-many-holds', params: { most: 10, seconds: 91, minutes: 2 } },
  });
  expect(decideMore({ count: 10, soonest: null }, 0, 10, NOW).ok).toBe(true);
});
