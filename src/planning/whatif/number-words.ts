import type { Sentence } from '#kernel/refusal.ts';

/** Digits in groups of three with this mark between them. */
const grouped = (digits: string, mark: string): string => digits.replace(/\B(?=(\d{3})+$)/g, mark);

const inLanguage = (value: number, decimals: number, thousand: string, point: string): string => {
  const [whole = '0', rest] = Math.abs(value).toFixed(decimals).split('.');
  const text = rest === undefined ? grouped(whole, thousand) : `${grouped(whole, thousand)}${point}${rest}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `-${text}` : text;
};

/** A number as people write it: `1.250,5` and `1,250.5`. */
export const numberWords = (value: number, decimals: number): Sentence => ({
  nl: inLanguage(value, decimals, '.', ','),
  en: inLanguage(value, decimals, ',', '.'),
});

/** So many decimals that the first two digits of the number are seen, at most two. */
export const decimalsFor = (size: number): number => {
  if (size >= 10) return 0;
  return size >= 1 ? 1 : 2;
};

/**
 * How sure it is, behind the number: ` (tussen 210 en 310)`, without signs; with a decimal more when both ends would read the
 * same, and nothing when there is nothing between them.
 */
export const rangeWords = (from: number, until: number, decimals: number): Sentence => {
  const [a, b] = [Math.abs(from), Math.abs(until)].sort((x, y) => x - y) as [number, number];
  const [low, high] = [numberWords(a, decimals), numberWords(b, decimals)];
  if (low.nl !== high.nl)
    return { nl: ` (tussen ${low.nl} en ${high.nl})`, en: ` (between ${low.en} and ${high.en})` };
  return decimals < 2 ? rangeWords(from, until, decimals + 1) : { nl: '', en: '' };
};
