import type { Issue, Plan } from '#kernel/table.ts';
import { quoted } from '#kernel/table.ts';
import { faultsOf, isReachable, silentAt } from './faults.ts';
import type { Entity } from './fields.ts';
import { MODEL } from './model.ts';
import { faultAt, type KnownRow, type Place, type Read, type ReadRow, type Value } from './rows.ts';

/** A row as it will stand in the map. */
export interface MapRow extends KnownRow {
  readonly entity: Entity;
}

/** What the map knows of the rows a file names, by entity and id. */
export type Known = ReadonlyMap<Entity, ReadonlyMap<string, KnownRow>>;

interface Merged {
  readonly entity: Entity;
  readonly id: string;
  readonly fields: Record<string, Value>;
  readonly rest: Record<string, unknown>;
  readonly at: Place;
  /** Only named by its id so far: a reference, not a row. */
  bare: boolean;
}

/** The same whatever the order in which things were written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

const conflict = (merged: Merged, at: Place, name: string, values: readonly [Value, Value]): Issue =>
  faultAt(
    { row: at.row, column: at.column === '' ? name : `${at.column}.${name}` },
    {
      nl: `Deze rij staat ook bij ${merged.at.row} ${merged.at.column} en zegt daar ${quoted(String(values[0]))}, hier ${quoted(String(values[1]))}.`,
      en: `This row stands at ${merged.at.row} ${merged.at.column} too, where it says ${quoted(String(values[0]))}, and here ${quoted(String(values[1]))}.`,
    },
    { nl: 'Laat een kenmerk overal hetzelfde zeggen.', en: 'Let one id say the same everywhere.' },
  );

const join = (merged: Merged, row: ReadRow, errors: Issue[]): void => {
  for (const [name, value] of Object.entries(row.fields)) {
    const said = merged.fields[name] ?? null;
    if (said === null) merged.fields[name] = value;
    else if (value !== null && said !== value) errors.push(conflict(merged, row.at, name, [said, value]));
  }
  Object.assign(merged.rest, row.rest);
  merged.bare &&= isBare(row);
};

const isBare = ({ fields, rest }: ReadRow): boolean =>
  Object.keys(fields).every((name) => name === 'id' || name.endsWith('_id')) &&
  Object.keys(rest).length === 0;

/** One row per id, with all that the file says of it; a row may stand in a nested file in many places. */
const mergedOf = (rows: readonly ReadRow[], errors: Issue[]): Merged[] => {
  const found = new Map<string, Merged>();
  for (const row of rows) {
    const key = `${row.entity} ${row.id}`;
    const earlier = found.get(key);
    if (earlier !== undefined) join(earlier, row, errors);
    else
      found.set(key, {
        ...{ entity: row.entity, id: row.id, at: row.at },
        ...{ fields: { ...row.fields }, rest: { ...row.rest }, bare: isBare(row) },
      });
  }
  return [...found.values()];
};

/** Which rows a file names, by entity. */
export const namedIn = (read: Read): ReadonlyMap<Entity, readonly string[]> => {
  const ids = new Map<Entity, Set<string>>();
  for (const { entity, id } of read.rows) ids.set(entity, (ids.get(entity) ?? new Set()).add(id));
  return new Map([...ids].map(([entity, each]) => [entity, [...each]]));
};

const before = (map: Known, { entity, id }: { readonly entity: Entity; readonly id: string }) =>
  map.get(entity)?.get(id);

const known = (value: Value | undefined): boolean => value !== null && value !== undefined;

const withoutNothing = (fields: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => known(value)));

const missingIn = (row: MapRow, at: Place): Issue[] =>
  MODEL[row.entity].fields
    .filter(({ name, required }) => required && !known(row.fields[name]))
    .map(({ name }) =>
      faultAt(
        { row: at.row, column: at.column === '' ? name : `${at.column}.${name}` },
        { nl: 'Dit veld moet ingevuld zijn.', en: 'This field must be filled in.' },
        {
          nl: `HSDS vraagt ${name} bij elke rij van deze soort.`,
          en: `HSDS asks ${name} of every row of this kind.`,
        },
      ),
    );

/**
 * What an import would do: what a file leaves out stays as it is, what it empties is emptied, nothing is removed. The same
 * file again changes nothing.
 */
export const planImport = (read: Read, map: Known): Plan<MapRow, MapRow> => {
  const errors = [...read.errors];
  const services: { row: MapRow; at: Place }[] = [];
  const added: MapRow[] = [];
  const changed: MapRow[] = [];
  let same = 0;
  for (const merged of mergedOf(read.rows, errors)) {
    const { entity, id, at } = merged;
    const stood = before(map, merged);
    // Only named: what it is stands in another register, or in the map.
    const requires = MODEL[entity].fields.some(({ name, required }) => required && name !== 'id');
    if (merged.bare && stood === undefined && requires) continue;
    const row: MapRow = {
      ...{ entity, id },
      fields: withoutNothing({ ...stood?.fields, ...merged.fields, id }),
      rest: { ...stood?.rest, ...merged.rest },
    };
    errors.push(...missingIn(row, at));
    errors.push(...faultsOf(row, at));
    if (entity === 'service') services.push({ row, at });
    if (stood === undefined) added.push(row);
    else if (canonical([stood.fields, stood.rest]) === canonical([row.fields, row.rest])) same += 1;
    else changed.push(row);
  }
  const rows = [...added, ...changed];
  const silent = services.filter(({ row }) => before(map, row) === undefined && !isReachable(row, rows));
  return { added, changed, same, errors, warnings: silent.map(({ at }) => silentAt(at)) };
};
