import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { leastByHungarian } from './assign-hungarian.fixture.ts';
import { type Costs, NOBODY, solve, totalOf } from './assign-solve.ts';

/** A table of costs as a grid, row after row; Infinity where the two never go together. */
const fromGrid = (rows: number, columns: number, grid: readonly number[], none: readonly number[]): Costs => {
  const entries = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => ({
      column,
      cost: grid[row * columns + column] as number,
    })).filter(({ cost }) => cost !== Number.POSITIVE_INFINITY),
  );
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) as number) + row.length);
  return {
    rows,
    columns,
    starts: Int32Array.from(starts),
    column: Int32Array.from(entries.flat(), ({ column }) => column),
    cost: Float64Array.from(entries.flat(), ({ cost }) => cost),
    none: Float64Array.from(none),
  };
};

/** The least sum by trying everything: each row goes to any free column, or to none. */
const byTrying = (of: Costs, row = 0, taken = 0): number => {
  if (row === of.rows) return 0;
  let least = (of.none[row] as number) + byTrying(of, row + 1, taken);
  for (let at = of.starts[row] as number; at < (of.starts[row + 1] as number); at++) {
    const column = of.column[at] as number;
    if (taken & (1 << column)) continue;
    least = Math.min(least, (of.cost[at] as number) + byTrying(of, row + 1, taken | (1 << column)));
  }
  return least;
};

interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly grid: readonly number[];
  readonly none: readonly number[];
}

const some = (most: number, high: number): fc.Arbitrary<Grid> =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most + 1 }))
    .chain(([rows, columns]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        grid: fc.array(
          fc.oneof(
            { weight: 4, arbitrary: fc.integer({ min: -high, max: high }) },
            { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
          ),
          { minLength: rows * columns, maxLength: rows * columns },
        ),
        none: fc.array(fc.integer({ min: -high, max: 2 * high }), { minLength: rows, maxLength: rows }),
      }),
    );

const costsOf = ({ rows, columns, grid, none }: Grid): Costs => fromGrid(rows, columns, grid, none);
const least = (of: Costs): number => totalOf(of, solve(of));

describe('who sits where', () => {
  it('is the best there is, few or many, also when many are alike', () => {
    fc.assert(
      fc.property(fc.oneof(some(6, 3), some(5, 1_000), some(6, 20)), (grid) => {
        const of = costsOf(grid);
        expect(least(of)).toBe(byTrying(of));
      }),
      { numRuns: 1_500 },
    );
  });

  it('is the best there is when many want the same, by another road', () => {
    fc.assert(
      fc.property(fc.oneof(some(16, 4), some(22, 12), some(18, 200)), (grid) => {
        const of = costsOf(grid);
        expect(least(of)).toBe(leastByHungarian(of));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [30, 20, 1_000],
    [60, 61, 100],
  ])('is the best there is in a crowd of %i for %i places', (rows, columns, high) => {
    const chance = seeded(rows);
    for (let round = 0; round < 40; round++) {
      const grid = Array.from({ length: rows * columns }, () => Math.floor(chance() * high) - high / 2);
      const of = costsOf({ rows, columns, grid, none: new Array<number>(rows).fill(high) });
      expect(least(of)).toBe(leastByHungarian(of));
    }
  });

  it('gives no column twice, and each row only what goes together with it', () => {
    fc.assert(
      fc.property(some(30, 50), (grid) => {
        const of = costsOf(grid);
        const used: number[] = [];
        for (const [row, entry] of solve(of).entries()) {
          if (entry === NOBODY) continue;
          expect(entry).toBeGreaterThanOrEqual(of.starts[row] as number);
          expect(entry).toBeLessThan(of.starts[row + 1] as number);
          used.push(of.column[entry] as number);
        }
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });

  it('costs no more with one column more', () => {
    fc.assert(
      fc.property(
        some(12, 40),
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 12 }),
        (grid, more) => {
          const columns = grid.columns + 1;
          const wider = Array.from({ length: grid.rows * columns }, (_, at) => {
            const [row, column] = [Math.floor(at / columns), at % columns];
            return (column < grid.columns ? grid.grid[row * grid.columns + column] : more[row]) as number;
          });
          expect(least(costsOf({ ...grid, columns, grid: wider }))).toBeLessThanOrEqual(least(costsOf(grid)));
        },
      ),
    );
  });

  it('is the same answer for the same numbers', () => {
    fc.assert(
      fc.property(some(20, 10), (grid) => {
        expect([...solve(costsOf(grid))]).toEqual([...solve(costsOf(grid))]);
      }),
    );
  });
});
