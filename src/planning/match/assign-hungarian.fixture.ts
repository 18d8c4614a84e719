import type { Costs } from './assign-solve.ts';

const NEVER = 1e9;

/** The square of all costs, with a column of its own for each row that stays without. */
const squareOf = ({ rows, columns, starts, column, cost, none }: Costs): number[][] =>
  Array.from({ length: rows }, (_, row) => {
    const line = new Array<number>(columns + rows).fill(NEVER);
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      line[column[at] as number] = cost[at] as number;
    line[columns + row] = none[row] as number;
    return line;
  });

/** One round of the method: the least each column costs from the tree so far, and by which column one came there. */
interface Round {
  readonly least: number[];
  readonly way: number[];
  readonly used: boolean[];
}

interface Potentials {
  readonly u: number[];
  readonly v: number[];
  readonly owner: number[];
}

const nearest = (
  { least, way, used }: Round,
  here: number,
  line: readonly number[],
  { v }: Potentials,
  u: number,
): number => {
  let next = 0;
  for (let j = 1; j < least.length; j++) {
    if (used[j] === true) continue;
    const reduced = (line[j - 1] as number) - u - (v[j] as number);
    if (reduced < (least[j] as number)) {
      least[j] = reduced;
      way[j] = here;
    }
    if (next === 0 || (least[j] as number) < (least[next] as number)) next = j;
  }
  return next;
};

const shift = ({ least, used }: Round, { u, v, owner }: Potentials, step: number): void => {
  for (let j = 0; j < least.length; j++) {
    if (used[j] === true) {
      const row = owner[j] as number;
      u[row] = (u[row] as number) + step;
      v[j] = (v[j] as number) - step;
    } else least[j] = (least[j] as number) - step;
  }
};

/** The least sum by another road than ours: the plain Hungarian method, slow and short. For tests. */
export const leastByHungarian = (of: Costs): number => {
  const square = squareOf(of);
  const width = of.columns + of.rows + 1;
  const p: Potentials = {
    u: new Array<number>(of.rows + 1).fill(0),
    v: new Array<number>(width).fill(0),
    owner: new Array<number>(width).fill(0),
  };
  for (let row = 1; row <= of.rows; row++) {
    const round: Round = {
      least: new Array<number>(width).fill(Number.POSITIVE_INFINITY),
      way: new Array<number>(width).fill(0),
      used: new Array<boolean>(width).fill(false),
    };
    p.owner[0] = row;
    let here = 0;
    while (p.owner[here] !== 0) {
      round.used[here] = true;
      const mine = p.owner[here] as number;
      const next = nearest(round, here, square[mine - 1] as number[], p, p.u[mine] as number);
      shift(round, p, round.least[next] as number);
      here = next;
    }
    for (; here !== 0; here = round.way[here] as number)
      p.owner[here] = p.owner[round.way[here] as number] as number;
  }
  return p.owner
    .map((row, j) => (j === 0 || row === 0 ? 0 : (square[row - 1]?.[j - 1] as number)))
    .reduce((sum, cost) => sum + cost, 0);
};
