import { describe, expect, test } from 'vitest';
import { clockText, dayText, distanceText, longDayText, momentText, stretch, timeLeft } from './time.ts';

const at = (iso: string): number => Date.parse(iso);
const now = at('2026-10-22T09:41:00Z');

describe('times as people on a ward read them', () => {
  test('a moment today is only a clock time, another day gets its weekday, an older one its date', () => {
    expect(momentText(at('2026-10-22T09:16:00Z'), now, 'nl')).toBe('11:16');
    expect(momentText(at('2026-10-21T19:30:00Z'), now, 'nl')).toBe('wo 21:30');
    expect(momentText(at('2026-10-01T19:30:00Z'), now, 'nl')).toBe('do 1 okt 21:30');
  });

  test('just after midnight, half an hour ago was another day', () => {
    expect(momentText(at('2026-10-21T21:45:00Z'), at('2026-10-21T22:15:00Z'), 'nl')).toBe('wo 23:45');
  });

  test('the hour that comes twice in autumn is told by the clock on the wall', () => {
    expect(clockText(at('2026-10-25T00:30:00Z'), 'nl')).toBe('02:30');
    expect(clockText(at('2026-10-25T01:30:00Z'), 'nl')).toBe('02:30');
  });

  test('days are written short and long, in both languages', () => {
    expect(dayText(now, 'nl')).toBe('do 22 okt');
    expect(dayText(now, 'en')).toBe('Thu 22 Oct');
    expect(longDayText(now, 'nl')).toBe('donderdag 22 oktober 2026');
  });

  test('a length of time has the one unit a person would use', () => {
    expect(stretch(25 * 60_000)).toEqual({ unit: 'minutes', count: 25 });
    expect(stretch(14 * 3_600_000)).toEqual({ unit: 'hours', count: 14 });
    expect(stretch(47 * 3_600_000)).toEqual({ unit: 'hours', count: 47 });
    expect(stretch(72 * 3_600_000)).toEqual({ unit: 'days', count: 3 });
    expect(stretch(-5)).toEqual({ unit: 'minutes', count: 0 });
  });

  test('time left is whole minutes, and hours with minutes from an hour on', () => {
    expect(timeLeft(14 * 60_000)).toEqual({ unit: 'minutes', figure: '14' });
    expect(timeLeft(45.4 * 60_000)).toEqual({ unit: 'minutes', figure: '45' });
    expect(timeLeft(60 * 60_000)).toEqual({ unit: 'hours', figure: '1:00' });
    expect(timeLeft(72 * 60_000)).toEqual({ unit: 'hours', figure: '1:12' });
    expect(timeLeft(17.4 * 3_600_000)).toEqual({ unit: 'hours', figure: '17' });
  });

  test('a distance has a decimal only when it is near', () => {
    expect(distanceText(2.94, 'nl')).toBe('2,9 km');
    expect(distanceText(14.2, 'en')).toBe('14 km');
  });
});
