import {
  clockOf,
  type Day,
  instantFromIso,
  instantOf,
  isDay,
  localTime,
  plusDays,
} from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const DUTCH_DAY = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})/;
const CLOCK = /^[T ]\s?(\d{1,2}):(\d{2})(?::\d{2})?$/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The day at the start of the text and what follows it, as people and Dutch spreadsheets write days. */
const dayIn = (text: string): { day: Day; rest: string } | null => {
  const iso = ISO_DAY.exec(text);
  if (iso !== null) return { day: iso[0], rest: text.slice(iso[0].length) };
  const dutch = DUTCH_DAY.exec(text);
  if (dutch === null) return null;
  const [whole, day = '', month = '', year = ''] = dutch;
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest: text.slice(whole.length) };
};

/**
 * Reads until when a place is occupied, by the clock of its site. A day alone counts as a whole day: `2026-11-28`,
 * `28-11-2026`, `2026-11-28 14:00`, or an instant with offset. Null when it is none of these.
 */
export const readUntil = (text: string, zone: string): Instant | null => {
  const found = dayIn(text);
  if (found === null || !isDay(found.day)) return null;
  if (ISO_INSTANT.test(text)) return instantFromIso(text);
  if (found.rest === '') return instantOf(plusDays(found.day, 1), 0, zone);
  const clock = CLOCK.exec(found.rest);
  const [hour, minute] = [Number(clock?.[1]), Number(clock?.[2])];
  return clock === null || hour > 24 || minute > 59 ? null : instantOf(found.day, hour * 60 + minute, zone);
};

/** Do both moments fall in the same minute? A file tells no seconds. */
export const sameMinute = (a: Instant, b: Instant): boolean =>
  Math.floor(a / MINUTE) === Math.floor(b / MINUTE);

/** Writes a moment so that `readUntil` reads the same minute; with an offset in the hour that comes twice in autumn. */
export const writeUntil = (at: Instant, zone: string): string => {
  const { day, minutes } = localTime(at, zone);
  if (sameMinute(instantOf(day, minutes, zone), at)) return `${day} ${clockOf(minutes)}`;
  // The second of the two: local time runs behind UTC by an hour more than the first reading says.
  const utc = localTime(at, 'UTC');
  return `${utc.day}T${clockOf(utc.minutes)}Z`;
};
