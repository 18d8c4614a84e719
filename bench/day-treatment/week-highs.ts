import highs from 'highs';
import { NEED } from '#planning/rota/order-line.ts';
import type { Ask } from '#planning/rota/week-ask.ts';

// Its types are those of the other kind of module; what is imported is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

/** What HiGHS found and for how much. */
export interface WeekByHighs {
  /** What its best plan costs; null: it found none in time. */
  readonly cost: number | null;
  /** It says that there is none better. */
  readonly optimal: boolean;
  readonly milliseconds: number;
}

interface Columns {
  readonly costs: number[];
  readonly starts: number[];
  readonly rows: number[];
  readonly values: number[];
}

/** Which rows a start takes part in, and with how much: everybody's own, and what is left of each kind at each step. */
const entriesOf = ({ line, shapes, wanted }: Ask, index: number, start: number): Map<number, number> => {
  const entries = new Map([[index, 1]]);
  const needs = shapes[wanted[index]?.shape as number] as Int32Array;
  for (let need = 0; need < needs.length; need += NEED) {
    const [kind, from, until, amount] = [...needs.subarray(need, need + NEED)] as [
      number,
      number,
      number,
      number,
    ];
    for (let step = start + from; step < start + until; step++) {
      const row = wanted.length + kind * line.steps + step;
      entries.set(row, (entries.get(row) ?? 0) + amount);
    }
  }
  return entries;
};

/** One column for every start of everybody, one for being left out. */
const columnsOf = (ask: Ask): Columns => {
  const columns: Columns = { costs: [], starts: [0], rows: [], values: [] };
  const add = (cost: number, entries: Map<number, number>): void => {
    columns.costs.push(cost);
    for (const [row, value] of [...entries].sort(([a], [b]) => a - b)) {
      columns.rows.push(row);
      columns.values.push(value);
    }
    columns.starts.push(columns.rows.length);
  };
  for (const [index, { starts, costs, none }] of ask.wanted.entries()) {
    for (const [at, start] of starts.entries()) add(costs[at] as number, entriesOf(ask, index, start));
    if (none !== Number.POSITIVE_INFINITY) add(none, new Map([[index, 1]]));
  }
  return columns;
};

/**
 * The same week, the same numbers, as a whole-number program with a row for every five minutes. That everybody also has
 * a chair and a nurse of their own behind the counts is left out, so that it can only find something cheaper. Building
 * the model is not counted.
 */
export const weekByHighs = async (ask: Ask, seconds: number): Promise<WeekByHighs> => {
  const solver = await loadHighs();
  const { costs, starts, rows, values } = columnsOf(ask);
  const [numCols, numRows] = [costs.length, ask.wanted.length + ask.line.left.length];
  const model = solver.createModel({
    numCols,
    numRows,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from({ length: numRows }, (_, row) =>
      row < ask.wanted.length ? 1 : -solver.infinity,
    ),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) =>
      row < ask.wanted.length ? 1 : (ask.line.left[row - ask.wanted.length] as number),
    ),
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows),
      values: Float64Array.from(values),
    },
    integrality: new Int32Array(numCols).fill(1),
  });
  model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  const before = process.cpuUsage();
  model.run();
  const { user, system } = process.cpuUsage(before);
  const cost = model.getObjectiveValue();
  const optimal = model.getModelStatus() === solver.constants.modelStatus.optimal;
  model.dispose();
  return { cost: Number.isFinite(cost) ? cost : null, optimal, milliseconds: (user + system) / 1_000 };
};
