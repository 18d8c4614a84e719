import { describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { type Course, countAt, longestWait, usualAt } from './usual.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-11-19', 11 * 60, ZONE);
const course = (sentAt: number, more: Partial<Course> = {}): Course => ({
  sentAt,
  acceptedAt: null,
  closedAt: null,
  fromHospital: false,
  noPlace: false,
  ...more,
});

describe('how busy it is', () => {
  it('counts who waits, who was placed today and who found nothing this week', () => {
    const courses = [
      course(NOW - 26 * HOUR),
      course(NOW - HOUR, { fromHospital: true }),
      course(NOW - 30 * HOUR, { acceptedAt: NOW - 2 * HOUR }),
      course(NOW - 40 * HOUR, { acceptedAt: NOW - 20 * HOUR }),
      course(NOW - 6 * DAY, { closedAt: NOW - 5 * DAY, noPlace: true }),
      course(NOW - 9 * DAY, { closedAt: NOW - 8 * DAY, noPlace: true }),
      course(NOW + HOUR),
    ];
    expect(countAt(courses, NOW, ZONE)).toEqual({ waiting: 2, hospital: 1, placed: 1, 'no-place': 1 });
    expect(longestWait(courses, NOW)).toBe(26 * 60);
    expect(longestWait([], NOW)).toBeNull();
  });

  it('knows what is usual at this hour once there are fourteen days to look back on', () => {
    // Every day one more is sent at eight and placed at noon than the day before; through the night of 25 hours.
    const courses = Array.from({ length: 20 }, (_, back) => plusDays('2026-11-18', -back)).flatMap(
      (day, back) =>
        Array.from({ length: back + 1 }, () =>
          course(instantOf(day, 8 * 60, ZONE), { acceptedAt: instantOf(day, 12 * 60, ZONE) }),
        ),
    );
    const usual = usualAt(courses, NOW, ZONE);
    expect(usual?.waiting).toEqual({ low: 2, high: 19, max: 20 });
    expect(usual?.placed).toEqual({ low: 0, high: 0, max: 0 });
    const short = courses.filter((each) => each.sentAt > NOW - 13 * DAY);
    expect(usualAt(short, NOW, ZONE)).toBeNull();
    expect(usualAt([], NOW, ZONE)).toBeNull();
  });

  it('compares with the same clock time before the clocks changed', () => {
    const courses = Array.from({ length: 40 }, (_, back) => plusDays('2026-11-18', -back)).map((day) =>
      course(instantOf(day, 10 * 60 + 45, ZONE), { acceptedAt: instantOf(day, 11 * 60 + 15, ZONE) }),
    );
    expect(usualAt(courses, NOW, ZONE)?.waiting).toEqual({ low: 1, high: 1, max: 1 });
  });
});
