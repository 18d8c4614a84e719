import { describe, expect, it } from 'vitest';
import type { DayRoom, TreatmentList } from '#modules/day-treatment/contract.ts';
import { areHours, hoursOn, lastStarts, linesOf, weekOn } from './openings.ts';

const opening = (weekday: number, change: Partial<DayRoom['openings'][number]> = {}) => ({
  ...{ weekday, part: 'morning' as const, opens: 510, closes: 750, since: '2026-01-01', until: null },
  ...change,
});

describe('the ordinary week', () => {
  const openings = [
    opening(1, { until: '2026-11-02' }),
    opening(1, { opens: 540, since: '2026-11-02' }),
    opening(4, { part: 'afternoon', opens: 780, closes: 1_020 }),
  ];

  it('is the one that counts on that day, and goes back as it came', () => {
    expect(hoursOn(weekOn(openings, '2026-11-01'), 1, 'morning').opens).toBe('08:30');
    const week = weekOn(openings, '2026-11-02');
    expect(hoursOn(week, 1, 'morning')).toEqual({ opens: '09:00', closes: '12:30' });
    expect(hoursOn(week, 2, 'morning')).toEqual({ opens: '', closes: '' });
    expect(linesOf(week)).toEqual([
      { weekday: 1, part: 'morning', opens: 540, closes: 750 },
      { weekday: 4, part: 'afternoon', opens: 780, closes: 1_020 },
    ]);
  });

  it('is not sent while hours are half typed or turned around', () => {
    expect(linesOf({ '1 morning': { opens: '08:30', closes: '' } })).toBeNull();
    expect(linesOf({ '1 morning': { opens: '12:30', closes: '08:30' } })).toBeNull();
    expect(linesOf({ '1 morning': { opens: '', closes: '' } })).toEqual([]);
    expect(areHours(1, 'morning', { opens: '', closes: '12:30' })).toBe(false);
    expect(areHours(1, 'morning', { opens: '', closes: '' })).toBe(true);
  });
});

describe('the last start', () => {
  const treatment = (minutes: number, signed = true) =>
    ({
      now: signed
        ? { body: { name: `${minutes} min`, setUp: 15, running: minutes - 45, observation: 30 } }
        : null,
    }) as unknown as TreatmentList['treatments'][number];

  it('leaves time to be treated and gone a quarter before the doors close', () => {
    const openings = [
      opening(1),
      opening(2, { closes: 780 }),
      opening(3, { part: 'afternoon', opens: 795, closes: 1_065 }),
    ];
    expect(lastStarts([treatment(65), treatment(255), treatment(60, false)], openings, '2026-11-02')).toEqual(
      [
        { name: '65 min', minutes: 65, starts: { morning: '11:40', afternoon: '16:25' } },
        { name: '255 min', minutes: 255, starts: { morning: '08:30', afternoon: '13:15' } },
      ],
    );
    expect(lastStarts([treatment(260)], openings, '2026-11-02')[0]?.starts).toEqual({
      morning: null,
      afternoon: null,
    });
  });
});
