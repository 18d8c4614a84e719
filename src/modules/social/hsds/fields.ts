/**
 * The entities of the Human Services Data Specification 3.0 (Open Referral, openreferral/specification, CC BY-SA 4.0):
 * names and types of tables and fields are facts of that standard, the words about them are ours.
 */
export const ENTITIES = [
  'organization',
  'program',
  'service',
  'attribute',
  'service_at_location',
  'location',
  'phone',
  'contact',
  'address',
  'schedule',
  'funding',
  'service_area',
  'required_document',
  'language',
  'accessibility',
  'taxonomy_term',
  'metadata',
  'meta_table_description',
  'cost_option',
  'organization_identifier',
  'taxonomy',
] as const;
export type Entity = (typeof ENTITIES)[number];

/** What a field of the standard holds, as JSON writes it. */
export type FieldKind = 'text' | 'number' | 'day' | 'id' | 'choice';

/** One field of an entity. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** The entity whose id stands here. */
  readonly refersTo?: Entity;
  /** The form a text must have, as the standard says it. */
  readonly format?: 'uri' | 'email' | 'date-time';
  readonly options?: readonly string[];
}

/** Rows that hang on an entity: under which key they are nested, what they are, and which of their fields says on what. */
export interface Hanging {
  readonly key: string;
  readonly entity: Entity;
  readonly by: string;
}

/** A row that an entity names by an id of its own, and under which key it is nested. */
export type Named = Hanging;

/** One entity of the standard: its file in a CSV set, its fields, and how it nests in JSON. */
export interface EntityModel {
  readonly file: string;
  /** What it is, in one sentence of ours. */
  readonly what: string;
  readonly fields: readonly Field[];
  readonly many: readonly Hanging[];
  readonly one: readonly Named[];
}

const fieldsOf =
  (kind: FieldKind, more: Partial<Field> = {}) =>
  (...names: string[]): Field[] =>
    names.map((name) => ({
      name: name.replace('!', ''),
      kind,
      required: name.endsWith('!'),
      ...more,
    }));

/** Fields with plain text; an exclamation mark behind the name says the standard asks for it. */
export const text = fieldsOf('text');
/** Fields with a number. */
export const number = fieldsOf('number');
/** Fields with a calendar day. */
export const day = fieldsOf('day');
/** Fields with an address of the web. */
export const uri = fieldsOf('text', { format: 'uri' });
/** Fields with a mail address. */
export const email = fieldsOf('text', { format: 'email' });
/** Fields with a moment. */
export const moment = fieldsOf('text', { format: 'date-time' });
/** The id every row has. */
export const id = fieldsOf('id')('id!');

/** A field with one of these words. */
export const choice = (name: string, ...options: string[]): Field[] => fieldsOf('choice', { options })(name);

/** A field with the id of another row. */
export const ref = (name: string, refersTo: Entity): Field[] => fieldsOf('id', { refersTo })(name);

/** A field with the id of a row of any entity. */
export const anyRef = (name: string): Field[] => fieldsOf('id')(name);

/** Rows that hang here, nested under this key. */
export const hanging = (key: string, entity: Entity, by: string): Hanging => ({ key, entity, by });

/** What changed in a row, by whom; it hangs on rows of every entity. */
export const changes: Hanging = hanging('metadata', 'metadata', 'resource_id');
/** What hangs on almost every row: terms that hold for it, and what changed. */
export const notes: readonly Hanging[] = [hanging('attributes', 'attribute', 'link_id'), changes];
