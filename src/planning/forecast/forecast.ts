import type { Day } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { clockOf } from './clock.ts';
import { PATHS } from './leaves.ts';
import { type PastRows, readPast } from './past.ts';
import { type Played, playAhead } from './play.ts';
import { settingOf } from './setting.ts';
import {
  AHEAD_DAYS,
  type Forecast,
  type ForecastFacts,
  type NoForecast,
  type StandingSite,
} from './types.ts';

/** With fewer days of history nothing is drawn. */
const ENOUGH_DAYS = 21;

const bySite = (a: StandingSite, b: StandingSite): number =>
  a.siteId < b.siteId ? -1 : Number(a.siteId > b.siteId);

/**
 * Clearly more people than there will be places on any of the coming days: then the facts do not fit together. One too many
 * (or one in ten) is a bed that closes around somebody, and simply means that nothing is free until they go.
 */
const overloaded = ({ present, usable }: StandingSite): boolean => {
  const most = Math.max(0, ...usable);
  return present.length > most + Math.max(1, most / 10);
};

const noneOf = (site: StandingSite, days: number): NoForecast | null => {
  if (site.freeNow === null) return 'nothing-known';
  if (days < ENOUGH_DAYS) return 'short-history';
  return overloaded(site) ? 'overloaded' : null;
};

const noneOfAll = (sites: readonly StandingSite[], days: number): NoForecast | null => {
  const reasons = sites.map((site) => noneOf(site, days));
  if (reasons.includes(null)) return null;
  return reasons.find((reason) => reason !== 'nothing-known') ?? 'nothing-known';
};

/** What every forecast of a product shares. */
interface Made {
  readonly facts: ForecastFacts;
  readonly product: Product;
  readonly rows: PastRows;
  /** Days of history. */
  readonly days: number;
  /** The coming days with their weekday, Monday is 0. */
  readonly ahead: readonly { readonly day: Day; readonly weekday: number }[];
}

/** The distribution of one row and day; numbers that never came out at the end are left out. */
const chanceOf = ({ often, offsets, lengths }: Played, row: number, day: number): number[] => {
  const length = lengths[row] ?? 0;
  const from = (offsets[row] ?? 0) + day * length;
  let until = from + length;
  while (until > from + 1 && often[until - 1] === 0) until--;
  return Array.from(often.subarray(from, until), (count) => count / PATHS);
};

const forecastOf = (
  made: Made,
  siteId: string | null,
  sites: readonly StandingSite[],
  played: { readonly of: Played; readonly row: number } | null,
): Forecast => {
  const { facts, product, rows, days, ahead } = made;
  const weekdays = rows.weekdayMeans(siteId);
  const plain = {
    ...{ siteId, product, madeAt: facts.now },
    sameAsNow: sites.reduce((sum, { freeNow }) => sum + (freeNow ?? 0), 0),
    weekdayMean: ahead.map(({ weekday }) => weekdays[weekday] ?? null),
    restsOn: { days, stays: rows.stays(siteId) },
  };
  if (played === null) {
    const none = noneOfAll(sites, days);
    return { ...plain, days: [], none };
  }
  const { of, row } = played;
  const within = of.none.subarray(row * AHEAD_DAYS, (row + 1) * AHEAD_DAYS);
  return {
    ...plain,
    days: ahead.map(({ day }, at) => ({ day, chance: chanceOf(of, row, at) })),
    noneWithin: Array.from(within, (count) => count / PATHS),
    none: null,
  };
};

const forecastProduct = (
  made: Made,
  standing: readonly StandingSite[],
  clock: ReturnType<typeof clockOf>,
): Forecast[] => {
  const drawn = standing.filter((site) => noneOf(site, made.days) === null);
  const played = drawn.length === 0 ? null : playAhead(settingOf(made.facts, clock, drawn, made.rows));
  const sites = standing.map((site) => {
    const row = drawn.indexOf(site);
    return forecastOf(made, site.siteId, [site], played === null || row < 0 ? null : { of: played, row });
  });
  const known = drawn.length > 0 ? drawn : standing;
  return [
    ...sites,
    forecastOf(made, null, known, played === null ? null : { of: played, row: drawn.length }),
  ];
};

/**
 * How many places will be free at `AT_HOUR` on each of the coming days: per site and product, and per product for the region
 * (siteId null: the sites of which something can be said), as whole distributions. The same facts give the same answer, in
 * whatever order they stand. docs/forecast.md tells the method.
 */
export const forecastAll = (facts: ForecastFacts): Forecast[] => {
  const clock = clockOf(facts.now, facts.since, facts.zone);
  const past = readPast(facts, clock);
  const ahead = Array.from({ length: AHEAD_DAYS }, (_, at) => ({
    day: clock.days[clock.first + at + 1] ?? '',
    weekday: clock.weekday(clock.first + at + 1),
  }));
  return PRODUCTS.flatMap((product) => {
    const standing = facts.sites.filter((site) => site.product === product).sort(bySite);
    if (standing.length === 0) return [];
    const rows = past(
      product,
      standing.map(({ siteId }) => siteId),
    );
    return forecastProduct({ facts, product, rows, days: past.days, ahead }, standing, clock);
  });
};
