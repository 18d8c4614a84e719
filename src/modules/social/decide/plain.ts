/** A text as it is compared: small letters without accents, one space between words. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Words that say nothing about what somebody needs. */
const EMPTY = new Set(
  `a aan al alleen als altijd andere ben bent bij dan dat de deze die dit door dus een elke en er erg even ga gaan gaat geen
  graag haar hebben heb hebt heeft heel help hem het hier hij hoe hoor hulp ik in is ja je jij kan kom komen komt krijg kun
  kunnen maar mag meer men met mij mijn moet moeten mn na naar nergens niet niets niks nodig nog nu of om omdat ons onze ook op
  over s soms steeds te teveel tegen toch toe tot u uit uw vaak van veel vind voor wat weer weet wel wie wij wil willen word worden wordt
  zal ze zelf zeer zich zij zijn zo zoek zoeken zou`.split(/\s+/),
);

/** The words of a question that may say what somebody needs. */
export const wordsOf = (text: string): readonly string[] =>
  plainOf(text)
    .split(' ')
    .filter((word) => word.length > 1 && !EMPTY.has(word));

const ENDINGS = /(?:en|er|e|s|t|je|jes|de|te|ten|den)$/;

/** A word without its Dutch ending, roughly: slapen, slaap and slaapt meet. */
export const stemOf = (word: string): string => {
  const cut = word.length > 4 ? word.replace(ENDINGS, '') : word;
  return cut
    .replace(/(aa|ee|oo|uu)(?=[^aeiou]$)/, (pair) => pair.charAt(0))
    .replace(/([bcdfgklmnprst])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
};

/** The next line of the table of typing errors, from the two before it. */
const nextLine = (
  { one, other, at }: { readonly one: string; readonly other: string; readonly at: number },
  last: readonly number[],
  before: readonly number[],
): number[] => {
  const row = [at];
  for (let j = 1; j <= other.length; j++) {
    const changed = (last[j - 1] ?? 0) + (one[at - 1] === other[j - 1] ? 0 : 1);
    const swapped = one[at - 1] === other[j - 2] && one[at - 2] === other[j - 1];
    const asSwapped = at > 1 && j > 1 && swapped ? (before[j - 2] ?? 0) + 1 : changed;
    row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, asSwapped));
  }
  return row;
};

/** Do two words differ by at most so many typing errors: a letter wrong, missing, too many, or two swapped? */
export const isNear = (one: string, other: string, most: number): boolean => {
  if (Math.abs(one.length - other.length) > most) return false;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let at = 1; at <= one.length; at++) {
    const row = nextLine({ one, other, at }, last, before);
    before = last;
    last = row;
  }
  return (last[other.length] ?? most + 1) <= most;
};
