import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { ENTITIES, type Entity } from './hsds/fields.ts';
import { MODEL } from './hsds/model.ts';
import type { KnownRow } from './hsds/rows.ts';

/** So many rows in one statement. */
const BATCH = 2_000;

const tableOf = (entity: Entity): string => `social_hsds_${entity}`;

const knownOf = ({ rest, ...fields }: Record<string, unknown>): KnownRow => {
  const said = Object.entries(fields).filter(([, value]) => value !== null);
  return {
    id: String(fields['id']),
    fields: Object.fromEntries(said) as KnownRow['fields'],
    rest: rest as KnownRow['rest'],
  };
};

const read = async (tx: Tx, text: string, values: readonly unknown[] = []): Promise<KnownRow[]> =>
  (await rows<{ row: Record<string, unknown> }>(tx, text, values)).map(({ row }) => knownOf(row));

/** These rows of one entity. */
export const rowsById = (tx: Tx, entity: Entity, ids: readonly string[]): Promise<KnownRow[]> =>
  read(tx, `select to_jsonb(t) as row from ${tableOf(entity)} t where id = any($1::uuid[]) order by id`, [
    ids,
  ]);

/** Rows of one entity that hang on these by one of their fields, in the order of their ids. */
export const rowsHangingOn = (
  tx: Tx,
  entity: Entity,
  by: string,
  ids: readonly string[],
): Promise<KnownRow[]> =>
  read(tx, `select to_jsonb(t) as row from ${tableOf(entity)} t where ${by} = any($1::uuid[]) order by id`, [
    ids,
  ]);

/** All rows of one entity, in the order of their ids. */
export const rowsOf = (tx: Tx, entity: Entity): Promise<KnownRow[]> =>
  read(tx, `select to_jsonb(t) as row from ${tableOf(entity)} t order by id`);

/** One page of ids of an entity, after one that was the last. */
export const idsOf = async (
  tx: Tx,
  entity: Entity,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly ids: readonly string[]; readonly total: number }> => {
  const found = await rows<{ id: string; total: number }>(
    tx,
    `select id, count(*) over ()::integer as total from ${tableOf(entity)} order by id limit $1 offset $2`,
    [size, (page - 1) * size],
  );
  return { ids: found.map(({ id }) => id), total: found[0]?.total ?? 0 };
};

const upsertOf = (entity: Entity): string => {
  const columns = [...MODEL[entity].fields.map(({ name }) => name), 'rest'];
  const set = columns.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
  return `insert into ${tableOf(entity)} (${columns.join(', ')})
    select ${columns.join(', ')} from jsonb_populate_recordset(null::${tableOf(entity)}, $1::jsonb)
    on conflict (id) do update set ${set.join(', ')}`;
};

/** Writes rows as they must stand, whatever stood there. */
export const putRows = async (
  tx: Tx,
  all: readonly (KnownRow & { readonly entity: Entity })[],
): Promise<void> => {
  const byEntity = Map.groupBy(all, ({ entity }) => entity);
  for (const entity of ENTITIES) {
    const list = byEntity.get(entity) ?? [];
    for (let from = 0; from < list.length; from += BATCH) {
      const part = list.slice(from, from + BATCH).map(({ fields, rest }) => ({ ...fields, rest }));
      await rows(tx, upsertOf(entity), [JSON.stringify(part)]);
    }
  }
};

/** Two imports at the same time wait for one another; the lock goes with the transaction. */
export const importAlone = async (tx: Tx): Promise<void> => {
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended('social map', 0))");
};

/** Whose services these are, from the number an organisation of the map says it has in the region. */
export const linkProviders = async (
  tx: Tx,
  found: readonly { readonly organizationId: string; readonly code: string }[],
  organisationOf: (code: string) => string | undefined,
): Promise<void> => {
  const known = found.flatMap(({ organizationId, code }) => {
    const organisationId = organisationOf(code);
    return organisationId === undefined ? [] : [{ organizationId, organisationId }];
  });
  if (known.length === 0) return;
  await rows(
    tx,
    `insert into social_provider (organization_id, organisation_id) select * from unnest($1::uuid[], $2::uuid[])
     on conflict (organization_id) do update set organisation_id = excluded.organisation_id`,
    [known.map((each) => each.organizationId), known.map((each) => each.organisationId)],
  );
};
