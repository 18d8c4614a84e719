import { clockOf, type Day, daysBetween, localTime, weekdayOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { dayWords as dateWords, WEEKDAYS } from '#kernel/words.ts';

const NEAR = 6;

/** A day as somebody says it: within the week by its name, further away with the date. */
export const dayWords = (day: Day, today: Day): Sentence => {
  const ahead = daysBetween(today, day);
  return ahead > 1 && ahead <= NEAR ? (WEEKDAYS[weekdayOf(day) - 1] as Sentence) : dateWords(day, today);
};

/** The same with the clock on the wall: `dinsdag om 14.00 uur`. */
export const momentWords = (at: Instant, zone: string, today: Day): Sentence => {
  const { day, minutes } = localTime(at, zone);
  const words = dayWords(day, today);
  const clock = clockOf(minutes);
  return { nl: `${words.nl} om ${clock.replace(':', '.')} uur`, en: `${words.en} at ${clock}` };
};
