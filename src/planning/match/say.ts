import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { fill, type Sentence } from '#kernel/refusal.ts';
import { dayWords, stretchWords } from '#kernel/words.ts';

/** Where a sentence is about: the clock on its wall, and the telephone that answers. */
export interface SiteWords {
  readonly zone: string;
  readonly phone: string;
}

/** A sentence in both languages from one pattern each; a name in it may be a sentence itself. */
export const say = (
  nl: string,
  en: string,
  params: Readonly<Record<string, Sentence | string | number>> = {},
): Sentence => {
  const pick = (language: keyof Sentence): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  return { nl: fill(nl, pick('nl')), en: fill(en, pick('en')) };
};

/** Sentences behind each other; what is null is left unsaid. */
export const join = (...sentences: readonly (Sentence | null)[]): Sentence => {
  const said = sentences.filter((sentence) => sentence !== null);
  return { nl: said.map(({ nl }) => nl).join(' '), en: said.map(({ en }) => en).join(' ') };
};

/** The local day of a moment, as people there say it. */
export const dayOf = (at: Instant, now: Instant, zone: string): Sentence =>
  dayWords(localDay(at, zone), localDay(now, zone));

/** The age of a figure: `14 uur`. */
export const ageOf = (asOf: Instant, now: Instant): Sentence => stretchWords(now - asOf);
