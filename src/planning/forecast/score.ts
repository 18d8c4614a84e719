import { bandsOf } from './bands.ts';
import type { DayAhead, Score } from './types.ts';

/** What many scores come to; null when there is nothing to take the mean of. */
export interface ScoreSum {
  /** How many days of forecasts were held against what came. */
  readonly days: number;
  readonly in50: number | null;
  readonly in90: number | null;
  readonly crps: number | null;
  readonly crpsSame: number | null;
  readonly crpsWeekday: number | null;
}

/** Continuous ranked probability score of a distribution over 0, 1, 2 …: the area between it and what came, squared. */
const crpsOf = (chance: readonly number[], actual: number): number => {
  const last = Math.max(chance.length - 1, Math.ceil(actual));
  let below = 0;
  let sum = 0;
  for (let free = 0; free < last; free++) {
    below += chance[free] ?? 0;
    sum += (below - (free >= actual ? 1 : 0)) ** 2;
  }
  return sum;
};

/** One day of a forecast held against how many were free, beside the two plain answers. */
export const scoreDay = (
  day: DayAhead,
  sameAsNow: number,
  weekdayMean: number | null,
  actual: number,
): Score => {
  const { from50, until50, from90, until90 } = bandsOf(day);
  return {
    in50: from50 <= actual && actual <= until50,
    in90: from90 <= actual && actual <= until90,
    crps: crpsOf(day.chance, actual),
    crpsSame: Math.abs(sameAsNow - actual),
    crpsWeekday: weekdayMean === null ? null : Math.abs(weekdayMean - actual),
  };
};

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;

/** Coverage and mean scores over many days. @internal */
export const sumScores = (scores: readonly Score[]): ScoreSum => ({
  days: scores.length,
  in50: meanOf(scores.map(({ in50 }) => Number(in50))),
  in90: meanOf(scores.map(({ in90 }) => Number(in90))),
  crps: meanOf(scores.map(({ crps }) => crps)),
  crpsSame: meanOf(scores.map(({ crpsSame }) => crpsSame)),
  crpsWeekday: meanOf(scores.flatMap(({ crpsWeekday }) => (crpsWeekday === null ? [] : [crpsWeekday]))),
});
