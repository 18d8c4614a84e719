import { expect, test } from 'vitest';
import { instantOf } from './calendar.ts';
import { DAY, HOUR, MINUTE } from './interval.ts';
import { PRODUCTS } from './product.ts';
import {
  clockWords,
  dayWords,
  distanceWords,
  listWords,
  momentWords,
  PRODUCT_WORDS,
  stretchWords,
} from './words.ts';

test('a day is said as people say it', () => {
  expect(dayWords('2026-10-22', '2026-10-22').nl).toBe('vandaag');
  expect(dayWords('2026-10-23', '2026-10-22')).toEqual({ nl: 'morgen', en: 'tomorrow' });
  expect(dayWords('2026-10-24', '2026-10-22')).toEqual({
    nl: 'zaterdag 24 oktober',
    en: 'Saturday 24 October',
  });
  expect(dayWords('2027-01-04', '2026-12-31').nl).toBe('maandag 4 januari 2027');
});

test('a clock is that of the wall of the house, also after the clock has changed', () => {
  const afterChange = instantOf('2026-10-25', 8 * 60, 'Europe/Amsterdam');
  expect(clockWords(afterChange, 'Europe/Amsterdam')).toBe('8:00');
  expect(clockWords(afterChange, 'America/New_York')).toBe('3:00');
  expect(momentWords(afterChange, afterChange - DAY, 'Europe/Amsterdam').nl).toBe('morgen 8:00');
  expect(momentWords(afterChange, afterChange - HOUR, 'Europe/Amsterdam').nl).toBe('8:00');
});

test('a stretch of time is said in one unit', () => {
  expect(stretchWords(MINUTE)).toEqual({ nl: '1 minuut', en: '1 minute' });
  expect(stretchWords(59 * MINUTE).nl).toBe('59 minuten');
  expect(stretchWords(14.9 * HOUR)).toEqual({ nl: '14 uur', en: '14 hours' });
  expect(stretchWords(3 * DAY).nl).toBe('3 dagen');
  expect(stretchWords(-HOUR).nl).toBe('0 minuten');
});

test('a distance has a decimal below ten kilometres', () => {
  expect(distanceWords(2_894)).toEqual({ nl: '2,9 km', en: '2.9 km' });
  expect(distanceWords(9_960).nl).toBe('10 km');
  expect(distanceWords(14_200).nl).toBe('14 km');
});

test('names stand in a row with one "en"', () => {
  const names = PRODUCTS.map((product) => PRODUCT_WORDS[product].short);
  expect(listWords(names.slice(0, 1)).nl).toBe('ELV laag');
  expect(listWords(names.slice(0, 3)).nl).toBe('ELV laag, ELV hoog en Palliatief');
  expect(listWords(names.slice(0, 2)).en).toBe('ELV low and ELV high');
});
