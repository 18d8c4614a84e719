import type { Sentence } from '#kernel/refusal.ts';
import { type Issue, quoted } from '#kernel/table.ts';
import type { Entity, Field } from './fields.ts';
import { MODEL } from './model.ts';

/** Where something stands in what was brought in: a line of a file, or an item of a list, and the field. */
export interface Place {
  readonly row: number;
  readonly column: string;
}

/** What the standard can say of a row in one field; null says that nothing is known. */
export type Value = string | number | null;

/** One row as a file says it: only what the file names. */
export interface ReadRow {
  readonly entity: Entity;
  readonly id: string;
  readonly fields: Readonly<Record<string, Value>>;
  /** What the standard does not know. */
  readonly rest: Readonly<Record<string, unknown>>;
  readonly at: Place;
}

/** One row as the map holds it. */
export interface KnownRow {
  readonly id: string;
  readonly fields: Readonly<Record<string, Value>>;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** What was read, and what is wrong with it. */
export interface Read {
  readonly rows: ReadRow[];
  readonly errors: Issue[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const FORMS = {
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
} as const;

const EXPECTED: Readonly<Record<Field['kind'] | keyof typeof FORMS, Sentence>> = {
  text: { nl: 'Zet hier tekst.', en: 'Put text here.' },
  number: { nl: 'Zet hier een getal.', en: 'Put a number here.' },
  day: { nl: 'Zet hier een dag, zoals 2026-11-23.', en: 'Put a day here, like 2026-11-23.' },
  id: { nl: 'Zet hier een kenmerk in UUID-vorm.', en: 'Put an id here in the form of a UUID.' },
  choice: { nl: 'Kies een van de woorden van HSDS.', en: 'Choose one of the words of HSDS.' },
  uri: {
    nl: 'Zet hier een webadres met https:// ervoor.',
    en: 'Put a web address here, with https:// before it.',
  },
  email: { nl: 'Zet hier een e-mailadres.', en: 'Put a mail address here.' },
  'date-time': { nl: 'Zet hier een dag en tijd met zone.', en: 'Put a day and time here, with its zone.' },
};

/** Is this the id of a row? */
export const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

const isOfKind = (field: Field, value: unknown): value is string | number => {
  if (field.kind === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string') return false;
  if (field.kind === 'id') return isId(value);
  if (field.kind === 'day') return DAY.test(value) && !value.endsWith('-02-30') && !value.endsWith('-02-31');
  if (field.options !== undefined) return field.options.includes(value);
  return field.format === undefined || FORMS[field.format].test(value);
};

const expectedOf = (field: Field): Sentence =>
  field.options === undefined
    ? EXPECTED[field.format ?? field.kind]
    : {
        nl: `Kies uit: ${field.options.join(', ')}.`,
        en: `Choose from: ${field.options.join(', ')}.`,
      };

/** Says what is wrong, and where. */
export const faultAt = ({ row, column }: Place, what: Sentence, next: Sentence): Issue => ({
  row,
  column,
  what,
  next,
});

/** The value of a field when it can be kept; else the error is added and nothing is known. */
export const keptValue = (field: Field, value: unknown, at: Place, errors: Issue[]): Value => {
  if (value === null || isOfKind(field, value))
    return field.kind === 'id' && value !== null ? String(value).toLowerCase() : value;
  const shown = typeof value === 'object' ? '{…}' : quoted(String(value));
  errors.push(
    faultAt(
      { ...at, column: at.column === '' ? field.name : `${at.column}.${field.name}` },
      { nl: `${shown} kan hier niet.`, en: `${shown} cannot be used here.` },
      expectedOf(field),
    ),
  );
  return null;
};

const FIELDS = new Map<Entity, ReadonlyMap<string, Field>>(
  (Object.keys(MODEL) as Entity[]).map((entity) => [
    entity,
    new Map(MODEL[entity].fields.map((field) => [field.name, field])),
  ]),
);

/** The field of an entity with this name; undefined when the standard has none. */
export const fieldOf = (entity: Entity, name: string): Field | undefined => FIELDS.get(entity)?.get(name);
