import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Costs } from '#planning/match/assign-solve.ts';

/** The Python that has SciPy: that of the shell, or the system's own, for which Debian's python3-scipy is. */
const python = (): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (each) => spawnSync(each, ['-c', 'import scipy.optimize']).status === 0,
  );

/** Is SciPy on this machine (Debian: python3-scipy)? */
export const hasScipy = (): boolean => python() !== undefined;

/**
 * The same numbers in the form that suits SciPy best: where a place costs more than none, it costs as much as none, and
 * whoever gets it has none. With at least as many places as people that is the same question, without extra columns.
 */
const clipped = ({ rows, columns, starts, column, cost, none }: Costs): Float64Array => {
  const grid = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const without = none[row] as number;
    grid.fill(without, row * columns, (row + 1) * columns);
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      grid[row * columns + (column[at] as number)] = Math.min(cost[at] as number, without);
  }
  return grid;
};

/** The sum that SciPy finds, and the least of its times in milliseconds. */
export const solveWithScipy = (of: Costs, times: number): { total: number; milliseconds: number } => {
  const { rows, columns } = of;
  if (rows > columns) throw new Error('SciPy needs as many places as people for this form');
  const matrix = clipped(of);
  const { stdout, stderr, status } = spawnSync(
    python() ?? 'python3',
    [join(import.meta.dirname, 'scipy-solve.py'), String(rows), String(columns), String(times)],
    { input: Buffer.from(matrix.buffer), maxBuffer: 1 << 20 },
  );
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(String(stdout)) as { total: number; milliseconds: number };
};
