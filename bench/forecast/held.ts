import type { Product } from '#kernel/product.ts';
import { bandsOf, forecastAll, scoreDay } from '#planning/forecast/index.ts';
import type { DayAhead, Forecast, Score } from '#planning/forecast/types.ts';
import { factsAt, freeAt } from './facts.ts';
import { type MadeHistory, type MadeProduct, type MadeRegion, makeHistory } from './region.ts';

const YEAR = 365;
/** A forecast is made every so many days of the held-back year, in turns at these hours. */
const EVERY = 7;
const HOURS = [6, 11, 15];
const AHEAD = 14;

const product = (
  of: Product,
  sites: number,
  beds: readonly [number, number],
  care: readonly number[],
): MadeProduct => {
  const [days = 30, shape = 1, load = 0.9, takesOther = 0.5] = care;
  return { product: of, sites, beds, days, shape, load, takesOther };
};

/** Three years of a region of some 350 places: one to run in, one to learn from, one held back. */
const heldRegion = (seed: number): MadeRegion => {
  const load = 0.8 + 0.05 * (seed % 4);
  return {
    ...{ seed, from: '2024-01-01', days: 3 * YEAR, endError: 0.35, updates: seed % 2 === 0, season: 0.06 },
    products: [
      product('elv-low', 10, [6, 14], [34, 1.3, load, 0.6]),
      product('elv-high', 12, [6, 16], [35, 1.3, load + 0.03, 0.7]),
      product('grz', 6, [10, 20], [35, 1.8, load - 0.08, 0.5]),
      product('wlz-crisis', 5, [2, 5], [14, 1.1, load - 0.1, 0.9]),
    ],
  };
};

/** A region of some 3,000 places with all products, for the time it takes. */
const largeRegion: MadeRegion = {
  ...{ seed: 77, from: '2024-01-01', days: 800, endError: 0.35, updates: true, season: 0.06 },
  products: [
    product('elv-low', 50, [8, 16], [34, 1.3, 0.9, 0.6]),
    product('elv-high', 60, [12, 26], [35, 1.3, 0.9, 0.7]),
    product('grz', 40, [14, 28], [35, 1.8, 0.85, 0.5]),
    product('wlz-crisis', 30, [3, 6], [14, 1.1, 0.8, 0.9]),
    product('reo-observation', 12, [2, 5], [8, 1.5, 0.8, 0.9]),
    product('elv-palliative', 20, [4, 8], [23, 1, 0.8, 0.5]),
    product('respite', 20, [4, 8], [14, 1, 0.8, 0.5]),
  ],
};

/** A day of a forecast that was held against what came. */
export interface Held {
  readonly site: boolean;
  readonly product: Product;
  /** Days ahead, from 1. */
  readonly ahead: number;
  readonly score: Score;
  /** What the two bands said they hold, for whole people make that no exact half. */
  readonly said50: number;
  readonly said90: number;
}

const saidOf = (day: DayAhead): { readonly said50: number; readonly said90: number } => {
  const { from50, until50, from90, until90 } = bandsOf(day);
  const within = (from: number, until: number): number =>
    day.chance.slice(from, until + 1).reduce((sum, each) => sum + each, 0);
  return { said50: within(from50, until50), said90: within(from90, until90) };
};

const holdAgainst = (forecast: Forecast, came: (day: number) => number): Held[] =>
  forecast.days.slice(0, AHEAD).map((day, at) => ({
    ...{ site: forecast.siteId !== null, product: forecast.product, ahead: at + 1 },
    score: scoreDay(day, forecast.sameAsNow, forecast.weekdayMean[at] ?? null, came(at + 1)),
    ...saidOf(day),
  }));

const cameOf = (history: MadeHistory, free: readonly (readonly Int32Array[])[], forecast: Forecast) => {
  const of = history.sites.findIndex((sites) => sites[0]?.product === forecast.product);
  const site = history.sites[of]?.findIndex(({ id }) => id === forecast.siteId) ?? -1;
  const rows = site < 0 ? (free[of] ?? []) : (free[of]?.slice(site, site + 1) ?? []);
  return (day: number): number => rows.reduce((sum, row) => sum + (row[day] ?? 0), 0);
};

/** All forecasts of the held-back year of one region, held against what came. */
export const holdBack = (seed: number): Held[] => {
  const history = makeHistory(heldRegion(seed));
  const free = history.sites.map((_, of) => freeAt(history, of));
  const held: Held[] = [];
  for (let today = 2 * YEAR, turn = 0; today < 3 * YEAR - AHEAD - 1; today += EVERY - (turn % 2), turn++) {
    const facts = factsAt(history, free, { today, hour: HOURS[turn % HOURS.length] ?? 6, back: YEAR });
    for (const forecast of forecastAll(facts)) {
      const came = cameOf(history, free, forecast);
      held.push(...holdAgainst(forecast, (ahead) => came(today + ahead)));
    }
  }
  return held;
};

/** The facts of the large region on one morning, with a year of its history. */
export const largeFacts = () => {
  const history = makeHistory(largeRegion);
  const free = history.sites.map((_, of) => freeAt(history, of));
  const places = history.sites.flat().reduce((sum, { usable }) => sum + (usable[0] ?? 0), 0);
  return { places, facts: factsAt(history, free, { today: 750, hour: 6, back: YEAR }) };
};
