import highs from 'highs';
import { startAscent } from '#planning/rota/bound.ts';
import { drawNet, type Net } from '#planning/rota/patterns.ts';
import { cheapest, wayCost, wayOf } from '#planning/rota/patterns-cheapest.ts';
import { type CapacityTable, capacityTable } from '#planning/rota/plan-capacity.ts';
import type { Rota } from '#planning/rota/types.ts';

// Its types are those of the other kind of module; what is imported is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

type Model = ReturnType<Awaited<ReturnType<typeof loadHighs>>['createModel']>;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

/** What HiGHS found on the patterns, and what it took. */
export interface PeerAnswer {
  /** The linear relaxation over all patterns there are: no plan costs less. */
  readonly lp: number;
  /** Whether no pattern was left that could make it less; if not, `lp` is what is proven so far. */
  readonly complete: boolean;
  readonly lpSeconds: number;
  /** The best plan it found on the patterns of the relaxation; null: none in its time. */
  readonly cost: number | null;
  readonly milpSeconds: number;
  readonly columns: number;
}

/** The steps of the prices before the first patterns are made, and after how many of them patterns are kept. */
const WARM_STEPS = 300;
const KEEP_EVERY = 10;
const MOST_ROUNDS = 60;
/** A pattern that wins less than this wins nothing. */
const NOTHING = 1e-6;

/** The patterns that are known, each once, in the form a solver likes. */
class Columns {
  readonly costs: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];
  private readonly known = new Set<string>();
  private readonly net: Net;
  private readonly table: CapacityTable;

  constructor(net: Net, table: CapacityTable) {
    this.net = net;
    this.table = table;
    for (let course = 0; course < net.courses; course++)
      this.push(net.without[course] as number, [[course, 1]]);
  }

  private push(cost: number, entries: readonly (readonly [number, number])[]): void {
    this.costs.push(cost);
    for (const [row, value] of entries) {
      this.indices.push(row);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }

  /** Adds a way of a course unless it is there. */
  add(course: number, way: Int32Array): void {
    const { net, table } = this;
    const [first, last] = [net.visitsFrom[course] as number, net.visitsFrom[course + 1] as number];
    const key = way.subarray(first, last).join(' ');
    if (this.known.has(key)) return;
    this.known.add(key);
    const entries: [number, number][] = [[course, 1]];
    for (let visit = first; visit < last; visit++) {
      if (net.locked[visit] === 1) continue;
      const halfDay = net.halfDay[way[visit] as number] as number;
      for (
        let row = table.rowsFrom[halfDay] as number;
        row < (table.rowsFrom[halfDay + 1] as number);
        row++
      ) {
        const takes = table.takes[row * net.treatments + (net.treatment[course] as number)] as number;
        if (takes > 0) entries.push([net.courses + row, takes]);
      }
    }
    this.push(wayCost(net, course, way), entries);
  }
}

/** The cheapest pattern of everybody at these prices becomes a column. Says what everybody costs. */
const addCheapest = (
  net: Net,
  columns: Columns,
  price: Float64Array,
  worth: (course: number) => number,
): { sum: number; added: number } => {
  const way = new Int32Array(net.locked.length);
  const shut = new Float64Array(price.length);
  let [sum, added] = [0, 0];
  for (let course = 0; course < net.courses; course++) {
    const without = net.without[course] as number;
    const cost = net.reasons[course] === null ? cheapest(net, course, { price, shut, weight: 1 }) : without;
    sum += Math.min(cost, without);
    if (cost >= worth(course) - NOTHING) continue;
    wayOf(net, course, way);
    columns.add(course, way);
    added += 1;
  }
  return { sum, added };
};

/** For each half-day on which a course may end, the cheapest way that ends there becomes a column as well. */
const addEnds = (net: Net, columns: Columns, price: Float64Array): void => {
  const way = new Int32Array(net.locked.length);
  const shut = new Float64Array(price.length);
  for (let course = 0; course < net.courses; course++) {
    if (net.reasons[course] !== null) continue;
    cheapest(net, course, { price, shut, weight: 1 });
    const last = (net.visitsFrom[course + 1] as number) - 1;
    for (let end = net.nodesFrom[last] as number; end < (net.nodesFrom[last + 1] as number); end++) {
      let node = end;
      for (let visit = last; visit >= (net.visitsFrom[course] as number); visit--) {
        way[visit] = node;
        node = net.back[node] as number;
      }
      columns.add(course, way);
    }
  }
};

/** Whoever needs one visit only has few patterns: all of them are columns from the start. */
const addSingles = (net: Net, columns: Columns): void => {
  const way = new Int32Array(net.locked.length);
  for (let course = 0; course < net.courses; course++) {
    const visit = net.visitsFrom[course] as number;
    if (net.visitsFrom[course + 1] !== visit + 1) continue;
    for (let node = net.nodesFrom[visit] as number; node < (net.nodesFrom[visit + 1] as number); node++) {
      way[visit] = node;
      columns.add(course, way);
    }
  }
};

