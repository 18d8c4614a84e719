import { type Day, daysBetween, localTime, weekdayOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';

const WEEKDAYS: readonly Sentence[] = [
  { nl: 'maandag', en: 'Monday' },
  { nl: 'dinsdag', en: 'Tuesday' },
  { nl: 'woensdag', en: 'Wednesday' },
  { nl: 'donderdag', en: 'Thursday' },
  { nl: 'vrijdag', en: 'Friday' },
  { nl: 'zaterdag', en: 'Saturday' },
  { nl: 'zondag', en: 'Sunday' },
];

const MONTHS: readonly Sentence[] = [
  { nl: 'januari', en: 'January' },
  { nl: 'februari', en: 'February' },
  { nl: 'maart', en: 'March' },
  { nl: 'april', en: 'April' },
  { nl: 'mei', en: 'May' },
  { nl: 'juni', en: 'June' },
  { nl: 'juli', en: 'July' },
  { nl: 'augustus', en: 'August' },
  { nl: 'september', en: 'September' },
  { nl: 'oktober', en: 'October' },
  { nl: 'november', en: 'November' },
  { nl: 'december', en: 'December' },
];

const NOWHERE: Sentence = { nl: '', en: '' };
const NEAR = 6;

/** A day as somebody says it: within the week by its name, further away with the date. */
export const dayWords = (day: Day, today: Day): Sentence => {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return { nl: 'vandaag', en: 'today' };
  if (ahead === 1) return { nl: 'morgen', en: 'tomorrow' };
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? NOWHERE;
  if (ahead > 1 && ahead <= NEAR) return weekday;
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? NOWHERE;
  const date = Number(day.slice(8));
  return { nl: `${weekday.nl} ${date} ${month.nl}`, en: `${weekday.en} ${date} ${month.en}` };
};

/** The same with the clock on the wall: `dinsdag om 14.00 uur`. */
export const momentWords = (at: Instant, zone: string, today: Day): Sentence => {
  const { day, minutes } = localTime(at, zone);
  const words = dayWords(day, today);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hour, minute] = [two(Math.floor(minutes / 60)), two(minutes % 60)];
  return { nl: `${words.nl} om ${hour}.${minute} uur`, en: `${words.en} at ${hour}:${minute}` };
};
