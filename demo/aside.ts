import type { Instant, Interval } from '#kernel/interval.ts';
import type { LoadKind, TeamCount, TeamKind } from '#modules/capacity/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';

/** A team with its last word. */
export interface TeamNow extends TeamCount {
  readonly id: string;
  readonly kind: TeamKind;
  readonly asOf: Instant;
}

/** What the region tells beside its beds: teams in the neighbourhood, and how busy the hospital is. */
export interface Aside {
  readonly teams: readonly TeamNow[];
  readonly loads: readonly { readonly siteId: string; readonly kind: LoadKind; readonly asOf: Instant }[];
  readonly stops: readonly { readonly siteId: string; readonly kind: LoadKind; readonly during: Interval }[];
}

/** Looks at it. */
export const asideAt = async (tx: Tx): Promise<Aside> => ({
  teams: await rows(
    tx,
    `select id, kind, free, waiting_days as "waitingDays", closed_until as "closedUntil", as_of as "asOf"
     from capacity_team_view where as_of is not null order by as_of`,
  ),
  loads: await rows(
    tx,
    `select distinct on (site_id, kind) site_id as "siteId", kind, as_of as "asOf"
     from capacity_load_view order by site_id, kind, as_of desc, id desc`,
  ),
  stops: await rows(tx, 'select site_id as "siteId", kind, during from capacity_stop_view'),
});
