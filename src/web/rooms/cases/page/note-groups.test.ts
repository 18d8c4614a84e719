import { expect, it } from 'vitest';
import { groupsOf, type Line } from './note-groups.ts';

const line = (id: string, text: string, beside: string | null = null): Line => ({
  ...{ id, text, beside, place: 1, version: 1, kind: 'note' },
  ...{ by: 'dr. Oefen', at: '2026-11-23T10:00:00Z' },
});

it('lines written over one another stand together, also when the first was struck; a struck line is gone', () => {
  const lines = [
    line('a', 'een'),
    line('b', 'twee', 'a'),
    line('c', ''),
    line('d', 'drie', 'c'),
    line('e', ''),
  ];
  expect(groupsOf(lines).map((group) => group.map(({ id }) => id))).toEqual([['a', 'b'], ['d']]);
});
