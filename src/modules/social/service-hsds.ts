import type { Plan } from '#kernel/table.ts';
import { loadOrganisations } from '#modules/region/index.ts';
import type { Importer } from '#platform/csv/file.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { ENTITIES, type Entity } from './hsds/fields.ts';
import { MODEL } from './hsds/model.ts';
import { type HsdsDocument, nest, wholeMap } from './hsds/nest.ts';
import { type Known, type MapRow, namedIn, planImport } from './hsds/plan.ts';
import { readJson } from './hsds/read-json.ts';
import type { KnownRow, Read } from './hsds/rows.ts';
import { sourceOf } from './hsds/source.ts';
import { refreshLook } from './service-look.ts';
import { idsOf, importAlone, linkProviders, putRows, rowsById, rowsHangingOn, rowsOf } from './store-hsds.ts';
import { PROVIDER_SCHEME } from './types.ts';

/** What is about the map as a whole has no id of its own. */
const THE_MAP = '00000000-0000-0000-0000-000000000000';

const knownOf = async (tx: Tx, read: Read): Promise<Known> => {
  const known = new Map<Entity, ReadonlyMap<string, KnownRow>>();
  for (const [entity, ids] of namedIn(read))
    known.set(entity, new Map((await rowsById(tx, entity, ids)).map((row) => [row.id, row])));
  return known;
};

const linkThem = async (tx: Tx, rows: readonly MapRow[]): Promise<void> => {
  const told = rows.filter(
    ({ entity, fields }) =>
      entity === 'organization_identifier' && fields['identifier_scheme'] === PROVIDER_SCHEME,
  );
  if (told.length === 0) return;
  const codes = new Map((await loadOrganisations(tx)).map(({ code, id }) => [code, id]));
  await linkProviders(
    tx,
    told.map(({ fields }) => ({
      organizationId: String(fields['organization_id']),
      code: String(fields['identifier']),
    })),
    (code) => codes.get(code),
  );
};

/** Brings rows of the standard in: all or nothing, again without change. What a search reads follows at once. */
export const bringIn = async (tx: Tx, read: Read, importer: Importer): Promise<Plan<MapRow, MapRow>> => {
  await importAlone(tx);
  const plan = planImport(read, await knownOf(tx, read));
  if (importer.preview || plan.errors.length > 0) return plan;
  const written = [...plan.added, ...plan.changed];
  if (written.length === 0) return plan;
  await putRows(tx, written);
  await linkThem(tx, written);
  await refreshLook(tx, written);
  await record(tx, [
    {
      ...{ at: importer.now, room: 'social', event: 'map-written', subject: THE_MAP, unitId: null },
      ...{ organisationId: null, actor: importer.actor, body: { rows: written.length } },
    },
  ]);
  return plan;
};

/** Brings a map in as JSON of the standard. */
export const bringInMap = (tx: Tx, document: unknown, importer: Importer): Promise<Plan<MapRow, MapRow>> =>
  bringIn(tx, readJson(document), importer);

/** Rows found so far, by entity and id. */
type Found = Map<Entity, Map<string, KnownRow>>;

/** Keeps what is new and answers its ids. */
const keep = (found: Found, entity: Entity, list: readonly KnownRow[]): string[] => {
  const held = found.get(entity) ?? new Map<string, KnownRow>();
  found.set(entity, held);
  const fresh = list.filter(({ id }) => !held.has(id));
  for (const row of fresh) held.set(row.id, row);
  return fresh.map(({ id }) => id);
};

/** What stands above (the organisation of a service) is shown with what is its own, not with its other services. */
const goesDown = (from: Entity, hung: Entity, root: Entity): boolean =>
  hung !== 'service' || from === root || from === 'service';

/** Everything that hangs on these rows, and on those, read level by level. */
const closureOf = async (tx: Tx, root: Entity, ids: readonly string[]): Promise<Found> => {
  const found: Found = new Map();
  const frontier: [Entity, readonly string[]][] = [[root, keep(found, root, await rowsById(tx, root, ids))]];
  for (let next = frontier.shift(); next !== undefined; next = frontier.shift()) {
    const [from, on] = next;
    if (on.length === 0) continue;
    for (const { entity, by } of MODEL[from].many.filter((each) => goesDown(from, each.entity, root)))
      frontier.push([entity, keep(found, entity, await rowsHangingOn(tx, entity, by, on))]);
    for (const { entity, by } of MODEL[from].one) {
      const above = on
        .map((id) => found.get(from)?.get(id)?.fields[by])
        .filter((id) => typeof id === 'string');
      frontier.push([entity, keep(found, entity, await rowsById(tx, entity, above))]);
    }
  }
  return found;
};

const refsOf = (entity: Entity, { fields }: KnownRow): { readonly entity: Entity; readonly id: string }[] =>
  MODEL[entity].fields.flatMap(({ name, refersTo }) =>
    refersTo === undefined || typeof fields[name] !== 'string'
      ? []
      : [{ entity: refersTo, id: fields[name] }],
  );

/** References of these rows to what stands elsewhere in the map. */
const knownElsewhere = async (tx: Tx, read: ReadonlyMap<Entity, readonly KnownRow[]>) => {
  const named = Map.groupBy(
    [...read].flatMap(([entity, list]) => list.flatMap((row) => refsOf(entity, row))),
    ({ entity }) => entity,
  );
  const known = new Set<string>();
  for (const [entity, ids] of named)
    for (const { id } of await rowsById(
      tx,
      entity,
      ids.map((each) => each.id),
    ))
      known.add(`${entity} ${id}`);
  return known;
};

/** Documents in the nested form of the standard; who is not there is left out. */
export const documentsOf = async (
  tx: Tx,
  entity: Entity,
  ids: readonly string[],
): Promise<HsdsDocument[]> => {
  const read = new Map(
    [...(await closureOf(tx, entity, ids))].map(([each, list]) => [each, [...list.values()]] as const),
  );
  const known = await knownElsewhere(tx, read);
  const source = sourceOf(read, (each, id) => known.has(`${each} ${id}`));
  return ids.flatMap((id) => {
    const row = source.byId(entity, id);
    return row === undefined ? [] : [nest(source, entity, row, () => undefined)];
  });
};

/** One page of documents, and how many there are. */
export const pageOf = async (
  tx: Tx,
  entity: Entity,
  page: { readonly page: number; readonly size: number },
): Promise<{ readonly contents: HsdsDocument[]; readonly total: number }> => {
  const { ids, total } = await idsOf(tx, entity, page);
  return { contents: await documentsOf(tx, entity, ids), total };
};

const allRows = async (tx: Tx): Promise<Map<Entity, KnownRow[]>> => {
  const all = new Map<Entity, KnownRow[]>();
  for (const entity of ENTITIES) all.set(entity, await rowsOf(tx, entity));
  return all;
};

/** The whole map in nested lists; brought in again it changes nothing. */
export const takeOutMap = async (tx: Tx): Promise<Record<string, HsdsDocument[]>> => {
  const all = await allRows(tx);
  return wholeMap(sourceOf(all), (entity) => all.get(entity) ?? []);
};

/** The whole map as rows per entity, for tables. */
export const takeOutRows = allRows;
