import { describe, expect, it } from 'vitest';
import { type Counted, figureIn, notGivenOf, stretchOf, topOf, totalOf } from './figures.ts';

const counted = (change: Partial<Counted> = {}): Counted => ({
  ...{ chairMinutes: 2_000, usedMinutes: 501, plannedMinutes: 1_000, nurseMinutes: 600, careMinutes: 450 },
  ...{ visits: 10, given: 6, missed: 1, notGiven: 1 },
  ...change,
});

describe('a figure', () => {
  it('is a part of what there could be, and is not there when there was nothing to use', () => {
    expect(figureIn(counted(), 'used')).toBe(25.1);
    expect(figureIn(counted(), 'planned')).toBe(50);
    expect(figureIn(counted(), 'care')).toBe(75);
    expect(figureIn(counted({ chairMinutes: 0, usedMinutes: 0 }), 'used')).toBeNull();
    expect(figureIn(counted({ nurseMinutes: 0, careMinutes: 0 }), 'care')).toBeNull();
  });

  it('counts who has still to come apart from what became of the others', () => {
    expect(figureIn(counted(), 'open')).toBe(2);
    expect(figureIn(counted(), 'missed')).toBe(1);
    expect(notGivenOf(counted())).toBe(12.5);
    expect(notGivenOf(counted({ given: 0, missed: 0, notGiven: 0 }))).toBeNull();
  });

  it('adds up, and is drawn as high as the highest of all', () => {
    const all = [counted(), counted({ visits: 14, careMinutes: 750, usedMinutes: 499 })];
    expect(totalOf(all)).toMatchObject({ visits: 24, usedMinutes: 1_000, given: 12, nurseMinutes: 1_200 });
    expect(topOf('visits', all)).toBe(14);
    expect(topOf('nurses', all)).toBe(125);
    expect(topOf('chairs', all)).toBe(50);
    expect(topOf('chairs', [counted({ plannedMinutes: 1_001 })])).toBe(100);
    expect(topOf('visits', [counted({ visits: 9 })])).toBe(10);
    expect(topOf('visits', [])).toBe(2);
  });
});

describe('the stretch', () => {
  it.each([
    [{}, '4', '2026-09-28', '2026-10-25'],
    [{ weken: '13' }, '13', '2026-07-27', '2026-10-25'],
    [{ weken: '7' }, '4', '2026-09-28', '2026-10-25'],
    [{ van: '2026-10-01', tot: '2026-10-09' }, null, '2026-10-01', '2026-10-09'],
    [{ van: '2026-10-09', tot: '2026-10-01' }, '4', '2026-09-28', '2026-10-25'],
  ])('of %j', (view, weeks, from, last) => {
    expect(stretchOf(view as Record<string, string>, '2026-10-22')).toEqual({ weeks, from, last });
  });
});
