import { daysBetween, localTime } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { clockWords } from '#kernel/words.ts';
import type { ClosureReason } from '#modules/capacity/types.ts';

const WEEKDAYS: readonly Sentence[] = [
  { nl: 'ma', en: 'Mon' },
  { nl: 'di', en: 'Tue' },
  { nl: 'wo', en: 'Wed' },
  { nl: 'do', en: 'Thu' },
  { nl: 'vr', en: 'Fri' },
  { nl: 'za', en: 'Sat' },
  { nl: 'zo', en: 'Sun' },
];
const MONTHS_NL = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Why a place is closed, as people say it. */
export const CLOSED_WORDS: Readonly<Record<ClosureReason, Sentence>> = {
  'no-staff': { nl: 'geen personeel', en: 'no staff' },
  maintenance: { nl: 'onderhoud', en: 'maintenance' },
  isolation: { nl: 'isolatie', en: 'isolation' },
  cleaning: { nl: 'schoonmaak', en: 'cleaning' },
  doubted: { nl: 'niet bevestigd', en: 'not confirmed' },
  other: { nl: 'andere reden', en: 'other reason' },
};

/** The same words in both languages. */
export const both = (text: string): Sentence => ({ nl: text, en: text });

/** Puts sentences one behind the other, in each language. */
export const join = (parts: readonly Sentence[], between: string): Sentence => ({
  nl: parts.map((part) => part.nl).join(between),
  en: parts.map((part) => part.en).join(between),
});

/** A moment as people at the site say it: `12:26` today, `vr 16:00` this week, `3 nov` later. */
export const moment = (at: Instant, now: Instant, zone: string): Sentence => {
  const there = localTime(at, zone);
  const clock = clockWords(at, zone);
  const days = daysBetween(localTime(now, zone).day, there.day);
  if (days === 0) return both(clock);
  const weekday = WEEKDAYS[there.weekday - 1] ?? both('');
  if (days > 0 && days < 7) return join([weekday, both(clock)], ' ');
  const [day, month] = [Number(there.day.slice(8)), Number(there.day.slice(5, 7)) - 1];
  return { nl: `${day} ${MONTHS_NL[month]}`, en: `${day} ${MONTHS_EN[month]}` };
};

/** ` tot vr 16:00`, or nothing when no end is in sight. */
export const until = (at: Instant | null, now: Instant, zone: string): Sentence => {
  if (at === null || at >= FOREVER) return both('');
  const when = moment(at, now, zone);
  return { nl: ` tot ${when.nl}`, en: ` until ${when.en}` };
};
