import { ENTITIES, type Entity } from './fields.ts';
import { MODEL } from './model.ts';
import type { KnownRow } from './rows.ts';

/** A table of a CSV set to be written. */
interface WrittenTable {
  readonly file: string;
  readonly columns: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

const cellOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The map as the tables of a CSV set; what the standard does not know of a row stands in columns of its own. */
export const tablesOf = (all: ReadonlyMap<Entity, readonly KnownRow[]>): WrittenTable[] =>
  ENTITIES.flatMap((entity) => {
    const list = all.get(entity) ?? [];
    if (list.length === 0) return [];
    const known = MODEL[entity].fields.map(({ name }) => name);
    const more = [...new Set(list.flatMap(({ rest }) => Object.keys(rest)))].sort();
    const lines = list.map(({ fields, rest }) => [
      ...known.map((name) => cellOf(fields[name])),
      ...more.map((name) => cellOf(rest[name])),
    ]);
    return [{ file: MODEL[entity].file, columns: [...known, ...more], lines }];
  });
