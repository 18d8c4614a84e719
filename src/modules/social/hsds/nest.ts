import { ENTITIES, type Entity } from './fields.ts';
import { listName, MODEL } from './model.ts';
import type { KnownRow } from './rows.ts';

/** Rows of the map as writing them needs: by id, by what they hang on, and whether a row is known at all. */
export interface MapSource {
  byId(entity: Entity, id: string): KnownRow | undefined;
  hangingOn(entity: Entity, by: string, id: string): readonly KnownRow[];
  isKnown(entity: Entity, id: string): boolean;
}

/** The way from the row around: through which entity and field it was reached. */
interface Way {
  readonly entity: Entity;
  readonly by: string;
}

/** A nested document of the standard. */
export type HsdsDocument = Record<string, unknown>;

/** By which field rows hang on another, for every entity: such a field is told by where the row stands. */
const HANGS_BY: ReadonlySet<string> = new Set(
  Object.values(MODEL).flatMap(({ many }) => many.map(({ entity, by }) => `${entity} ${by}`)),
);

const isWay = (way: Way | null, entity: Entity, by: string): boolean =>
  way?.entity === entity && way.by === by;

/** A reference that nesting tells is left out; one to what the map does not hold stays, else it would be lost. */
const isTold = (
  source: MapSource,
  entity: Entity,
  name: string,
  value: unknown,
  way: Way | null,
): boolean => {
  if (isWay(way, entity, name)) return true;
  const field = MODEL[entity].fields.find((each) => each.name === name);
  if (field?.refersTo === undefined) return false;
  const nests = MODEL[entity].one.some(({ by }) => by === name) || HANGS_BY.has(`${entity} ${name}`);
  return nests && source.isKnown(field.refersTo, String(value));
};

/** Is told of each row that is written, so that a whole map knows what it still misses. */
export type Seen = (entity: Entity, id: string) => void;

/** What a row tells itself, in the order of the standard. */
const ownOf = (source: MapSource, entity: Entity, row: KnownRow, way: Way | null): HsdsDocument =>
  Object.fromEntries(
    MODEL[entity].fields.flatMap(({ name }) => {
      const value = row.fields[name] ?? null;
      return value === null || isTold(source, entity, name, value, way) ? [] : [[name, value]];
    }),
  );

/** One row with all that hangs on it, in the nested form of the standard; `way` says what stands around it already. */
export const nest = (
  source: MapSource,
  entity: Entity,
  row: KnownRow,
  seen: Seen,
  way: Way | null = null,
): HsdsDocument => {
  seen(entity, row.id);
  const document = ownOf(source, entity, row, way);
  for (const { key, entity: named, by } of MODEL[entity].one) {
    const id = row.fields[by];
    const found = typeof id === 'string' ? source.byId(named, id) : undefined;
    // Who is reached through what it names does not hold that again.
    if (found !== undefined && !isWay(way, entity, by))
      document[key] = nest(source, named, found, seen, { entity, by });
  }
  for (const { key, entity: hung, by } of MODEL[entity].many.filter(
    (each) => !isWay(way, each.entity, each.by),
  )) {
    const list = source.hangingOn(hung, by, row.id);
    if (list.length > 0)
      document[key] = list.map((each) => nest(source, hung, each, seen, { entity: hung, by }));
  }
  return { ...document, ...row.rest };
};

/** The whole map: organisations with all that is theirs, then what belongs to none, by the names of the lists. */
export const wholeMap = (
  source: MapSource,
  all: (entity: Entity) => readonly KnownRow[],
): Record<string, HsdsDocument[]> => {
  const written = new Set<string>();
  const seen: Seen = (entity, id) => written.add(`${entity} ${id}`);
  const whole: Record<string, HsdsDocument[]> = {};
  for (const entity of ENTITIES) {
    const list = all(entity)
      .filter(({ id }) => !written.has(`${entity} ${id}`))
      .map((row) => nest(source, entity, row, seen));
    if (list.length > 0) whole[listName(entity)] = list;
  }
  return whole;
};
