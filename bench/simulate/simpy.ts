import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { SimModel, SimResult, SimRun } from '#planning/simulate/types.ts';

/** The Python that has SimPy: that of the shell, or the system's own, for which Debian's python3-simpy is. */
export const pythonWithSimpy = (): string | undefined =>
  ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import simpy']).status === 0);

/** Plays the model in SimPy: the same figures a year, and the seconds of CPU of the playing alone. */
export const playInSimpy = (
  python: string,
  model: SimModel,
  run: SimRun,
): { result: SimResult; seconds: number } => {
  const { stdout, stderr, status } = spawnSync(python, [join(import.meta.dirname, 'peer.py')], {
    input: JSON.stringify({ model, run }),
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(String(stderr));
  const { seconds, rows }: { seconds: number; rows: (number | null)[][] } = JSON.parse(String(stdout));
  const values = Float64Array.from(rows.flat(), (each) => each ?? Number.NaN);
  const [flows, wards] = [model.flows, model.wards].map((of) => of.map(({ id }) => id)) as [string[], string[]];
  return { seconds, result: { years: run.years, days: run.days, flows, wards, values, events: 0 } };
};
