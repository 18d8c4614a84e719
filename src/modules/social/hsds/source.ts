import { ENTITIES, type Entity } from './fields.ts';
import { MODEL } from './model.ts';
import type { MapSource } from './nest.ts';
import type { KnownRow } from './rows.ts';

const HANGS: ReadonlyMap<Entity, readonly string[]> = new Map(
  ENTITIES.map((entity) => [
    entity,
    [
      ...new Set(
        Object.values(MODEL).flatMap(({ many }) =>
          many.filter((each) => each.entity === entity).map(({ by }) => by),
        ),
      ),
    ],
  ]),
);

const hooksOf = (entity: Entity, row: KnownRow) =>
  (HANGS.get(entity) ?? [])
    .filter((by) => typeof row.fields[by] === 'string')
    .map((by) => ({ key: `${entity} ${by} ${row.fields[by]}`, row }));

/** Rows that were read as what writing needs; `known` says which ids the map holds besides. */
export const sourceOf = (
  read: ReadonlyMap<Entity, readonly KnownRow[]>,
  known: (entity: Entity, id: string) => boolean = () => false,
): MapSource => {
  const byId = new Map(
    [...read].flatMap(([entity, list]) => list.map((row) => [`${entity} ${row.id}`, row] as const)),
  );
  const hanging = Map.groupBy(
    [...read].flatMap(([entity, list]) => list.flatMap((row) => hooksOf(entity, row))),
    ({ key }) => key,
  );
  return {
    byId: (entity, id) => byId.get(`${entity} ${id}`),
    hangingOn: (entity, by, id) => (hanging.get(`${entity} ${by} ${id}`) ?? []).map(({ row }) => row),
    isKnown: (entity, id) => byId.has(`${entity} ${id}`) || known(entity, id),
  };
};
