import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Language } from './texts.ts';

/** The zone in which the region reads its clocks. */
export const REGION_ZONE = 'Europe/Amsterdam';

const makers = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a hundred times more than using it, and the board uses it for every row each minute. */
const formatter = (
  language: Language,
  zone: string,
  shape: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = `${language} ${zone} ${JSON.stringify(shape)}`;
  const known = makers.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { timeZone: zone, ...shape });
  makers.set(key, made);
  return made;
};

const tidy = (text: string): string => text.replaceAll(/[.,]/g, '');

/** Clock time, 24 hours: `11:41`. */
export const clockText = (at: Instant, language: Language, zone = REGION_ZONE): string =>
  formatter(language, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** Short weekday: `wo`. */
export const weekdayText = (at: Instant, language: Language, zone = REGION_ZONE): string =>
  tidy(formatter(language, zone, { weekday: 'short' }).format(at));

/** Short day: `do 22 okt`. */
export const dayText = (at: Instant, language: Language, zone = REGION_ZONE): string =>
  tidy(formatter(language, zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)).replace(
    'sept',
    'sep',
  );

/** Day in full: `donderdag 22 oktober 2026`. */
export const longDayText = (at: Instant, language: Language, zone = REGION_ZONE): string =>
  formatter(language, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(at)
    .replace(',', '');

const localDate = (at: Instant, zone: string): string =>
  formatter('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const dayNumber = (at: Instant, zone: string): number => {
  const [day, month, year] = localDate(at, zone).split('/').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / DAY;
};

/** Whole calendar days from now to a moment, by the clock on the wall: 0 today, 1 tomorrow, -1 yesterday. */
export const daysAhead = (at: Instant, now: Instant, zone = REGION_ZONE): number =>
  dayNumber(at, zone) - dayNumber(now, zone);

/** A moment as short as it can be without doubt: today `11:16`, within six days `wo 21:30`, else `do 22 okt 21:30`. */
export const momentText = (at: Instant, now: Instant, language: Language, zone = REGION_ZONE): string => {
  const clock = clockText(at, language, zone);
  if (localDate(at, zone) === localDate(now, zone)) return clock;
  const day = Math.abs(at - now) < 6 * DAY ? weekdayText(at, language, zone) : dayText(at, language, zone);
  return `${day} ${clock}`;
};

/** A stretch of time in the one unit a person would use: `25` minutes, `6` hours, `3` days; below one minute `0` minutes. */
export const stretch = (
  milliseconds: number,
): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } => {
  const length = Math.max(0, milliseconds);
  if (length < HOUR) return { unit: 'minutes', count: Math.floor(length / MINUTE) };
  if (length < 2 * DAY) return { unit: 'hours', count: Math.floor(length / HOUR) };
  return { unit: 'days', count: Math.floor(length / DAY) };
};

/** Time left as it stands large on a strip: `14` minutes, from an hour on `1:12` hours, from ten hours on `17` hours. */
export const timeLeft = (
  milliseconds: number,
): { readonly unit: 'minutes' | 'hours'; readonly figure: string } => {
  // Whole minutes that are still to come: as somebody counts who looks from the clock to the deadline.
  const minutes = Math.max(0, Math.floor(milliseconds / MINUTE));
  if (minutes < 60) return { unit: 'minutes', figure: String(minutes) };
  if (minutes >= 600) return { unit: 'hours', figure: String(Math.round(minutes / 60)) };
  return { unit: 'hours', figure: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` };
};

/** A distance: `2,9 km`; from 10 km on without decimals. */
export const distanceText = (kilometres: number, language: Language): string => {
  const digits = kilometres < 10 ? 1 : 0;
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number.format(kilometres)} km`;
};
