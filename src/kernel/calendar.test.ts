import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clockOf,
  HALF_DAYS,
  halfDayAt,
  halfDayInterval,
  instantOf,
  isDay,
  localTime,
  minutesOf,
  plusDays,
} from './calendar.ts';
import { contains, DAY, HOUR } from './interval.ts';

const ZONE = 'Europe/Amsterdam';
const before = process.env['TZ'];

describe.each(['UTC', 'Europe/Amsterdam', 'America/New_York'])('the calendar on a server in %s', (zone) => {
  beforeEach(() => {
    process.env['TZ'] = zone;
  });
  afterEach(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2026-11-21', 24],
  ])('gives %s as many hours as it has: %i', (day, hours) => {
    expect(instantOf(plusDays(day, 1), 0, ZONE) - instantOf(day, 0, ZONE)).toBe(hours * HOUR);
  });

  it('opens the morning at eight on the clock of the ward, also on the day the clock changes', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-11-21'])
      expect(localTime(halfDayInterval(day, 'morning', ZONE).from, ZONE)).toMatchObject({
        day,
        minutes: 480,
      });
  });

  it('puts every moment in exactly one half-day, the one whose stretch holds it', () => {
    const around = instantOf('2026-10-20', 0, ZONE);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * DAY }), (offset) => {
        const { day, halfDay } = halfDayAt(around + offset, ZONE);
        expect(contains(halfDayInterval(day, halfDay, ZONE), around + offset)).toBe(true);
      }),
    );
  });

  it('lets half-days follow each other without a gap, also when the clock goes back', () => {
    for (const day of ['2026-10-24', '2026-10-25', '2027-03-28']) {
      const stretches = HALF_DAYS.map((halfDay) => halfDayInterval(day, halfDay, ZONE));
      for (let i = 1; i < stretches.length; i++) expect(stretches[i]?.from).toBe(stretches[i - 1]?.until);
      expect(halfDayInterval(plusDays(day, 1), 'night', ZONE).from).toBe(stretches.at(-1)?.until);
    }
  });

  it('comes back at the same moment after a round trip through the local clock, once the doubled hour is past', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 800 }), (minutes, days) => {
        const at = instantOf(plusDays('2026-01-01', days), minutes, ZONE);
        const local = localTime(at, ZONE);
        expect(instantOf(local.day, local.minutes, ZONE)).toBe(at);
      }),
    );
  });
});

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '26-11-01', '2026-1-1', ''])(
    'is not %j',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );
  it.each(['2028-02-29', '2026-12-31'])('is %j', (text) => {
    expect(isDay(text)).toBe(true);
  });
});

describe('a clock with four figures', () => {
  it('says the minutes of a day, and is read back', () => {
    for (const [minutes, clock] of [
      [0, '00:00'],
      [485, '08:05'],
      [1439, '23:59'],
    ] as const) {
      expect(clockOf(minutes)).toBe(clock);
      expect(minutesOf(clock)).toBe(minutes);
    }
    expect(minutesOf('8:05')).toBe(485);
  });

  it('is no time when the day has none like it', () => {
    for (const clock of ['', '8', '24:00', '12:60', '8:5', 'half negen']) expect(minutesOf(clock)).toBeNull();
  });
});
