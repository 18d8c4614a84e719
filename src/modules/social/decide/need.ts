import type { Sentence } from '#kernel/refusal.ts';
import type { KindCode } from './kinds.ts';

/** How well a kind of help may answer a need: 3 made for it, 2 often helps, 1 may be what is behind it. */
export type Fit = 1 | 2 | 3;

/** A need of daily life: what it is called, the words people use for it, and what kinds of help may answer it. */
export interface Need extends Sentence {
  readonly code: string;
  readonly words: readonly string[];
  readonly kinds: Readonly<Partial<Record<KindCode, Fit>>>;
}

/** Writes a need: its words stand with a bar between. */
export const need = (
  code: string,
  [nl, en]: readonly [string, string],
  words: string,
  kinds: Readonly<Partial<Record<KindCode, Fit>>>,
): Need => ({ code, nl, en, words: words.split('|'), kinds });
