import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { ChairClaim } from '#modules/capacity/types.ts';
import { type CountedHalfDay, figuresOf, notShownOf, weeksOf } from './figures.ts';

const OPENS = Date.parse('2026-11-23T07:30:00Z');
const at = (minutes: number): number => OPENS + minutes * MINUTE;

const halfDay: CountedHalfDay = {
  ...{ id: 'h', day: '2026-11-23', part: 'morning', opens: OPENS, closes: at(240), closed: false },
  ...{ nurses: 2, visits: 4, given: 2, missed: 1, notGiven: 1, plannedMinutes: 200, careMinutes: 90 },
};
const claim = (placeId: string, sat: number | null, left: number | null, until = 120): ChairClaim => ({
  ...{ id: `${placeId} ${sat} ${until}`, placeId, during: { from: at(0), until: at(until) } },
  arrivedAt: sat === null ? null : at(sat),
  leftAt: left === null ? null : at(left),
});
const used = (claims: readonly ChairClaim[], now = at(500)): number =>
  figuresOf(halfDay, { chairs: 3, claims }, now).usedMinutes;

describe('minutes on chairs', () => {
  it('count once for each chair, in the hours that were open', () => {
    expect(used([claim('a', 10, 40), claim('b', 10, 40)])).toBe(60);
    // Two lines of one chair that overlap: the clock of a tablet ran ahead.
    expect(used([claim('a', 10, 40), claim('a', 30, 60)])).toBe(50);
    expect(used([claim('a', 10, 90), claim('a', 30, 60)])).toBe(80);
    // Came before the doors opened, and left after they closed.
    expect(used([claim('a', -20, 30), claim('b', 200, 300, 300)])).toBe(30 + 40);
    expect(used([claim('a', null, null)])).toBe(0);
  });

  it('of somebody who sits there still go until now, and not beyond when they were to leave', () => {
    expect(used([claim('a', 30, null)], at(70))).toBe(40);
    expect(used([claim('a', 30, null)], at(500))).toBe(90);
  });

  it('of what could be sat and nursed are those of the open half-day', () => {
    const open = figuresOf(halfDay, { chairs: 3, claims: [] }, OPENS);
    expect(open).toMatchObject({ chairMinutes: 720, nurseMinutes: 480, usedMinutes: 0, visits: 4 });
    const closed = figuresOf({ ...halfDay, closed: true }, { chairs: 3, claims: [] }, OPENS);
    expect(closed).toMatchObject({ chairMinutes: 0, nurseMinutes: 0, visits: 4 });
  });
});

describe('a week', () => {
  it('is the sum of its half-days, from its Monday', () => {
    const sums = figuresOf(halfDay, { chairs: 3, claims: [claim('a', 10, 40)] }, at(4 * HOUR));
    const days = ['2026-11-23', '2026-11-29', '2026-11-30'].map((day) => ({ ...sums, day }));
    const [first, second] = weeksOf(days);
    expect(first).toMatchObject({
      from: '2026-11-23',
      visits: 8,
      usedMinutes: 60,
      careMinutes: 180,
      missed: 2,
    });
    expect(second).toMatchObject({ from: '2026-11-30', visits: 4, usedMinutes: 30 });
  });
});

describe('who did not come', () => {
  it('is a part of all that is over, and nothing when nothing is', () => {
    expect(notShownOf([halfDay, { given: 4, missed: 0, notGiven: 0 }])).toEqual({ visits: 1, percent: 12.5 });
    expect(notShownOf([{ given: 0, missed: 0, notGiven: 0 }])).toEqual({ visits: 0, percent: null });
  });
});
