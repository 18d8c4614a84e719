import type { DayAhead, Forecast } from './types.ts';

/** One day of the fan: half of the time the number free lies in [from50, until50], nine of ten times in [from90, until90]. */
export interface Bands {
  /** The middle: as often fewer free as more. */
  readonly middle: number;
  readonly from50: number;
  readonly until50: number;
  readonly from90: number;
  readonly until90: number;
  /** Chance that none is free. */
  readonly full: number;
}

interface Band {
  readonly from: number;
  readonly until: number;
  readonly chance: number;
}

const middleOf = (chance: readonly number[]): number => {
  let below = 0;
  for (let free = 0; free < chance.length; free++) {
    below += chance[free] ?? 0;
    if (below >= 0.5) return free;
  }
  return Math.max(0, chance.length - 1);
};

/** Grows from the middle, each time to the likelier side. */
const grown = (chance: readonly number[]): Band[] => {
  const middle = middleOf(chance);
  const bands: Band[] = [{ from: middle, until: middle, chance: chance[middle] ?? 0 }];
  let [{ from, until, chance: sum }] = bands as [Band];
  while (from > 0 || until < chance.length - 1) {
    const below = from > 0 ? (chance[from - 1] ?? 0) : -1;
    const above = until < chance.length - 1 ? (chance[until + 1] ?? 0) : -1;
    if (below > above) from--;
    else until++;
    sum += Math.max(below, above);
    bands.push({ from, until, chance: sum });
  }
  return bands;
};

/**
 * People are whole, so no band holds exactly nine of ten. Taken is the band that comes nearest to it: over many days it then
 * holds what it says. A band that must hold at least as much would hold far more where few places are.
 */
const nearest = (bands: readonly Band[], wanted: number): Band =>
  bands.reduce((best, band) =>
    Math.abs(band.chance - wanted) < Math.abs(best.chance - wanted) - 1e-9 ? band : best,
  );

/** The fan of one day, from its whole distribution. */
export const bandsOf = ({ chance }: DayAhead): Bands => {
  const all = grown(chance);
  const half = nearest(all, 0.5);
  const most = nearest(all, 0.9);
  return {
    ...{ middle: middleOf(chance), from50: half.from, until50: half.until },
    ...{ from90: most.from, until90: most.until, full: chance[0] ?? 1 },
  };
};

/**
 * The chance that none is free at the forecast hour of any of the first `days` days. A full day makes the next one likely
 * full as well, so this is counted in the plays themselves (`noneWithin`); without them it is the most it can be, the chance of
 * the day least likely to be full. Null: nothing is forecast.
 */
export const chanceOfNone = (forecast: Forecast, days: number): number | null => {
  const within = forecast.days.slice(0, days);
  if (forecast.none !== null || within.length === 0) return null;
  return forecast.noneWithin?.[within.length - 1] ?? Math.min(...within.map(({ chance }) => chance[0] ?? 1));
};
