import { expect, test } from 'vitest';
import { instantOf, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { clockOf, hourInStep, stepOf } from './clock.ts';

const ZONE = 'Europe/Amsterdam';

test('a day runs from ten to ten on the wall of the region, also when the clock changes', () => {
  // 1 November 2026 at six in the morning: a year back holds both changes of the clock.
  const now = instantOf('2026-11-01', 6 * 60, ZONE);
  const clock = clockOf(now, now - 300 * DAY, ZONE);
  clock.days.forEach((day, step) => {
    const begin = instantOf(day, 10 * 60, ZONE);
    expect(clock.starts[step]).toBe(begin);
    expect(day).toBe(plusDays(clock.days[0] ?? '', step));
    expect(clock.weekday(step)).toBe(weekdayOf(day) - 1);
    if (step + 1 < clock.days.length) {
      expect([stepOf(clock, begin), stepOf(clock, begin - 1)]).toEqual([step, step - 1]);
    }
  });
  expect(clock.days[clock.first]).toBe(localDay(now, ZONE));
  expect(clock.current).toBe(clock.first - 1);
  expect(hourInStep(clock, now, clock.current)).toBe(20);
  const later = clockOf(now + 5 * HOUR, now - 300 * DAY, ZONE);
  expect([later.current, hourInStep(later, later.now, later.current)]).toEqual([later.first, 1]);
});
