import highs from 'highs';
import type { Costs } from '#planning/match/assign-solve.ts';

// Its types are those of the other kind of module; what is imported is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

/** Milliseconds of CPU that work takes: on a busy machine the clock on the wall says little. */
export const cpuOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
};

/** What HiGHS was given and what it found. */
export interface Solved {
  readonly total: number;
  readonly milliseconds: number;
  /** Pairs that go together, in the model. */
  readonly pairs: number;
}

const toColumns = ({ rows, starts: first, column, cost, none }: Costs) => {
  const [prices, starts, indices]: [number[], number[], number[]] = [[], [0], []];
  const add = (price: number, ...constraints: number[]): void => {
    prices.push(price);
    indices.push(...constraints);
    starts.push(indices.length);
  };
  for (let row = 0; row < rows; row++) {
    for (let at = first[row] as number; at < (first[row + 1] as number); at++)
      add(cost[at] as number, row, rows + (column[at] as number));
    add(none[row] as number, row);
  }
  return { prices, starts, indices };
};

/**
 * The same question as a transport problem, the form in which a linear solver likes it best: one variable for each pair
 * that goes together and one for staying without, each row exactly once, each column at most once. Its corners are whole,
 * so no branching is needed. Building the model is not counted, only the solving.
 */
export const solveWithHighs = async (of: Costs): Promise<Solved> => {
  const solver = await loadHighs();
  const { prices, starts, indices } = toColumns(of);
  const numRows = of.rows + of.columns;
  const model = solver.createModel({
    numCols: prices.length,
    numRows,
    colCost: Float64Array.from(prices),
    colLower: new Float64Array(prices.length),
    colUpper: new Float64Array(prices.length).fill(solver.infinity),
    rowLower: Float64Array.from({ length: numRows }, (_, at) => (at < of.rows ? 1 : 0)),
    rowUpper: new Float64Array(numRows).fill(1),
    matrix: {
      format: 'csc',
      numRows,
      numCols: prices.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  });
  model.options.set({ output_flag: false });
  const milliseconds = cpuOf(() => model.run());
  const total = model.getObjectiveValue();
  const optimal = model.getModelStatus() === solver.constants.modelStatus.optimal;
  model.dispose();
  if (!optimal) throw new Error('HiGHS found no best answer');
  return { total, milliseconds, pairs: prices.length - of.rows };
};
