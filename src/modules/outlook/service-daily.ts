import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import { forecastAll } from '#planning/forecast/index.ts';
import type { Forecast, ForecastFacts } from '#planning/forecast/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { alertsIn, wasRight } from './decide/alerts.ts';
import { type FreeOf, freeOf, scoresOf } from './decide/scores.ts';
import { outlookLine, type Telling } from './doing.ts';
import {
  forecastsSince,
  keepNewest,
  keepOfDay,
  keepScores,
  type MadeForecast,
  scoredSince,
} from './store.ts';
import { judgeAlert, openAlerts, raiseAlerts, thresholdsOf } from './store-alert.ts';
import { sumUpBefore } from './store-kept.ts';
import type { WaitingDepartures } from './types.ts';

/** So many days of what was go with a forecast. */
const PAST_DAYS = 14;
/** Forecasts older than this are not held against what came any more: whatever was not known by then stays unknown. */
const SCORE_DAYS = 35;

/** A forecast and its scores are kept in detail for so long: a year, and a month to look back over it. */
const KEPT_DAYS = 400;

/** What a day's work rests on. */
export interface DayFacts {
  readonly facts: ForecastFacts;
  readonly departures: readonly WaitingDepartures[];
}

const sitesOf = (forecast: Forecast, together: readonly Forecast[]): string[] => {
  if (forecast.siteId !== null) return [forecast.siteId];
  return together
    .filter(({ product, none }) => product === forecast.product && none === forecast.none)
    .flatMap(({ siteId }) => (siteId === null ? [] : [siteId]));
};

const pastOf = (
  sites: readonly string[],
  { product }: Forecast,
  today: Day,
  free: FreeOf,
): MadeForecast['past'] =>
  Array.from({ length: PAST_DAYS }, (_, i) => plusDays(today, i - PAST_DAYS + 1)).flatMap((day) => {
    const was = free(product, sites, day);
    return was === undefined ? [] : [{ day, free: was }];
  });

/** Every forecast of a moment, with what was in the last days. */
const made = (facts: ForecastFacts, free: FreeOf): MadeForecast[] => {
  const today = localDay(facts.now, facts.zone);
  const all = forecastAll(facts);
  return all.map((each) => ({ ...each, past: pastOf(sitesOf(each, all), each, today, free) }));
};

/** Makes the newest forecast. The first of a day is also kept as that of the day. Answers whether it was the first. */
export const forecastNow = async (tx: Tx, facts: ForecastFacts, by: Telling): Promise<boolean> => {
  const forecasts = made(facts, freeOf(facts.free));
  const fresh = await keepOfDay(tx, localDay(facts.now, facts.zone), forecasts);
  const newer = await keepNewest(tx, forecasts);
  if (newer > 0) await record(tx, [outlookLine(by, 'forecast', newId())]);
  return fresh.length > 0;
};

/** Holds what was forecast before against what came; what was done before is left as it is. Answers how many days were scored. */
export const scoreBefore = async (tx: Tx, facts: ForecastFacts, by: Telling): Promise<number> => {
  const from = plusDays(localDay(facts.now, facts.zone), -SCORE_DAYS);
  const kept = await forecastsSince(tx, from);
  const scored = await scoredSince(tx, from);
  const free = freeOf(facts.free);
  const byDay = Map.groupBy(kept, ({ ofDay }) => ofDay);
  const scores = [...byDay.values()].flatMap((together) => scoresOf(together, free, scored));
  await keepScores(tx, scores);
  if (scores.length > 0) await record(tx, [outlookLine(by, 'scored', newId())]);
  return scores.length;
};

/** Takes away forecasts that were kept long enough; what their scores come to stays. Answers how many went. */
export const forgetOld = (tx: Tx, facts: ForecastFacts): Promise<number> =>
  sumUpBefore(tx, plusDays(localDay(facts.now, facts.zone), -KEPT_DAYS));

/** Judges the alerts that are over and raises new ones, as the region has set. Answers how many are new. */
export const warn = async (tx: Tx, { facts, departures }: DayFacts, by: Telling): Promise<number> => {
  const today = localDay(facts.now, facts.zone);
  const free = freeOf(facts.free);
  const of = (await forecastsSince(tx, today)).filter(({ ofDay }) => ofDay === today);
  const region = (product: MadeForecast['product'], day: Day): number | undefined => {
    const sites = facts.sites.filter((site) => site.product === product && site.freeNow !== null);
    return free(
      product,
      sites.map(({ siteId }) => siteId),
      day,
    );
  };
  let judged = 0;
  for (const alert of await openAlerts(tx)) {
    const right = wasRight(alert, { today, free: region, departures });
    // Another server may have said so at this very moment: then it was told, and is not told again.
    if (right !== null && (await judgeAlert(tx, alert.id, right, by.now))) judged++;
  }
  const coming = alertsIn(await thresholdsOf(tx), { today, forecasts: of, departures });
  const raised = await raiseAlerts(tx, coming, by.now);
  if (raised.length + judged > 0) await record(tx, [outlookLine(by, 'alerts', raised[0] ?? newId())]);
  return raised.length;
};
