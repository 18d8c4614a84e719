import type { Issue } from '#kernel/table.ts';
import { ENTITIES, type Entity } from './fields.ts';
import { listName, MODEL } from './model.ts';
import {
  faultAt,
  fieldOf,
  isId,
  keptValue,
  type Place,
  type Read,
  type ReadRow,
  type Value,
} from './rows.ts';

/** No form of the standard nests deeper: organisation, service, place, contact, telephone, language, note. */
const DEEPEST = 10;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LISTS: ReadonlyMap<string, Entity> = new Map(ENTITIES.map((entity) => [listName(entity), entity]));

/** By which field the form of a single document is known; in this order. */
const TELLS: readonly (readonly [Entity, readonly string[]])[] = [
  ['location', ['location_type']],
  ['service', ['status']],
  ['service_at_location', ['service', 'location', 'location_id']],
  ['taxonomy_term', ['taxonomy_detail', 'taxonomy', 'taxonomy_id', 'parent_id', 'term_uri']],
  ['taxonomy', ['version']],
  ['organization', ['description', 'services', 'website', 'legal_status']],
];

const formOf = (document: Json): Entity | null =>
  TELLS.find(([, names]) => names.some((name) => name in document))?.[0] ?? null;

interface Reader {
  readonly rows: ReadRow[];
  readonly errors: Issue[];
}

/** On what a nested row hangs: which field of it, with which id. */
interface Parent {
  readonly by: string;
  readonly id: string;
}

const wrongShape = (reader: Reader, at: Place): null => {
  reader.errors.push(
    faultAt(
      at,
      { nl: 'Dit is niet te lezen als HSDS.', en: 'This cannot be read as HSDS.' },
      {
        nl: 'Kijk na of dit deel de vorm van HSDS 3 heeft.',
        en: 'Check that this part has the form of HSDS 3.',
      },
    ),
  );
  return null;
};

const below = (at: Place, name: string): Place => ({
  row: at.row,
  column: at.column === '' ? name : `${at.column}.${name}`,
});

/** The fields a document names itself, and what the standard does not know. */
const ownOf = (entity: Entity, document: Json, at: Place, errors: Issue[]) => {
  const nested = new Set([...MODEL[entity].many, ...MODEL[entity].one].map(({ key }) => key));
  const fields: Record<string, Value> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) {
    const field = fieldOf(entity, name);
    if (field !== undefined) fields[name] = keptValue(field, value, at, errors);
    else if (!nested.has(name)) rest[name] = value;
  }
  return { fields, rest };
};

/** Reads a row with all that hangs on it; answers its id, or null when it has none that can be kept. */
const walk = (
  reader: Reader,
  entity: Entity,
  value: unknown,
  at: Place,
  parent: Parent | null,
): string | null => {
  if (!isObject(value) || at.column.split('.').length > DEEPEST) return wrongShape(reader, at);
  const id = value['id'];
  if (!isId(id)) {
    reader.errors.push(
      faultAt(
        below(at, 'id'),
        { nl: 'Hier staat geen kenmerk.', en: 'There is no id here.' },
        {
          nl: 'Geef elke rij een eigen kenmerk in UUID-vorm.',
          en: 'Give every row an id of its own, a UUID.',
        },
      ),
    );
    return null;
  }
  const own = id.toLowerCase();
  const { fields, rest } = ownOf(entity, value, at, reader.errors);
  if (parent !== null) fields[parent.by] = parent.id;
  for (const { key, entity: named, by } of MODEL[entity].one) {
    if (value[key] === undefined || value[key] === null) continue;
    const found = walk(reader, named, value[key], below(at, key), null);
    if (found !== null) fields[by] = found;
  }
  reader.rows.push({ entity, id: own, fields, rest, at });
  for (const { key, entity: hung, by } of MODEL[entity].many)
    walkList(reader, hung, value[key], below(at, key), { by, id: own });
  return own;
};

const walkList = (reader: Reader, entity: Entity, list: unknown, at: Place, parent: Parent): void => {
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    wrongShape(reader, at);
    return;
  }
  list.forEach((each, i) => {
    walk(reader, entity, each, { row: at.row, column: `${at.column}[${i + 1}]` }, parent);
  });
};

const topLevel = (reader: Reader, entity: Entity, list: readonly unknown[]): void => {
  list.forEach((each, i) => {
    walk(reader, entity, each, { row: i + 1, column: '' }, null);
  });
};

/** Documents of one form without a name for it: each is known by what it holds. */
const unnamed = (reader: Reader, list: readonly unknown[]): void => {
  list.forEach((each, i) => {
    const at = { row: i + 1, column: '' };
    const entity = isObject(each) ? formOf(each) : null;
    if (entity === null) wrongShape(reader, at);
    else walk(reader, entity, each, at, null);
  });
};

/** A whole map: lists by the names of the files of a CSV set. */
const named = (reader: Reader, lists: Json): void => {
  for (const [name, list] of Object.entries(lists)) {
    const entity = LISTS.get(name);
    if (entity !== undefined && Array.isArray(list)) topLevel(reader, entity, list);
    else wrongShape(reader, { row: 1, column: name });
  }
};

/**
 * Reads HSDS as JSON: one nested document, a list of them, a page of the API (`contents`), or a whole map with lists by
 * name. Rows may stand in it several times; what each place says is kept for the plan to compare.
 */
export const readJson = (sent: unknown): Read => {
  const reader: Reader = { rows: [], errors: [] };
  const page = isObject(sent) ? sent['contents'] : sent;
  if (Array.isArray(page)) unnamed(reader, page);
  else if (!isObject(sent)) wrongShape(reader, { row: 1, column: '' });
  else if ('id' in sent) unnamed(reader, [sent]);
  else named(reader, sent);
  return reader;
};
