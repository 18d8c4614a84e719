import { expect, it } from 'vitest';
import type { Order } from '#modules/day-treatment/types.ts';
import { changedSince, contentOf } from './signature.ts';

const ORDER = {
  ...{ visits: 2, dose: '30 g', limits: null, labOk: true, personId: 'p1', state: 'signed' },
  wishes: { weekdays: [2], part: 'morning' },
} as unknown as Order;

it('a signature tells what is different from the one before, and never for whom', () => {
  const before = contentOf(ORDER);
  expect(Object.keys(before)).not.toContain('personId');
  const kept = { ...before, wishes: { part: 'morning' as const, weekdays: [2] } };
  expect(changedSince(before, kept)).toEqual([]);
  const after = contentOf({
    ...ORDER,
    visits: 3,
    limits: 'Bloeddruk',
    wishes: { weekdays: [2], part: null },
  });
  expect(changedSince(before, after)).toEqual(['visits', 'limits', 'wishes']);
});

it('of a file that was made unknown nothing is told', () => {
  expect(changedSince({}, {})).toEqual([]);
});
