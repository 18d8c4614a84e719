import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Act } from './types.ts';
import type { KeptAct } from './types-day.ts';

const ACT = `a.id, a.visit_id as "visitId", a.kind, a.at, a.by_name as "byName", a.body, a.half_day_id as "halfDayId"`;

/** Writes acts down; one that stands already stays as it is. Answers the ids that are new. */
export const insertActs = async (
  tx: Tx,
  acts: readonly Act[],
  by: { readonly halfDayId: string; readonly actor: string; readonly now: Instant },
): Promise<ReadonlySet<string>> => {
  const made = await rows<{ id: string }>(
    tx,
    `insert into day_treatment_act (id, visit_id, kind, at, by_name, body, half_day_id, received_at, actor)
     select t.id, t.visit, t.kind, t.at, t.name, t.body, $7, $8, $9
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::jsonb[])
       as t(id, visit, kind, at, name, body)
     order by t.id on conflict (id) do nothing returning id`,
    [
      acts.map(({ id }) => id),
      acts.map(({ visitId }) => visitId),
      acts.map(({ kind }) => kind),
      acts.map(({ at }) => stamp(at)),
      acts.map(({ byName }) => byName),
      acts.map(({ body }) => JSON.stringify(body)),
      ...[by.halfDayId, stamp(by.now), by.actor],
    ],
  );
  return new Set(made.map(({ id }) => id));
};

/** Notes on acts which later act took them back, whichever of the two came in first. */
export const markUndone = (tx: Tx, visitIds: readonly string[]): Promise<unknown> =>
  rows(
    tx,
    `update day_treatment_act a set undone_by = u.id from day_treatment_act u
     where a.visit_id = any($1::uuid[]) and u.visit_id = a.visit_id and u.kind = 'undone'
       and u.body->>'act' = a.id::text and a.undone_by is null`,
    [visitIds],
  );

/** These acts, as far as they stand here. */
export const actsById = (tx: Tx, ids: readonly string[]): Promise<KeptAct[]> =>
  rows<KeptAct>(tx, `select ${ACT} from day_treatment_act a where a.id = any($1::uuid[])`, [ids]);

/** Everything that was written down of these visits, by visit, in the order of the clock. */
export const actsOf = async (
  tx: Tx,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, KeptAct[]>> => {
  const found = await rows<KeptAct>(
    tx,
    `select ${ACT} from day_treatment_act a where a.visit_id = any($1::uuid[]) order by a.at, a.id`,
    [visitIds],
  );
  return Map.groupBy(found, ({ visitId }) => visitId);
};
