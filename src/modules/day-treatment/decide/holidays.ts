import { type Day, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Holiday } from '#modules/day-treatment/types-room.ts';

/** Easter Sunday of a year (the anonymous Gregorian computus, Nature 1876). */
const easterOf = (year: number): Day => {
  const [golden, century] = [year % 19, Math.floor(year / 100)];
  const inCentury = year % 100;
  const leaps = Math.floor(century / 4);
  const shift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leaps - shift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const count = moon + sunday - 7 * late + 114;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(Math.floor(count / 31))}-${two((count % 31) + 1)}`;
};

/** The King's birthday is kept a day earlier when it falls on a Sunday. */
const kingsDayOf = (year: number): Day => {
  const birthday = `${year}-04-27`;
  return weekdayOf(birthday) === 7 ? plusDays(birthday, -1) : birthday;
};

const holidaysOf = (year: number): ReadonlyMap<Day, Holiday> => {
  const easter = easterOf(year);
  return new Map<Day, Holiday>([
    // Everybody is free on Liberation Day in the years that end in 0 or 5; it gives way to a day that is always free.
    ...(year % 5 === 0 ? ([[`${year}-05-05`, 'liberation-day']] as const) : []),
    [`${year}-01-01`, 'new-year'],
    [easter, 'easter'],
    [plusDays(easter, 1), 'easter-monday'],
    [kingsDayOf(year), 'kings-day'],
    [plusDays(easter, 39), 'ascension'],
    [plusDays(easter, 49), 'whit-sunday'],
    [plusDays(easter, 50), 'whit-monday'],
    [`${year}-12-25`, 'christmas'],
    [`${year}-12-26`, 'boxing-day'],
  ]);
};

/** Which holiday a day is; null: an ordinary day. Good Friday is one. */
export const holidayOn = (day: Day): Holiday | null => holidaysOf(Number(day.slice(0, 4))).get(day) ?? null;
