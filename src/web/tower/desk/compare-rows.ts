import { LIMIT_CHECKS, type Proposal } from '#modules/placement/contract.ts';

/** The line of a proposal that stands in one row of the comparison. */
export type Line = Proposal['checks'][number];

/** One row: what it is about, and what each place says of it (null: says nothing). */
export interface CompareRow {
  readonly code: Line['code'];
  readonly cells: readonly (Line | null)[];
}

/** The order of attention: can it be done, can they come, how far, what was wished. The age has a row of its own. */
const ORDER: readonly Line['code'][] = [
  'care',
  'needs',
  ...LIMIT_CHECKS,
  'admission',
  'distance',
  'partner',
  'area',
  'language',
  'length',
];

const isLimit = (code: Line['code']): boolean => LIMIT_CHECKS.some((limit) => limit === code);

/**
 * Long enough free is what one expects: only a gap that is too short is worth a row. A hard limit is told only where it
 * matters, and one that nobody knows is a question to ask.
 */
const speaks = ({ code, cells }: CompareRow): boolean =>
  cells.some((cell) => {
    if (cell === null || isLimit(code)) return cell !== null;
    return code === 'length' ? cell.met === false : cell.met !== null;
  });

/** The same rows for all places, so that the eye reads differences; what was not asked of any of them is left out. */
export const compareRows = (places: readonly Proposal[]): CompareRow[] =>
  ORDER.map((code) => ({
    code,
    cells: places.map(({ checks }) => checks.find((check) => check.code === code) ?? null),
  })).filter(speaks);
