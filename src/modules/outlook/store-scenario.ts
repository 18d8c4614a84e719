import type { z } from 'zod';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Scenario } from './contract.ts';
import type { Model } from './contract-model.ts';

/** A scenario as it is kept, without the region it was played on. */
export interface KeptScenario extends Pick<Scenario, 'id' | 'name' | 'levers' | 'seed' | 'years' | 'rows'> {
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly version: number;
  readonly sharedUntil: Instant | null;
}

/** The region a scenario was played on. */
export type KeptModel = z.infer<typeof Model>;

const SCENARIO = `id, name, levers, seed, years, rows, made_at as "madeAt", made_by as "madeBy", version,
  shared_until as "sharedUntil"`;

/** The scenarios of the acting organisation, the newest first. */
export const scenariosOf = (tx: Tx): Promise<KeptScenario[]> =>
  rows<KeptScenario>(
    tx,
    `select ${SCENARIO} from outlook_scenario where organisation_id = platform_org() order by made_at desc, id desc`,
  );

/** One scenario of the acting organisation. */
export const scenarioById = (tx: Tx, id: string): Promise<KeptScenario | null> =>
  first<KeptScenario>(tx, `select ${SCENARIO} from outlook_scenario where id = $1`, [id]);

/** One scenario under lock, for who changes it. */
export const lockScenario = (tx: Tx, id: string): Promise<KeptScenario | null> =>
  first<KeptScenario>(tx, `select ${SCENARIO} from outlook_scenario where id = $1 for update`, [id]);

/** The region it was played on. */
export const modelOf = async (tx: Tx, id: string): Promise<KeptModel | null> =>
  (await first<{ model: KeptModel }>(tx, 'select model from outlook_scenario where id = $1', [id]))?.model ??
  null;

/** How many the acting organisation keeps. */
export const countScenarios = async (tx: Tx): Promise<number> =>
  (
    await first<{ count: number }>(
      tx,
      'select count(*)::integer as count from outlook_scenario where organisation_id = platform_org()',
    )
  )?.count ?? 0;

/** Keeps a new scenario of the acting organisation. */
export const insertScenario = async (
  tx: Tx,
  scenario: Omit<KeptScenario, 'version' | 'sharedUntil'>,
  model: KeptModel,
): Promise<void> => {
  const { id, name, levers, seed, years, madeAt, madeBy } = scenario;
  await rows(
    tx,
    `insert into outlook_scenario (id, organisation_id, name, levers, model, seed, years, rows, made_at, made_by, version)
     values ($1, platform_org(), $2, $3, $4, $5, $6, $7, $8, $9, 1)`,
    [
      ...[id, name, JSON.stringify(levers), JSON.stringify(model), seed, years],
      ...[JSON.stringify(scenario.rows), stamp(madeAt), madeBy],
    ],
  );
};

/** Writes what a scenario became; without a model it stays on the region it was played on. */
export const writeScenario = async (
  tx: Tx,
  scenario: KeptScenario,
  model: KeptModel | null,
): Promise<void> => {
  const { id, name, levers, seed, years, madeAt, madeBy, version } = scenario;
  await rows(
    tx,
    `update outlook_scenario set name = $2, levers = $3, model = coalesce($4, model), seed = $5, years = $6, rows = $7,
       made_at = $8, made_by = $9, version = $10 where id = $1`,
    [
      ...[id, name, JSON.stringify(levers), model === null ? null : JSON.stringify(model), seed, years],
      ...[JSON.stringify(scenario.rows), stamp(madeAt), madeBy, version],
    ],
  );
};

/** Throws a scenario away. */
export const deleteScenario = async (tx: Tx, id: string): Promise<void> => {
  await rows(tx, 'delete from outlook_scenario where id = $1', [id]);
};

/** What is kept of a link, or (null) that there is none any more. */
export const markShared = async (
  tx: Tx,
  id: string,
  share: { readonly mark: string; readonly until: Instant } | null,
): Promise<void> => {
  await rows(
    tx,
    'update outlook_scenario set share_mark = $2, shared_until = $3, version = version + 1 where id = $1',
    [id, share?.mark ?? null, share === null ? null : stamp(share.until)],
  );
};

/** What who holds a link reads. */
export interface SharedRow extends Pick<KeptScenario, 'name' | 'levers' | 'rows' | 'years' | 'madeAt'> {
  readonly sharedUntil: Instant;
  readonly turned: Readonly<Record<string, string>>;
}

/** What stands behind a link with this mark, while it opens; for who comes by a link. */
export const sharedBy = (tx: Tx, mark: string, now: Instant): Promise<SharedRow | null> =>
  first<SharedRow>(
    tx,
    `select name, levers, rows, years, made_at as "madeAt", shared_until as "sharedUntil", turned
     from outlook_shared($1, $2)`,
    [mark, stamp(now)],
  );
