import type { Day } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import type { KeptForecast, KeptScore } from '#modules/outlook/types.ts';
import { bandsOf, scoreDay } from '#planning/forecast/index.ts';
import type { PastFree } from '#planning/forecast/types.ts';

/** How many places were free at ten o'clock: at one site, or (null) in all of these sites together. */
export type FreeOf = (product: Product, siteIds: readonly string[], day: Day) => number | undefined;

const keyOf = (product: Product, siteId: string, day: Day): string => `${product} ${siteId} ${day}`;

/** Looks up what was; over more sites only when each of them is known. */
export const freeOf = (past: readonly PastFree[]): FreeOf => {
  const known = new Map(past.map(({ product, siteId, day, free }) => [keyOf(product, siteId, day), free]));
  return (product, siteIds, day) => {
    let sum = 0;
    for (const siteId of siteIds) {
      const free = known.get(keyOf(product, siteId, day));
      if (free === undefined) return undefined;
      sum += free;
    }
    return siteIds.length === 0 ? undefined : sum;
  };
};

/** The sites behind a forecast: its own, or of the region those of which something could be said at that moment. */
const sitesBehind = (forecast: KeptForecast, together: readonly KeptForecast[]): string[] =>
  together
    .filter(({ product, none }) => product === forecast.product && none === null)
    .flatMap(({ siteId }) => (siteId === null ? [] : [siteId]))
    .filter((siteId) => forecast.siteId === null || siteId === forecast.siteId);

/**
 * Holds forecasts made at one moment against what came. Days that are not known yet are left for later; `scored` says which days
 * were done before (`forecast id` and how far ahead).
 */
export const scoresOf = (
  together: readonly KeptForecast[],
  free: FreeOf,
  scored: ReadonlySet<string>,
): KeptScore[] =>
  together
    .filter(({ none }) => none === null)
    .flatMap((forecast) => {
      const sites = sitesBehind(forecast, together);
      return forecast.days.flatMap((ahead, at): KeptScore[] => {
        const came = scored.has(`${forecast.id} ${at + 1}`)
          ? undefined
          : free(forecast.product, sites, ahead.day);
        if (came === undefined) return [];
        const { from90, until90 } = bandsOf(ahead);
        const score = scoreDay(ahead, forecast.sameAsNow, forecast.weekdayMean[at] ?? null, came);
        const about = { forecastId: forecast.id, ahead: at + 1, day: ahead.day, free: came };
        return [{ ...about, from90, until90, ...score }];
      });
    });
