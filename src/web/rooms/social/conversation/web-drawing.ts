import { DIMENSIONS, type Dimension } from '#modules/social/types.ts';

/** A place in the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the middle of the web is, and how long an axis. */
export const MIDDLE = 100;
const AXIS = 76;
const MOST = 10;

const at = (index: number, length: number): Point => {
  const turn = (index / DIMENSIONS.length) * 2 * Math.PI - Math.PI / 2;
  return { x: MIDDLE + Math.cos(turn) * length, y: MIDDLE + Math.sin(turn) * length };
};

/** Where a mark stands on its axis. */
export const pointOf = (dimension: Dimension, mark: number): Point =>
  at(DIMENSIONS.indexOf(dimension), (mark / MOST) * AXIS);

/** The end of an axis, and where its number stands. */
export const endsOf = (dimension: Dimension): { readonly end: Point; readonly label: Point } => {
  const index = DIMENSIONS.indexOf(dimension);
  return { end: at(index, AXIS), label: at(index, AXIS + 13) };
};

type Marks = ReadonlyMap<Dimension, number | null>;

/** The lines of a web: between marks that stand beside one another; where one is missing there is none. */
export const linesOf = (marks: Marks): readonly (readonly [Point, Point])[] =>
  DIMENSIONS.flatMap((dimension, index) => {
    const next = DIMENSIONS[(index + 1) % DIMENSIONS.length] as Dimension;
    const [from, to] = [marks.get(dimension) ?? null, marks.get(next) ?? null];
    return from === null || to === null ? [] : [[pointOf(dimension, from), pointOf(next, to)] as const];
  });

/** The rings behind it. */
export const RINGS: readonly (readonly Point[])[] = [2, 4, 6, 8, 10].map((mark) =>
  DIMENSIONS.map((dimension) => pointOf(dimension, mark)),
);
