import { expect, it } from 'vitest';
import type { Near } from '#modules/social/types.ts';
import { MIDDLE, placesOf } from './network-drawing.ts';

const people = (near: Near, count: number) => Array.from({ length: count }, () => ({ near }));
const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - MIDDLE, y - MIDDLE);

it('who is nearer stands nearer, and no two stand on one spot', () => {
  const places = placesOf([...people('further', 8), ...people('close', 4), ...people('around', 6)]);
  expect(places.map(({ person }) => person.near).slice(0, 4)).toEqual(['close', 'close', 'close', 'close']);
  expect(places.map(far)).toEqual(places.map(far).toSorted((a, b) => Math.round(a) - Math.round(b)));
  for (const [i, one] of places.entries())
    for (const other of places.slice(i + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30);
});
