import { type Product, USUAL_DAYS } from '#kernel/product.ts';
import type { Clock } from './clock.ts';

/** A past stay in steps: when it came, when it left (null: still here), and the step in which its end was expected. */
export interface Spell {
  readonly site: number;
  readonly came: number;
  readonly left: number | null;
  readonly expected: number | null;
}

/**
 * How fast people leave who are still here at the beginning of a step, as a rate: over steps it adds up, and the chance to stay
 * is e to the power of minus the sum.
 */
export interface Hazards {
  /** By the steps already stayed. */
  readonly byAge: Float64Array;
  /** By the steps from the expected end, shifted by `BEFORE`. */
  readonly byEnd: Float64Array;
  /** How many times as fast people leave a site as elsewhere. */
  readonly ofSite: Float64Array;
  /** How many times as many leave on a weekday as on the mean day, Monday first. */
  readonly ofWeekday: Float64Array;
  /** The mean over all, for somebody of whom only is known that they are here. */
  readonly mean: number;
}

const AGES = 240;
/** Steps before and after the expected end that are told apart. */
const BEFORE = 60;
const AFTER = 30;
const ENDS = BEFORE + AFTER + 1;
/** A published mean counts as this many stays, a smooth row as this many people at risk, a site and a weekday as this many departures. */
const AS_STAYS = 5;
const AS_AT_RISK = 20;
const AS_AT_SITE = 30;
const AS_ON_WEEKDAY = 40;

/** With no history: few leave long before the expected end, one in four on the day, one in five on each day after. */
const guessByEnd = (steps: number): number => {
  if (steps < -7) return 0.01;
  if (steps < 0) return 0.04;
  return steps === 0 ? 0.25 : 0.2;
};

const clamp = (value: number, from: number, until: number): number => Math.min(until, Math.max(from, value));

/** People at risk per row from how many entered and left it, as running sums. */
interface Risk {
  readonly at: Float64Array;
  readonly events: Float64Array;
}
const emptyRisk = (rows: number): Risk => ({
  at: new Float64Array(rows + 1),
  events: new Float64Array(rows + 1),
});
const addRisk = (risk: Risk, from: number, until: number, event: boolean): void => {
  const rows = risk.at.length - 1;
  const begin = clamp(from, 0, rows - 1);
  const end = clamp(until, 0, rows - 1);
  risk.at[begin] = (risk.at[begin] as number) + 1;
  risk.at[end + 1] = (risk.at[end + 1] as number) - 1;
  if (event) risk.events[end] = (risk.events[end] as number) + 1;
};

/** Rates per row, smoothed over neighbours within `reach` and shrunk to a plain one. */
const ratesOf = (
  risk: Risk,
  plain: (row: number) => number,
  reach: (row: number) => number,
): Float64Array => {
  const rows = risk.at.length - 1;
  let standing = 0;
  const atRisk = new Float64Array(rows + 1);
  const events = new Float64Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    standing += risk.at[row] as number;
    atRisk[row + 1] = (atRisk[row] as number) + standing;
    events[row + 1] = (events[row] as number) + (risk.events[row] as number);
  }
  return Float64Array.from({ length: rows }, (_, row) => {
    const from = Math.max(0, row - reach(row));
    const until = Math.min(rows, row + reach(row) + 1);
    const people = (atRisk[until] as number) - (atRisk[from] as number);
    const gone = (events[until] as number) - (events[from] as number);
    return -Math.log(1 - clamp((gone + AS_AT_RISK * plain(row)) / (people + AS_AT_RISK), 0.0005, 0.98));
  });
};

/** How fast people leave each site beside what their stays would give elsewhere; few stays say little. */
const siteFactors = (
  spells: readonly Spell[],
  sites: number,
  byAge: Float64Array,
  current: number,
): Float64Array => {
  const sums = new Float64Array(AGES + 1);
  for (let age = 0; age < AGES; age++) {
    sums[age + 1] = (sums[age] as number) + (byAge[age] as number);
  }
  const gone = new Float64Array(sites).fill(AS_AT_SITE);
  const awaited = new Float64Array(sites).fill(AS_AT_SITE);
  for (const { site, came, left } of spells) {
    if (site < 0) continue;
    const age = clamp((left ?? current - 1) - came, 0, AGES - 1);
    awaited[site] = (awaited[site] as number) + (sums[age + 1] as number);
    if (left !== null) gone[site] = (gone[site] as number) + 1;
  }
  return gone.map(
    (count, site) => Math.round(1e6 * clamp(count / (awaited[site] as number), 0.4, 2.5)) / 1e6,
  );
};

/**
 * How stays end, from stays that were: Kaplan-Meier in steps of a day (who is still here counts as long as they were seen),
 * once by the days stayed and once by the days from the expected end, which learns by itself how early or late people leave.
 */
export const hazardsOf = (
  spells: readonly Spell[],
  product: Product,
  { sites, clock }: { readonly sites: number; readonly clock: Clock },
): Hazards => {
  const age = emptyRisk(AGES);
  const end = emptyRisk(ENDS);
  const weekdays = new Float64Array(7);
  let events = 0;
  let people = 0;
  for (const { came, left, expected } of spells) {
    // The step of now is not over: who is here was seen until the one before.
    const last = left ?? clock.current - 1;
    if (last < came) continue;
    addRisk(age, 0, last - came, left !== null);
    people += last - came + 1;
    if (left !== null) {
      events++;
      const weekday = clock.weekday(left);
      weekdays[weekday] = (weekdays[weekday] as number) + 1;
    }
    // The expected end is the one known a day after arrival, so from then on it can be held against what came.
    if (expected !== null && last > came) {
      addRisk(end, BEFORE + came + 1 - expected, BEFORE + last - expected, left !== null);
    }
  }
  const mean = (events + AS_STAYS) / (people + AS_STAYS * USUAL_DAYS[product]);
  const byAge = ratesOf(
    age,
    () => mean,
    (row) => 1 + Math.floor(row / 7),
  );
  const share = AS_ON_WEEKDAY / 7;
  return {
    ...{ byAge, mean },
    byEnd: ratesOf(
      end,
      (row) => guessByEnd(row - BEFORE),
      (row) => Math.min(6, Math.floor(Math.abs(row - BEFORE) / 4)),
    ),
    ofSite: siteFactors(spells, sites, byAge, clock.current),
    ofWeekday: weekdays.map((count) => (7 * (count + share)) / (events + AS_ON_WEEKDAY)),
  };
};

/** Somebody who is here, in steps; `came` null when only is known that a place is taken; `site` -1 is any. */
export interface Here {
  readonly site: number;
  readonly came: number | null;
  readonly expected: number | null;
}

/** The rate at which who is here leaves in a step, before weekdays. */
export const rateAt = (hazards: Hazards, { site, came, expected }: Here, step: number): number => {
  if (came === null) return hazards.mean;
  if (expected !== null) return hazards.byEnd[clamp(BEFORE + step - expected, 0, ENDS - 1)] as number;
  return (
    (hazards.byAge[clamp(step - came, 0, AGES - 1)] as number) *
    (site < 0 ? 1 : (hazards.ofSite[site] as number))
  );
};
