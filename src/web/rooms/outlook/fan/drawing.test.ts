import { describe, expect, test } from 'vitest';
import { forecastAnswer } from '#web/rooms/outlook/play/answers.fixture.ts';
import {
  bandPoints,
  daysApart,
  fullStretch,
  nowAt,
  pastSteps,
  saturdays,
  shiftedBy,
  stepPath,
  surfacePath,
  ticksUpTo,
} from './drawing.ts';

const TODAY = '2026-10-22';

describe('the drawing of free places', () => {
  test('what was stands still until ten the next morning and ends at now', () => {
    const now = nowAt(11 * 60 + 41);
    const points = pastSteps(forecastAnswer(), TODAY, now, 9);
    expect(points.at(-1)).toEqual({ x: now, y: 3 });
    expect(points[0]?.x).toBe(-9);
    expect(
      stepPath([
        { x: 0, y: 2 },
        { x: 5, y: 7 },
      ]),
    ).toBe('M0.0 2.0H5.0V7.0');
  });

  test('before ten in the morning, today at ten is not yet what was', () => {
    const points = pastSteps(forecastAnswer(), TODAY, nowAt(8 * 60), 9);
    expect(points.map(({ x }) => x).filter((x) => x >= 0)).toEqual([]);
  });

  test('the fan begins where we are and widens to the days ahead', () => {
    const bands = bandPoints(forecastAnswer(), TODAY, 0.07);
    for (const edge of Object.values(bands)) expect(edge[0]).toEqual({ x: 0.07, y: 3 });
    expect(bands.middle).toHaveLength(15);
    expect(bands.middle[1]?.x).toBe(1);
  });

  test('when nobody knows what is free now, the fan begins tomorrow', () => {
    const bands = bandPoints(
      { ...forecastAnswer(), now: { at: '2026-10-22T09:41:00Z', free: null } },
      TODAY,
      0,
    );
    expect(bands.middle[0]?.x).toBe(1);
  });

  test('a surface goes up along one edge and back along the other', () => {
    expect(
      surfacePath(
        [
          { x: 0, y: 1 },
          { x: 2, y: 1 },
        ],
        [
          { x: 0, y: 0 },
          { x: 2, y: 0 },
        ],
      ),
    ).toBe('M0.0 0.0L2.0 0.0L2.0 1.0L0.0 1.0Z');
    expect(surfacePath([], [])).toBe('');
  });

  test('a scenario moves the line and its band, and never below none', () => {
    const more = shiftedBy(forecastAnswer(), { mean: 2, from: 1.5, until: 2.5 });
    const [day] = forecastAnswer().days;
    expect(more[0]?.middle).toBeCloseTo((day?.middle ?? 0) + 2);
    expect((more[0]?.until ?? 0) - (more[0]?.from ?? 0)).toBeGreaterThan(
      (day?.until90 ?? 0) - (day?.from90 ?? 0),
    );
    const fewer = shiftedBy(forecastAnswer(), { mean: -99, from: -100, until: -98 });
    expect(fewer.every(({ middle, from, until }) => middle === 0 && from === 0 && until === 0)).toBe(true);
  });

  test('the side has whole numbers and room for the highest', () => {
    expect(ticksUpTo(7)).toEqual([0, 2, 4, 6, 8]);
    expect(ticksUpTo(0)).toEqual([0, 1]);
    expect(ticksUpTo(240).at(-1)).toBeGreaterThanOrEqual(240);
  });

  test('days in a row that may run full are one stretch, and the worst stretch is said', () => {
    expect(fullStretch(forecastAnswer().days)).toEqual({
      from: '2026-10-24',
      until: '2026-10-26',
      chance: 0.38,
    });
    expect(fullStretch(forecastAnswer().days.map((day) => ({ ...day, full: 0.02 })))).toBeNull();
  });

  test('weekends are found from the calendar', () => {
    expect(saturdays(TODAY, -9, 14)).toEqual([-5, 2, 9]);
    expect(daysApart('2026-10-24', '2026-10-26')).toBe(2);
  });
});
