import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Costs, NOBODY, solve, totalOf } from './assign-solve.ts';

/** The least sum by trying everything: each row goes to any free column, or to none. */
const byTrying = (of: Costs, row = 0, taken = 0): number => {
  if (row === of.rows) return 0;
  let least = (of.none[row] as number) + byTrying(of, row + 1, taken);
  for (let column = 0; column < of.columns; column++) {
    const cost = of.cost[row * of.columns + column] as number;
    if (cost === Number.POSITIVE_INFINITY || taken & (1 << column)) continue;
    least = Math.min(least, cost + byTrying(of, row + 1, taken | (1 << column)));
  }
  return least;
};

const some = (most: number, high: number): fc.Arbitrary<Costs> =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most + 1 }))
    .chain(([rows, columns]) =>
      fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        cost: fc
          .array(
            fc.oneof(
              { weight: 4, arbitrary: fc.integer({ min: -high, max: high }) },
              { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
            ),
            { minLength: rows * columns, maxLength: rows * columns },
          )
          .map((list) => Float64Array.from(list)),
        none: fc
          .array(fc.integer({ min: -high, max: 2 * high }), { minLength: rows, maxLength: rows })
          .map((list) => Float64Array.from(list)),
      }),
    );

describe('who sits where', () => {
  it('is the best there is, few or many, also when many are alike', () => {
    fc.assert(
      fc.property(fc.oneof(some(6, 3), some(5, 1_000), some(6, 20)), (of) => {
        expect(totalOf(of, solve(of))).toBe(byTrying(of));
      }),
      { numRuns: 1_500 },
    );
  });

  it('gives no column twice, and none that does not go together', () => {
    fc.assert(
      fc.property(some(30, 50), (of) => {
        const seats = [...solve(of)];
        const used = seats.filter((column) => column !== NOBODY);
        expect(new Set(used).size).toBe(used.length);
        expect(totalOf(of, Int32Array.from(seats))).toBeLessThan(Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('costs no more with one column more', () => {
    fc.assert(
      fc.property(
        some(12, 40),
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 12 }),
        (of, more) => {
          const columns = of.columns + 1;
          const cost = Float64Array.from({ length: of.rows * columns }, (_, at) => {
            const [row, column] = [Math.floor(at / columns), at % columns];
            return column < of.columns
              ? (of.cost[row * of.columns + column] as number)
              : (more[row] as number);
          });
          const wider = { ...of, columns, cost };
          expect(totalOf(wider, solve(wider))).toBeLessThanOrEqual(totalOf(of, solve(of)));
        },
      ),
    );
  });

  it('is the same answer for the same numbers', () => {
    fc.assert(
      fc.property(some(20, 10), (of) => {
        expect([...solve(of)]).toEqual([...solve(of)]);
      }),
    );
  });
});
