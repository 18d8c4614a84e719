import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { forecastAll } from '#planning/forecast/index.ts';
import type { Forecast } from '#planning/forecast/types.ts';
import type { Database } from '#platform/db/database.ts';
import { forecastFacts } from './forecast-facts.ts';

/** So long a forecast for the desk stays in use; beds move by the day, not by the minute. */
const FRESH = 10 * MINUTE;

/** What is expected to come free at each site, as it would be if nobody who waits now got a place. */
export interface ExpectedFree {
  at(now: Instant): Promise<readonly Forecast[]>;
}

/**
 * Forecasts for the row of the desk, made from the facts when somebody asks. Who waits now is left out of them: the row
 * itself is what takes these places, and nobody may be counted twice.
 */
export const openExpectedFree = (database: Database, picture: Picture): ExpectedFree => {
  let known: { readonly at: Instant; readonly made: Promise<readonly Forecast[]> } | null = null;
  const make = async (now: Instant): Promise<readonly Forecast[]> => {
    const facts = await forecastFacts(database, picture, now);
    const sites = facts.sites.map((site) => ({ ...site, asking: 0 }));
    return forecastAll({ ...facts, sites }).filter(({ siteId }) => siteId !== null);
  };
  return {
    at(now) {
      if (known !== null && known.at <= now && now - known.at < FRESH) return known.made;
      const fresh = { at: now, made: make(now) };
      known = fresh;
      // One that failed is not remembered: the next who asks tries again.
      fresh.made.catch(() => {
        if (known === fresh) known = null;
      });
      return fresh.made;
    },
  };
};
