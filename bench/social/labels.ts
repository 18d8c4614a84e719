import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A question with how well each kind of help answers it: 3 made for it, 2 often helps, 1 may help; not named is 0. */
export interface Labelled {
  readonly question: string;
  readonly grades: Readonly<Record<string, number>>;
}

interface Group {
  readonly grades: Readonly<Record<string, number>>;
  readonly questions: readonly string[];
}

/** The published questions; those of one group ask the same in other words. */
export const labelledQuestions = (): Labelled[] => {
  const text = readFileSync(join(import.meta.dirname, 'questions.json'), 'utf8');
  return (JSON.parse(text) as Group[]).flatMap(({ grades, questions }) =>
    questions.map((question) => ({ question, grades })),
  );
};

const DEPTH = 10;

const gainOf = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/** nDCG@10 of the kinds in the order found, against the best order there is when each kind has so many services. */
export const ndcg = (
  { grades }: Labelled,
  found: readonly (string | undefined)[],
  perKind: number,
): number => {
  const gained = gainOf(found.map((kind) => (kind === undefined ? 0 : (grades[kind] ?? 0))));
  const best = Object.values(grades)
    .sort((a, b) => b - a)
    .flatMap((grade) => Array.from({ length: perKind }, () => grade));
  return gained / gainOf(best);
};
