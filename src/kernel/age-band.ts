import { type Day, daysBetween } from './calendar.ts';

/** Age in whole years on a day. */
export const ageOn = (birthDate: Day, day: Day): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

/**
 * Five-year age band shown instead of an age (`80-84`). Below 18 and from 100 the bands are wide, so that nobody is
 * recognised by a rare age.
 */
export const bandOf = (age: number): string => {
  if (age < 18) return '0-17';
  if (age < 20) return '18-19';
  if (age >= 100) return '100+';
  const low = Math.floor(age / 5) * 5;
  return `${low}-${low + 4}`;
};

/** The band shown instead of a birth date before acceptance. */
export const ageBand = (birthDate: Day, day: Day): string => bandOf(ageOn(birthDate, day));

/** Is this a birth date someone alive can have? */
export const isBirthDate = (birthDate: Day, today: Day): boolean => {
  const days = daysBetween(birthDate, today);
  return days >= 0 && days < 366 * 125;
};
