import { type Day, instantOf } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { AT_HOUR, type Forecast } from '#planning/forecast/types.ts';
import { LATER_PER_HOUR, type Later, type Waiting } from '#planning/match/index.ts';

/** Below this chance nobody is told to count on a place. */
const LEAST_CHANCE = 0.3;

/** When an expected place does not come, somebody waits so many days longer on average. Our own choice, not measured. */
const UNSURE_DAYS = 3;

/** Of which care, where, and how many. */
interface AtLeast {
  readonly product: Product;
  readonly siteId: string;
  readonly count: number;
}

/** What is expected to come free, asked by site, care and how many: the forecasts made ready to be asked often. */
export interface Expected {
  /** Chance per day that at least so many are free; no days when nothing can be said. */
  readonly atLeast: (asked: AtLeast) => readonly { readonly day: Day; readonly chance: number }[];
  /** The moment of a day at which a place counts as free. */
  readonly momentOf: (day: Day) => Instant;
}

const tailOf = (chance: readonly number[], count: number): number =>
  Math.min(
    1,
    chance.slice(Math.max(0, count)).reduce((sum, one) => sum + one, 0),
  );

/**
 * Makes the forecasts of sites ready to be asked. They must leave out who waits now (`asking` 0): the row itself is what
 * takes these places.
 */
export const expectedOf = (forecasts: readonly Forecast[], zone: string): Expected => {
  const bySite = new Map(
    forecasts.flatMap((forecast): [string, Forecast][] =>
      forecast.siteId === null || forecast.none !== null
        ? []
        : [[`${forecast.siteId} ${forecast.product}`, forecast]],
    ),
  );
  return {
    atLeast: ({ siteId, product, count }) =>
      (bySite.get(`${siteId} ${product}`)?.days ?? []).map(({ day, chance }) => ({
        day,
        chance: tailOf(chance, count),
      })),
    momentOf: (day) => instantOf(day, AT_HOUR * 60, zone),
  };
};

/**
 * The day that is best to count on when waiting for the so-manieth place at a site: soon weighs against sure. A day later
 * weighs by urgency, as in the plan for the whole row; null when no day is likely enough.
 */
export const laterIn =
  (expected: Expected) =>
  ({ asked, urgency }: Waiting, siteId: string, rank: number): Later | null => {
    const from = Math.max(asked.from, asked.now);
    const perDay = (LATER_PER_HOUR[urgency] * DAY) / HOUR;
    let best: Later | null = null;
    for (const { day, chance } of expected.atLeast({ product: asked.product, siteId, count: rank })) {
      if (chance < LEAST_CHANCE) continue;
      const days = Math.max(0, expected.momentOf(day) - from) / DAY + (1 - chance) * UNSURE_DAYS;
      if (best === null || days < best.days) best = { day, chance, days, price: days * perDay };
    }
    return best;
  };
