import { isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { bandsOf } from '#planning/forecast/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ForecastAnswer, ForecastAsk } from './contract.ts';
import { lastScored, newestOf, scoreSumOf } from './store.ts';
import { everScored } from './store-kept.ts';
import type { KeptForecast } from './types.ts';

/** Over so many days the score on the screen is counted, and so many bars it shows. */
const SCORED_DAYS = 90;
const SCORE_BARS = 30;

/** Nothing was forecast yet, or not of this: said in words, like everything that cannot be drawn. */
const nothing = ({ product, siteId }: ForecastAsk, now: Instant): Omit<KeptForecast, 'id'> => ({
  ...{ siteId: siteId ?? null, product, madeAt: now, days: [], past: [], sameAsNow: 0, weekdayMean: [] },
  ...{ none: 'nothing-known', restsOn: { days: 0, stays: 0 } },
});

/** How many are free in the coming days, with what was, and how good it was before. */
export const forecastView = async (
  tx: Tx,
  ask: ForecastAsk,
  { region, now }: { readonly region: Region; readonly now: Instant },
): Promise<Result<ForecastAnswer, Refusal>> => {
  const { product } = ask;
  const siteId = ask.siteId ?? null;
  const nameOf = (id: string): string | null => region.sites.find((site) => site.id === id)?.name ?? null;
  const site = siteId === null ? null : nameOf(siteId);
  if (siteId !== null && site === null) return refuse({ code: 'outlook-site-unknown' });
  const newest = await newestOf(tx, product);
  const forecast = newest.find((each) => each.siteId === siteId) ?? nothing(ask, now);
  const from = plusDays(localDay(now, REGION_ZONE), -SCORED_DAYS);
  const sum = await scoreSumOf(tx, { product, siteId, from });
  const last = await lastScored(tx, { product, siteId, most: SCORE_BARS });
  const ever = await everScored(tx, { product, siteId });
  const { madeAt, none, sameAsNow, restsOn } = forecast;
  const at = isoFromInstant(madeAt);
  return ok({
    ...{ product, siteId, site, madeAt: at, none, restsOn },
    past: [...forecast.past],
    now: { at, free: none === 'nothing-known' ? null : sameAsNow },
    days: none === null ? forecast.days.map((day) => ({ day: day.day, ...bandsOf(day) })) : [],
    score: { ...sum, last, ever },
    sites: newest
      .flatMap((each) => (each.siteId === null || each.none !== null ? [] : [each.siteId]))
      .flatMap((id) => {
        const name = nameOf(id);
        return name === null ? [] : [{ siteId: id, site: name }];
      })
      .toSorted((a, b) => a.site.localeCompare(b.site, 'nl')),
  });
};
