import { describe, expect, it } from 'vitest';
import { holidayOn } from './holidays.ts';

describe('the days on which the Netherlands is closed', () => {
  it.each([
    ['2026-01-01', 'new-year'],
    ['2026-04-05', 'easter'],
    ['2026-04-06', 'easter-monday'],
    ['2026-04-27', 'kings-day'],
    ['2026-05-14', 'ascension'],
    ['2026-05-24', 'whit-sunday'],
    ['2026-05-25', 'whit-monday'],
    ['2026-12-25', 'christmas'],
    ['2026-12-26', 'boxing-day'],
    // Easter at its earliest and latest, and where the golden number matters.
    ['2008-03-24', 'easter-monday'],
    ['2038-04-26', 'easter-monday'],
    ['2049-04-18', 'easter'],
    ['2076-04-19', 'easter'],
    ['2027-05-06', 'ascension'],
  ])('%s is %s', (day, holiday) => {
    expect(holidayOn(day)).toBe(holiday);
  });

  it('keeps the birthday of the King a day earlier when it is a Sunday', () => {
    expect(holidayOn('2025-04-26')).toBe('kings-day');
    expect(holidayOn('2025-04-27')).toBeNull();
  });

  it('is free on Liberation Day every five years only', () => {
    expect(holidayOn('2030-05-05')).toBe('liberation-day');
    expect(holidayOn('2026-05-05')).toBeNull();
  });

  it('is open on Good Friday and on the last day of the year', () => {
    expect(holidayOn('2026-04-03')).toBeNull();
    expect(holidayOn('2026-12-31')).toBeNull();
  });
});
