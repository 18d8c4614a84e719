import type { AccountsCode } from '#modules/accounts/types.ts';

const SHORTEST = 12;
const LONGEST = 128;
/** Fewer different characters than this is a row of the same. */
const FEWEST_DIFFERENT = 5;
/** Parts of names shorter than this stand in any sentence. */
const SHORTEST_WORD = 4;

/** What about its owner must not stand in a password. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  readonly region: string;
}

const wordsOf = ({ name, email, region }: PasswordOwner): string[] =>
  [name, email, region, 'verkeerstoren']
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= SHORTEST_WORD);

/** The word that is left when what people add to a word is taken off: digits and signs before and after. */
const coreOf = (text: string): string => text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');

const isRepeated = (text: string): boolean => /^(.{1,8}?)\1+.{0,3}$/u.test(text);

/** Letters or digits that only count up or down. */
const isRow = (text: string): boolean => {
  const steps = [...text]
    .slice(1)
    .map((letter, at) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0));
  return steps.filter((step) => Math.abs(step) <= 1).length >= steps.length - 1;
};

const isGuessed = (password: string, known: (word: string) => boolean): boolean => {
  const text = password.toLowerCase();
  const core = coreOf(text);
  if (known(text) || known(core) || known(text.replace(/\s+/g, ''))) return true;
  return new Set(text).size < FEWEST_DIFFERENT || isRepeated(text) || isRow(text);
};

/** Why this password cannot be used; null when it can. Length counts, signs are free, and it never has to change. */
export const judgePassword = (
  password: string,
  owner: PasswordOwner,
  known: (word: string) => boolean,
): AccountsCode | null => {
  const { length } = [...password];
  if (length < SHORTEST) return 'password-short';
  if (length > LONGEST) return 'password-long';
  if (isGuessed(password, known)) return 'password-known';
  const text = password.toLowerCase();
  return wordsOf(owner).some((word) => text.includes(word)) ? 'password-own-words' : null;
};