const modelInput = (net: Net, table: CapacityTable, columns: Columns, infinity: number) => {
  const numRows = net.courses + table.left.length;
  const numCols = columns.costs.length;
  return {
    ...{ numRows, numCols },
    colCost: Float64Array.from(columns.costs),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(infinity),
    rowLower: Float64Array.from({ length: numRows }, (_, row) => (row < net.courses ? 1 : -infinity)),
    rowUpper: Float64Array.from({ length: numRows }, (_, row) =>
      row < net.courses ? 1 : (table.left[row - net.courses] as number),
    ),
    matrix: {
      format: 'csc' as const,
      ...{ numRows, numCols },
      starts: Int32Array.from(columns.starts),
      indices: Int32Array.from(columns.indices),
      values: Float64Array.from(columns.values),
    },
  };
};

const addSince = (model: Model, columns: Columns, since: number, numRows: number, infinity: number): void => {
  const count = columns.costs.length - since;
  const offset = columns.starts[since] as number;
  model.addCols({
    cost: Float64Array.from(columns.costs.slice(since)),
    lower: new Float64Array(count),
    upper: new Float64Array(count).fill(infinity),
    matrix: {
      format: 'csc',
      ...{ numRows, numCols: count },
      starts: Int32Array.from(columns.starts.slice(since), (start) => start - offset),
      indices: Int32Array.from(columns.indices.slice(offset)),
      values: Float64Array.from(columns.values.slice(offset)),
    },
  });
};

/** What one of each treatment pays on each half-day at the duals of the capacity rows. */
const pricesAt = (net: Net, table: CapacityTable, dual: Float64Array): Float64Array => {
  const price = new Float64Array(net.halfDays * net.treatments);
  for (let halfDay = 0; halfDay < net.halfDays; halfDay++)
    for (let row = table.rowsFrom[halfDay] as number; row < (table.rowsFrom[halfDay + 1] as number); row++)
      for (let kind = 0; kind < net.treatments; kind++) {
        const key = halfDay * net.treatments + kind;
        const worth = Math.max(0, -(dual[net.courses + row] as number));
        price[key] = (price[key] as number) + worth * (table.takes[row * net.treatments + kind] as number);
      }
  return price;
};

const worthOfRows = (net: Net, table: CapacityTable, dual: Float64Array): number =>
  table.left.reduce((sum, left, row) => sum + Math.max(0, -(dual[net.courses + row] as number)) * left, 0);

/**
 * The same question to HiGHS: one pattern for each course, no capacity row overdrawn. There are far too many patterns of a
 * series to write them all down, so they are made while the relaxation asks for them, until it asks for no more: then its
 * value holds for all. On the patterns it has then, all of who needs one visit and for the others the cheapest for each
 * last half-day, HiGHS looks for a whole plan, so many seconds of CPU.
 */
export const solveWithHighs = async (rota: Rota, seconds: number): Promise<PeerAnswer> => {
  const solver = await loadHighs();
  const begin = cpuSeconds();
  const [net, table] = [drawNet(rota), capacityTable(rota)];
  const columns = new Columns(net, table);
  const ascent = startAscent(net, table);
  for (let step = 1; step <= WARM_STEPS; step++) {
    ascent.step(Number.MAX_VALUE);
    if (step % KEEP_EVERY === 0) addCheapest(net, columns, ascent.price, () => Number.POSITIVE_INFINITY);
  }
  addSingles(net, columns);
  const model = solver.createModel(modelInput(net, table, columns, solver.infinity));
  model.options.set({ output_flag: false });
  let [lp, complete] = [ascent.best, false];
  for (let round = 0; round < MOST_ROUNDS && !complete; round++) {
    model.run();
    const { rowDual } = model.getSolution();
    const since = columns.costs.length;
    const price = pricesAt(net, table, rowDual);
    const { sum, added } = addCheapest(net, columns, price, (course) => rowDual[course] as number);
    lp = Math.max(lp, sum - worthOfRows(net, table, rowDual));
    complete = added === 0;
    if (complete) addEnds(net, columns, price);
    if (columns.costs.length > since)
      addSince(model, columns, since, net.courses + table.left.length, solver.infinity);
  }
  const lpSeconds = cpuSeconds() - begin;
  const numCols = columns.costs.length;
  model.changeColsIntegrality(
    { kind: 'range', from: 0, to: numCols - 1 } as never,
    new Int32Array(numCols).fill(1),
  );
  model.options.set({ mip_rel_gap: 1e-6 });
  const middle = cpuSeconds();
  model.run({
    // On a busy machine the wall says little: it is stopped when it has had its seconds of CPU.
    [solver.constants.callbackType.mipInterrupt]: (event) => {
      if (cpuSeconds() - middle > seconds) event.interrupt();
      return undefined;
    },
  });
  const found = Number(model.info.get('primal_solution_status')) === 2;
  const cost = found ? model.getObjectiveValue() : null;
  model.dispose();
  return { lp, complete, lpSeconds, cost, milpSeconds: cpuSeconds() - middle, columns: numCols };
};
