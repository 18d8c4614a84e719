import { lengthOf } from './capacity.ts';
import { type Line, NEED, type Needs } from './order-line.ts';
import { GRID, type HalfDay, LEAST_NURSES, type Room, type Seat, type Treatment } from './types.ts';

/** What a half-day has and a visit takes, in the order of the kinds: chairs, beds, nursing, and nurses for each set-up. */
const CHAIRS = { treatment: 0, living: 2 } as const;
const BED = 1;
const NURSING = 4;
const SET_UP = 5;

/** How the treatments of a rota look to a line of steps. */
export interface Shapes {
  readonly needs: readonly Needs[];
  /** Whole numbers that stand for one nurse: every share of a nurse is one too. */
  readonly nurse: number;
  /** The competences, in the order of their kinds. */
  readonly competences: readonly string[];
}

const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
const multiple = (a: number, b: number): number => (a / common(a, b)) * b;

/** Whether anything may run at all. */
export const isOpen = ({ minutes, nurses }: HalfDay): boolean => minutes > 0 && nurses.length >= LEAST_NURSES;

const seatNeeds = ({ room, bed, from, until }: Seat): number[][] => {
  const kind = CHAIRS[room];
  const [first, last] = [from / GRID, until / GRID];
  return bed
    ? [
        [kind, first, last, 1],
        [kind + BED, first, last, 1],
      ]
    : [[kind, first, last, 1]];
};

const needsOf = (treatment: Treatment, nurse: number, competences: readonly string[]): Needs => {
  const [setUp, whole] = [treatment.setUp / GRID, lengthOf(treatment) / GRID];
  const rows = [
    ...treatment.seats.flatMap(seatNeeds),
    [NURSING, 0, setUp, nurse],
    [NURSING, setUp, whole, nurse / treatment.ratio],
    [SET_UP + competences.indexOf(treatment.competence), 0, setUp, 1],
  ].filter(([, from, until]) => (from as number) < (until as number));
  const needs = new Int32Array(rows.length * NEED);
  for (const [row, numbers] of rows.entries()) needs.set(numbers, row * NEED);
  return needs;
};

/** Works out once what every treatment takes. */
export const shapesOf = (treatments: readonly Treatment[]): Shapes => {
  const nurse = treatments.reduce((so, { ratio }) => multiple(so, ratio), 1);
  const competences = [...new Set(treatments.map(({ competence }) => competence))];
  return { nurse, competences, needs: treatments.map((each) => needsOf(each, nurse, competences)) };
};

/** How much of each kind a half-day has at any moment. */
const amountsOf = ({ chairs, nurses }: HalfDay, { nurse, competences }: Shapes): number[] => {
  const count = (room: Room, bed: boolean): number =>
    chairs.filter((chair) => chair.room === room && (chair.bed || !bed)).length;
  return [
    ...[count('treatment', false), count('treatment', true), count('living', false), count('living', true)],
    nurses.length * nurse,
    ...competences.map((name) => nurses.filter((each) => each.competences.includes(name)).length),
  ];
};

/** How many steps a half-day has on a line; one that is closed has none. */
export const stepsOf = (halfDay: HalfDay): number =>
  isOpen(halfDay) ? Math.floor(halfDay.minutes / GRID) : 0;

/** Half-days end to end, with everything still there. */
export const lineOf = (halfDays: readonly HalfDay[], shapes: Shapes): Line => {
  const [kinds, steps] = [
    SET_UP + shapes.competences.length,
    halfDays.reduce((so, each) => so + stepsOf(each), 0),
  ];
  const left = new Int32Array(kinds * steps);
  let from = 0;
  for (const halfDay of halfDays) {
    const until = from + stepsOf(halfDay);
    for (const [kind, amount] of amountsOf(halfDay, shapes).entries())
      left.fill(amount, kind * steps + from, kind * steps + until);
    from = until;
  }
  return { kinds, steps, left };
};

/** The least nursing that is left at any step, in shares of a nurse. */
export const leastNursing = ({ left, steps }: Line): number =>
  Math.min(...left.subarray(NURSING * steps, (NURSING + 1) * steps));

/** The least nursing that is left, in shares of a nurse, while a visit that starts at this step lasts. */
export const nursingLeft = ({ left, steps }: Line, needs: Needs, start: number): number => {
  let whole = 0;
  for (let at = 0; at < needs.length; at += NEED) whole = Math.max(whole, needs[at + 2] as number);
  const from = NURSING * steps + start;
  return Math.min(...left.subarray(from, from + whole));
};

/** The same line with so many shares of a nurse less all the time. */
export const withLessNursing = (line: Line, shares: number): Line => {
  const left = line.left.slice();
  for (let at = NURSING * line.steps; at < (NURSING + 1) * line.steps; at++)
    left[at] = (left[at] as number) - shares;
  return { ...line, left };
};
