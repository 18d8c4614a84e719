import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newIds } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { RaisedAlert, ThresholdSet } from './types.ts';

/** An alert as it is kept. */
export interface KeptAlert extends RaisedAlert {
  readonly id: string;
  readonly madeAt: Instant;
  /** Null: not over yet. */
  readonly right: boolean | null;
  readonly seenAt: Instant | null;
}

const ALERT = `id, kind, product, about, made_on as "madeOn", until, figure, over, made_at as "madeAt", is_right as "right",
  seen_at as "seenAt"`;

/** What the region wants to hear of, as it stands. */
export const thresholdsOf = (tx: Tx): Promise<ThresholdSet[]> =>
  rows<ThresholdSet>(
    tx,
    `select distinct on (kind, product) kind, product, is_on as "on", figure, days, version from outlook_threshold
     order by kind desc, product, version desc`,
  );

/** Keeps a new version of when the region wants to hear. Who else does so at the same moment comes second and is told. */
export const insertThreshold = async (
  tx: Tx,
  threshold: ThresholdSet,
  by: { readonly name: string; readonly now: Instant },
): Promise<void> => {
  const { kind, product, version, on, figure, days } = threshold;
  await rows(
    tx,
    `insert into outlook_threshold (kind, product, version, is_on, figure, days, set_at, set_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [kind, product, version, on, figure, days, stamp(by.now), by.name],
  );
};

/** Alerts that are not over, the newest first. */
export const openAlerts = (tx: Tx): Promise<KeptAlert[]> =>
  rows<KeptAlert>(
    tx,
    `select ${ALERT} from outlook_alert where is_right is null order by made_at desc, kind, product, about`,
  );

/** The last ones that are over, the newest first. */
export const pastAlerts = (tx: Tx, most: number): Promise<KeptAlert[]> =>
  rows<KeptAlert>(
    tx,
    `select ${ALERT} from outlook_alert where is_right is not null order by judged_at desc, made_at desc, id limit $1`,
    [most],
  );

/** How many were right, of how many that are over. */
export const rightOf = async (tx: Tx): Promise<{ readonly right: number; readonly of: number }> =>
  (await first(
    tx,
    `select count(*) filter (where is_right)::integer as right, count(*)::integer as of from outlook_alert
     where is_right is not null`,
  )) ?? { right: 0, of: 0 };

/** Raises what is not open yet; answers the ids of what is new. */
export const raiseAlerts = async (
  tx: Tx,
  alerts: readonly RaisedAlert[],
  now: Instant,
): Promise<string[]> => {
  if (alerts.length === 0) return [];
  const raised = await rows<{ id: string }>(
    tx,
    `insert into outlook_alert (id, kind, product, about, made_on, until, figure, over, made_at)
     select id, kind, product, about, made_on, until, figure, over, $9
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::double precision[],
       $8::double precision[]) as a (id, kind, product, about, made_on, until, figure, over)
     on conflict do nothing returning id`,
    [
      ...[newIds(alerts.length), alerts.map(({ kind }) => kind), alerts.map(({ product }) => product)],
      ...[alerts.map(({ about }) => about), alerts.map(({ madeOn }) => madeOn)],
      ...[alerts.map(({ until }) => until), alerts.map(({ figure }) => figure)],
      ...[alerts.map(({ over }) => over), stamp(now)],
    ],
  );
  return raised.map(({ id }) => id);
};

/** Keeps whether an alert was right. What was judged stays judged; answers whether this was the first to say so. */
export const judgeAlert = async (tx: Tx, id: string, right: boolean, now: Instant): Promise<boolean> =>
  (await first(
    tx,
    'update outlook_alert set is_right = $2, judged_at = $3 where id = $1 and is_right is null returning id',
    [id, right, stamp(now)],
  )) !== null;

/** Somebody of the region saw it; the first one counts. Answers whether the alert is there. */
export const markSeen = async (
  tx: Tx,
  id: string,
  by: { readonly name: string; readonly now: Instant },
): Promise<boolean> => {
  await rows(tx, 'update outlook_alert set seen_at = $2, seen_by = $3 where id = $1 and seen_at is null', [
    ...[id, stamp(by.now), by.name],
  ]);
  return (await first(tx, 'select 1 as there from outlook_alert where id = $1', [id])) !== null;
};
