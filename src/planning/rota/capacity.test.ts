import { describe, expect, it } from 'vitest';
import { capacityRows, isPossible, lastStart, lockedTakes } from './capacity.ts';
import { halfDay, nurse, TREATMENTS } from './order.fixture.ts';
import type { Treatment } from './types.ts';

const [IRON, IMMUNOGLOBULINS, BONE] = TREATMENTS as [Treatment, Treatment, Treatment];

/** Whether the rows let so many of each in. */
const letsIn = (counts: readonly number[], of = halfDay(0)): boolean =>
  capacityRows(of, TREATMENTS).every(
    ({ takes, has }) => takes.reduce((sum, each, kind) => sum + each * (counts[kind] ?? 0), 0) <= has,
  );

describe('what a half-day cannot hold', () => {
  it('knows that a long visit has one bed for itself, however many minutes the beds have together', () => {
    expect(letsIn([0, 2, 0])).toBe(true);
    expect(letsIn([0, 3, 0])).toBe(false);
  });

  it('counts chairs of each room, set-ups and who must be looked after', () => {
    const one = halfDay(0, { chairs: halfDay(0).chairs.filter(({ id }) => id === 't1' || id === 'l1') });
    expect(letsIn([3, 0, 0], one)).toBe(true);
    expect(letsIn([5, 0, 0], one)).toBe(false);
    expect(letsIn([0, 0, 40])).toBe(false);
  });

  it('knows who may do the set-up', () => {
    const few = halfDay(0, { nurses: [nurse('a'), nurse('b', ['infusion'])] });
    const beds = Array.from({ length: 9 }, (_, at) => ({
      id: `t${at}`,
      room: 'treatment' as const,
      bed: true,
    }));
    const many = { ...few, chairs: beds };
    // Its start lies between 0 and 15: one nurse who may, two set-ups.
    expect(letsIn([0, 2, 0], many)).toBe(true);
    expect(letsIn([0, 3, 0], many)).toBe(false);
    expect(letsIn([0, 3, 0], { ...halfDay(0), chairs: beds })).toBe(true);
  });

  it('takes off what stands from the minute it starts', () => {
    const rows = capacityRows(halfDay(0), TREATMENTS);
    for (const row of rows)
      for (const [kind, treatment] of TREATMENTS.entries()) {
        const starts = [];
        for (let start = 0; start <= lastStart(halfDay(0), treatment); start += 5)
          starts.push(lockedTakes(row, treatment, start));
        expect(Math.min(...starts)).toBe(row.takes[kind]);
      }
  });

  it('lets nothing run with one nurse, without the chair, or so late that it is not over in time', () => {
    expect(isPossible(halfDay(0), IMMUNOGLOBULINS)).toBe(true);
    expect(isPossible(halfDay(0, { minutes: 224 }), IMMUNOGLOBULINS)).toBe(false);
    expect(isPossible(halfDay(0, { nurses: [nurse('a')] }), IRON)).toBe(false);
    expect(isPossible(halfDay(0, { chairs: [] }), BONE)).toBe(false);
    expect(
      isPossible(halfDay(0, { chairs: [{ id: 't3', room: 'treatment', bed: false }] }), IMMUNOGLOBULINS),
    ).toBe(false);
  });
});
