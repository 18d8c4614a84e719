import { clockOf } from '#kernel/calendar.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { AdmissionWindow } from '#modules/region/types.ts';

/** A window without saying whose it is. */
export type Hours = Omit<AdmissionWindow, 'siteId'>;

const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const PART =
  /^(?:([a-z-]+):\s*)?([a-z]{2,3})(?:-([a-z]{2,3}))?\s+(\d{1,2})[:.](\d{2})\s?-\s?(\d{1,2})[:.](\d{2})$/;

const weekdayOf = (word: string): number => Math.max(DAYS.indexOf(word), ENGLISH.indexOf(word)) + 1;

const minutesOf = (hour: string | undefined, minute: string | undefined): number => {
  const minutes = Number(minute);
  return minutes > 59 ? Number.NaN : Number(hour) * 60 + minutes;
};

const productOf = (word: string | undefined): Product | null | undefined =>
  word === undefined ? null : PRODUCTS.find((product) => product === word);

const readPart = (part: string): Hours[] | null => {
  const match = PART.exec(part.trim().toLowerCase());
  if (match === null) return null;
  const product = productOf(match[1]);
  const first = weekdayOf(match[2] ?? '');
  const last = match[3] === undefined ? first : weekdayOf(match[3]);
  const opens = minutesOf(match[4], match[5]);
  const closes = minutesOf(match[6], match[7]);
  if (product === undefined || first < 1 || last < first || !(opens < closes) || closes > 1440) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => ({ product, weekday: first + i, opens, closes }));
};

/**
 * Reads admission hours as people write them: `ma-vr 09:00-17:00 | za 10:00-13:00 | elv-low: zo 10:00-12:00`. Nothing
 * written is no hours; null is not understood.
 */
export const readHours = (text: string): Hours[] | null => {
  if (text.trim() === '') return [];
  const parts = text.split('|').map(readPart);
  return parts.includes(null) ? null : ordered(parts.flatMap((part) => part ?? []));
};

const kindOf = (hours: Hours): string =>
  `${hours.product ?? ''}\t${clockOf(hours.opens)}-${clockOf(hours.closes)}`;

/** The same hours always in the same order, each once, so that two lists can be compared. */
export const ordered = (hours: readonly Hours[]): Hours[] => {
  const keyed = new Map(
    hours.map(({ product, weekday, opens, closes }) => {
      const each = { product, weekday, opens, closes };
      return [`${kindOf(each)}\t${weekday}`, each];
    }),
  );
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
};

/** Writes admission hours so that `readHours` reads the same: days that follow one another as one stretch. */
export const writeHours = (hours: readonly Hours[]): string => {
  const parts: { kind: string; first: number; last: number }[] = [];
  for (const each of ordered(hours)) {
    const before = parts.at(-1);
    if (before?.kind === kindOf(each) && before.last + 1 === each.weekday) before.last = each.weekday;
    else parts.push({ kind: kindOf(each), first: each.weekday, last: each.weekday });
  }
  return parts
    .sort((a, b) => a.first - b.first)
    .map(({ kind, first, last }) => {
      const [product = '', times = ''] = kind.split('\t');
      const days = first === last ? DAYS[first - 1] : `${DAYS[first - 1]}-${DAYS[last - 1]}`;
      return `${product === '' ? '' : `${product}: `}${days} ${times}`;
    })
    .join(' | ');
};
