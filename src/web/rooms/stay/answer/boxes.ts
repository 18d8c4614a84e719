import type { AnswerBoxes, AnswerView } from '#modules/stay/contract.ts';
import { WRITTEN_BOXES } from '#modules/stay/types.ts';

/** A box that is written; the medicines fill the fifth. */
export type WrittenBox = (typeof WRITTEN_BOXES)[number];

/** What is not ready yet, while one writes: empty boxes, and changes in the medicines without a reason. */
export interface Lacking {
  readonly empty: readonly WrittenBox[];
  readonly unexplained: AnswerView['medication'];
  readonly count: number;
}

/** What the answer still lacks, as it stands on the screen. */
export const lackingOf = (boxes: AnswerBoxes, medication: AnswerView['medication']): Lacking => {
  const empty = WRITTEN_BOXES.filter((box) => boxes[box].trim() === '');
  const unexplained = medication.filter(({ reason }) => reason === null);
  return { empty, unexplained, count: empty.length + unexplained.length };
};

/** Is nothing written that the other does not have? */
export const sameBoxes = (one: AnswerBoxes, other: AnswerBoxes): boolean =>
  WRITTEN_BOXES.every((box) => one[box].trim() === other[box].trim());

/** Boxes in which two people wrote something else. */
export const apart = (mine: AnswerBoxes, theirs: AnswerBoxes): WrittenBox[] =>
  WRITTEN_BOXES.filter((box) => mine[box].trim() !== theirs[box].trim());

/** What both wrote, one below the other: nothing is lost. */
export const both = (mine: string, theirs: string): string =>
  [theirs.trim(), mine.trim()].filter((text) => text !== '').join('\n\n');
