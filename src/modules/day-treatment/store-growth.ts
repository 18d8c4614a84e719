import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** The orders of one treatment that a house got since a moment, as means. */
export interface CountedGroup {
  readonly treatment: string;
  readonly treatmentVersion: number;
  readonly orders: number;
  readonly visits: number;
  readonly intervalDays: number;
  readonly toleranceDays: number;
  readonly withinDays: number;
  readonly urgency: number;
  /** The first that was signed. */
  readonly since: Instant;
}

/** What was ordered of a house since a moment, by treatment; of each the newest version counts. */
export const countedGroups = (tx: Tx, siteOrg: string, since: Instant): Promise<CountedGroup[]> =>
  rows<CountedGroup>(
    tx,
    `select treatment, max(treatment_version) as "treatmentVersion", count(*)::integer as orders,
       avg(visits)::float8 as visits, avg(interval_days)::float8 as "intervalDays",
       avg(tolerance_days)::float8 as "toleranceDays", avg(latest_day - from_day)::float8 as "withinDays",
       avg(urgency)::float8 as urgency, min(signed_at) as since
     from day_treatment_order where site_org = $1 and state <> 'draft' and signed_at >= $2
     group by treatment order by orders desc, treatment`,
    [siteOrg, stamp(since)],
  );
