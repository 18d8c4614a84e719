import type { Day } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';

/**
 * Takes away the forecasts of the days before this one, and keeps what their scores come to by month. Answers how many
 * forecasts went.
 */
export const sumUpBefore = async (tx: Tx, day: Day): Promise<number> => {
  await rows(
    tx,
    `with gone as (
       delete from outlook_score s using outlook_forecast f where f.id = s.forecast_id and f.of_day < $1
       returning date_trunc('month', s.day)::date as month, f.product, f.site_id, s.in50, s.in90, s.crps, s.crps_same,
         s.crps_weekday)
     insert into outlook_score_month as kept
     select month, product, site_id, count(*), count(*) filter (where in50), count(*) filter (where in90), sum(crps),
       sum(crps_same), count(crps_weekday), coalesce(sum(crps_weekday), 0)
     from gone group by 1, 2, 3 order by 1, 2, 3
     on conflict (month, product, site_id) do update set days = kept.days + excluded.days, in50 = kept.in50 + excluded.in50,
       in90 = kept.in90 + excluded.in90, crps = kept.crps + excluded.crps, crps_same = kept.crps_same + excluded.crps_same,
       weekday_days = kept.weekday_days + excluded.weekday_days, crps_weekday = kept.crps_weekday + excluded.crps_weekday`,
    [day],
  );
  return (await rows(tx, 'delete from outlook_forecast where of_day < $1 returning id', [day])).length;
};

/** Everything that was ever held against what came: how many days, and which share lay in the band of nine in ten. */
export const everScored = async (
  tx: Tx,
  of: { readonly product: Product; readonly siteId: string | null },
): Promise<{ readonly days: number; readonly in90: number | null }> =>
  (await first(
    tx,
    `select coalesce(sum(days), 0)::integer as days, (sum(in90)::double precision / nullif(sum(days), 0)) as in90 from (
       select count(*) as days, count(*) filter (where s.in90) as in90 from outlook_score s
         join outlook_forecast f on f.id = s.forecast_id where f.product = $1 and f.site_id is not distinct from $2
       union all select days, in90 from outlook_score_month where product = $1 and site_id is not distinct from $2) as all_of_it`,
    [of.product, of.siteId],
  )) ?? { days: 0, in90: null };
