import { seeded } from '#kernel/seeded.ts';
import type { GrowthDemand, GrowthRoom, GrowthYear } from './growth-types.ts';
import { startYears } from './growth-year.ts';
import type { Treatment } from './types.ts';

/** A year that is asked about: what is given, in which rooms, to whom. */
export interface GrowthAsked {
  readonly treatments: readonly Treatment[];
  readonly rooms: readonly GrowthRoom[];
  readonly demand: readonly GrowthDemand[];
  /** The same seed gives the same people, whatever the rooms are: so two answers differ by the rooms alone. */
  readonly seed: number;
}

/** A figure over several years, and between which two the mean lies with 95 percent certainty. */
export interface Figured {
  readonly mean: number;
  readonly from: number;
  readonly until: number;
}

/** What a year comes to; each figure as `GrowthYear` says it, and null where there is nothing to count. */
export type Growth = { readonly [Figure in keyof GrowthYear]: Figured | null };

/** So many years, each with other people. */
const YEARS = 6;
/** Student's t for 95 percent with five degrees of freedom. */
const T_95 = 2.571;

const figured = (values: readonly (number | null)[]): Figured | null => {
  const known = values.filter((each) => each !== null);
  // A year in which there was nothing to count makes the others no measure of it.
  if (known.length < values.length) return null;
  const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
  const square = known.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (known.length - 1);
  const off = T_95 * Math.sqrt(square / known.length);
  return { mean, from: Math.max(0, mean - off), until: mean + off };
};

/**
 * What a year would come to with these rooms and these people. Everybody is planned as they come, week after week, by the
 * same net, capacity rows, points and proof of an order as the planner uses, and who has a moment keeps it. Left out, so
 * that everybody can reckon with them: holidays, sickness, closing and people who do not come.
 */
export const growth = ({ treatments, rooms, demand, seed }: GrowthAsked): Growth => {
  const year = startYears({ treatments, rooms, demand });
  const years = Array.from({ length: YEARS }, (_, at) => year(seeded(seed * 1_000 + at)));
  const over = (figure: keyof GrowthYear): Figured | null => figured(years.map((each) => each[figure]));
  return {
    served: over('served'),
    visits: over('visits'),
    stayed: over('stayed'),
    waitMeanWeeks: over('waitMeanWeeks'),
    waitP90Weeks: over('waitP90Weeks'),
    nurseHours: over('nurseHours'),
    nurseUse: over('nurseUse'),
    chairUse: over('chairUse'),
    hospitalHours: over('hospitalHours'),
  };
};
