import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { newIds } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { KeptForecast, KeptScore } from './types.ts';

const FORECAST = `id, made_at as "madeAt", product, site_id as "siteId", days, none_within as "noneWithin", past,
  same_as_now as "sameAsNow", weekday_mean as "weekdayMean", none,
  json_build_object('days', rests_days, 'stays', rests_stays) as "restsOn"`;

const INSERT = `insert into outlook_forecast (id, of_day, made_at, product, site_id, days, none_within, past, same_as_now,
    weekday_mean, none, rests_days, rests_stays)
  select id, $13::date, made_at, product, site_id, days, none_within, past, same, weekday, none, rests_days, rests_stays
  from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::jsonb[], $6::jsonb[], $7::jsonb[], $8::integer[],
    $9::jsonb[], $10::text[], $11::integer[], $12::integer[]) as f (id, made_at, product, site_id, days, none_within, past, same,
    weekday, none, rests_days, rests_stays)`;

/** A forecast on its way to being kept. */
export type MadeForecast = Omit<KeptForecast, 'id'>;

const valuesOf = (made: readonly MadeForecast[], ofDay: Day | null): unknown[] => [
  newIds(made.length),
  made.map(({ madeAt }) => stamp(madeAt)),
  made.map(({ product }) => product),
  made.map(({ siteId }) => siteId),
  made.map(({ days }) => JSON.stringify(days)),
  made.map(({ noneWithin }) => (noneWithin === undefined ? null : JSON.stringify(noneWithin))),
  made.map(({ past }) => JSON.stringify(past)),
  made.map(({ sameAsNow }) => sameAsNow),
  made.map(({ weekdayMean }) => JSON.stringify(weekdayMean)),
  made.map(({ none }) => none),
  made.map(({ restsOn }) => restsOn.days),
  made.map(({ restsOn }) => restsOn.stays),
  ofDay,
];

/** Keeps the forecasts of a day, to be held against what comes. A day that has them keeps the ones it has. */
export const keepOfDay = async (
  tx: Tx,
  day: Day,
  made: readonly MadeForecast[],
): Promise<readonly { readonly id: string }[]> =>
  rows(tx, `${INSERT} on conflict (of_day, product, site_id) do nothing returning id`, valuesOf(made, day));

/** Keeps the newest forecasts, in place of the ones before. Answers how many are newer than what stood. */
export const keepNewest = async (tx: Tx, made: readonly MadeForecast[]): Promise<number> => {
  const newer = await rows(
    tx,
    `${INSERT} on conflict (of_day, product, site_id) do update set made_at = excluded.made_at, days = excluded.days,
       none_within = excluded.none_within, past = excluded.past, same_as_now = excluded.same_as_now,
       weekday_mean = excluded.weekday_mean, none = excluded.none, rests_days = excluded.rests_days,
       rests_stays = excluded.rests_stays
     where outlook_forecast.made_at < excluded.made_at returning id`,
    valuesOf(made, null),
  );
  return newer.length;
};

/** The newest forecasts of a product: of each site, and (no site) of the region. */
export const newestOf = (tx: Tx, product: Product): Promise<KeptForecast[]> =>
  rows<KeptForecast>(
    tx,
    `select ${FORECAST} from outlook_forecast where of_day is null and product = $1
       and made_at = (select max(made_at) from outlook_forecast where of_day is null) order by site_id nulls first`,
    [product],
  );

/** When the newest forecast was made; null: there is none yet. */
export const newestAt = async (tx: Tx): Promise<Instant | null> =>
  (
    await first<{ at: Instant | null }>(
      tx,
      'select max(made_at) as at from outlook_forecast where of_day is null',
    )
  )?.at ?? null;

/** The forecasts of the days from this one on, each with its day; those of one day were made together. */
export const forecastsSince = (tx: Tx, from: Day): Promise<(KeptForecast & { readonly ofDay: Day })[]> =>
  rows(
    tx,
    `select ${FORECAST}, of_day as "ofDay" from outlook_forecast where of_day >= $1 order by of_day, id`,
    [from],
  );

/** Which days of the forecasts from this day on were held against what came: `forecast id` and how far ahead. */
export const scoredSince = async (tx: Tx, from: Day): Promise<Set<string>> => {
  const done = await rows<{ key: string }>(
    tx,
    `select s.forecast_id || ' ' || s.ahead as key from outlook_score s join outlook_forecast f on f.id = s.forecast_id
     where f.of_day >= $1`,
    [from],
  );
  return new Set(done.map(({ key }) => key));
};

/** Keeps scores; one that is there stays. */
export const keepScores = async (tx: Tx, scores: readonly KeptScore[]): Promise<void> => {
  if (scores.length === 0) return;
  await rows(
    tx,
    `insert into outlook_score (forecast_id, ahead, day, free, from90, until90, in50, in90, crps, crps_same, crps_weekday)
     select * from unnest($1::uuid[], $2::integer[], $3::date[], $4::integer[], $5::integer[], $6::integer[], $7::boolean[],
       $8::boolean[], $9::double precision[], $10::double precision[], $11::double precision[])
     on conflict do nothing`,
    [
      ...[scores.map(({ forecastId }) => forecastId), scores.map(({ ahead }) => ahead)],
      ...[scores.map(({ day }) => day), scores.map(({ free }) => free)],
      ...[scores.map(({ from90 }) => from90), scores.map(({ until90 }) => until90)],
      ...[scores.map(({ in50 }) => in50), scores.map(({ in90 }) => in90)],
      ...[scores.map(({ crps }) => crps), scores.map(({ crpsSame }) => crpsSame)],
      scores.map(({ crpsWeekday }) => crpsWeekday),
    ],
  );
};

/** What the scores of one product at one site (or the region) come to. */
export interface Summed {
  readonly days: number;
  readonly in50: number | null;
  readonly in90: number | null;
  readonly crps: number | null;
  readonly crpsSame: number | null;
  readonly crpsWeekday: number | null;
}

/** Coverage and mean scores over all days ahead, of forecasts for the days from this one on. */
export const scoreSumOf = async (
  tx: Tx,
  of: { readonly product: Product; readonly siteId: string | null; readonly from: Day },
): Promise<Summed> => {
  const summed = await first<Summed>(
    tx,
    `select count(*)::integer as days, avg(in50::integer)::double precision as in50, avg(in90::integer)::double precision as in90,
       avg(crps) as crps, avg(crps_same) as "crpsSame", avg(crps_weekday) as "crpsWeekday"
     from outlook_score s join outlook_forecast f on f.id = s.forecast_id
     where f.product = $1 and f.site_id is not distinct from $2 and s.day >= $3`,
    [of.product, of.siteId, of.from],
  );
  return summed ?? { days: 0, in50: null, in90: null, crps: null, crpsSame: null, crpsWeekday: null };
};

/** What was said of a day on the day before, and what came. */
export interface ScoredDay {
  readonly day: Day;
  readonly free: number;
  readonly from90: number;
  readonly until90: number;
  readonly inside: boolean;
}

/** The last days, each as forecast a day ahead, oldest first. */
export const lastScored = async (
  tx: Tx,
  of: { readonly product: Product; readonly siteId: string | null; readonly most: number },
): Promise<ScoredDay[]> =>
  (
    await rows<ScoredDay>(
      tx,
      `select s.day, s.free, s.from90, s.until90, s.in90 as inside from outlook_score s join outlook_forecast f on f.id = s.forecast_id
       where f.product = $1 and f.site_id is not distinct from $2 and s.ahead = 1 order by s.day desc limit $3`,
      [of.product, of.siteId, of.most],
    )
  ).reverse();
