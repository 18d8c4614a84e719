import { type CapacityRow, capacityRows, lockedTakes } from './capacity.ts';
import type { HalfDay, Rota } from './types.ts';

/** The capacity rows of all half-days, one after the other, each as a share of what there is: none may pass 1. */
export interface CapacityTable {
  /** The first row of each half-day; one more at the end. */
  readonly rowsFrom: Int32Array;
  /** At `row * treatments + treatment`: the share one visit takes. */
  readonly takes: Float64Array;
  /** The share that visits which stand leave over. */
  readonly left: Float64Array;
  /** Half-days with the same number are alike: what can be put in order in one can be in the other. */
  readonly alike: Int32Array;
}

/** Half-days that are alike have the same rows. */
const shapeOf = ({ minutes, chairs, nurses }: HalfDay): string =>
  [
    minutes,
    ...chairs.map(({ room, bed }) => `${room}${bed}`).sort(),
    ...nurses.map(({ competences }) => [...competences].sort().join('+')).sort(),
  ].join(' ');

/** The rows of all half-days, with what stands taken off. */
export const capacityTable = (rota: Rota): CapacityTable => {
  const shapes = new Map<string, { readonly at: number; readonly rows: CapacityRow[] }>();
  const standing = new Set(rota.courses.flatMap(({ visits }) => visits.map(({ locked }) => locked?.halfDay)));
  const known = rota.halfDays.map((halfDay, at) => {
    const shape = shapeOf(halfDay);
    const same = shapes.get(shape) ?? { at, rows: capacityRows(halfDay, rota.treatments) };
    if (!standing.has(at)) shapes.set(shape, same);
    return standing.has(at) ? { at, rows: same.rows } : same;
  });
  const rows = known.map((each) => each.rows);
  const rowsFrom = new Int32Array(rows.length + 1);
  for (const [at, each] of rows.entries()) rowsFrom[at + 1] = (rowsFrom[at] as number) + each.length;
  const all = rows.flat();
  const left = new Float64Array(all.length).fill(1);
  for (const { treatment, visits } of rota.courses)
    for (const { locked } of visits) {
      const kind = rota.treatments[treatment];
      if (locked === null || kind === undefined) continue;
      const first = rowsFrom[locked.halfDay] as number;
      for (const [at, row] of (rows[locked.halfDay] as CapacityRow[]).entries())
        left[first + at] = (left[first + at] as number) - lockedTakes(row, kind, locked.start) / row.has;
    }
  return {
    rowsFrom,
    left,
    alike: Int32Array.from(known, ({ at }) => at),
    takes: Float64Array.from(all.flatMap(({ takes, has }) => Array.from(takes, (each) => each / has))),
  };
};
