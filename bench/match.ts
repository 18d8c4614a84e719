import { assignPlaces, costsOf } from '#planning/match/assign.ts';
import { type Costs, solve, totalOf } from '#planning/match/assign-solve.ts';
import { atMost, besidePeer, type Figure, median } from './figure.ts';
import { cpuOf, solveWithHighs } from './match/highs.ts';
import { makeMorning } from './match/morning.ts';
import { hasScipy, solveWithScipy } from './match/scipy.ts';

const SEED = 8;
const WAITING = 500;
const PLACES = 3_000;
const ROUNDS = 25;
/** Ours may take this many times what SciPy takes. */
const OF_SCIPY = 1.2;

/** Speed means nothing while the sums differ. */
const sameTotal = (who: string, total: number, of: Costs, ours: number): void => {
  const inside = Math.abs(total - ours) <= 1e-9 * Math.abs(ours);
  if (!inside) throw new Error(`${who} finds ${total} for ${of.rows} × ${of.columns}, we find ${ours}`);
};

const besideScipy = (of: Costs, ours: number, value: number): Figure[] => {
  if (!hasScipy()) {
    console.log('match-scipy: SciPy is not on this machine (Debian: python3-scipy), so it was not measured');
    return [];
  }
  const { total, milliseconds } = solveWithScipy(of, ROUNDS);
  sameTotal('SciPy', total, of, ours);
  const pair = { name: 'match-scipy', unit: 'cpu-ms', better: 'lower', peer: 'scipy' } as const;
  return [besidePeer({ ...pair, value, peerValue: milliseconds }, Number((1 / OF_SCIPY).toPrecision(3)))];
};

/**
 * A place for 500 people who wait among 3,000 beds that could be had, all at once: the same costs, the same sum, the
 * solving alone. `match-plan` is the whole plan from the table: what everything costs, solving, and the next best of all.
 */
export const run = async (): Promise<Figure[]> => {
  const { table, waiting, assigning } = makeMorning(SEED, WAITING, PLACES);
  const of = costsOf(table, waiting, assigning);
  const ours = totalOf(of, solve(of));
  const highs = await solveWithHighs(of);
  sameTotal('HiGHS', highs.total, of, ours);
  // The first rounds warm it, as the first minutes of a morning do.
  for (let round = 0; round < ROUNDS; round++) solve(of);
  const times = Array.from({ length: ROUNDS }, () => cpuOf(() => solve(of)));
  const value = median(times);
  const plans = Array.from({ length: 7 }, () => cpuOf(() => assignPlaces(table, waiting, assigning)));
  const pair = { name: 'match', unit: 'cpu-ms', better: 'lower', peer: 'highs-wasm' } as const;
  return [
    besidePeer({ ...pair, value, peerValue: highs.milliseconds }, 100),
    ...besideScipy(of, ours, Math.min(...times)),
    atMost('match-plan', median(plans), 'cpu-ms', 250),
  ];
};
