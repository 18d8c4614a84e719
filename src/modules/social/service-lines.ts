import { v5 } from 'uuid';
import { type CellForm, type Cells, cellsOf, type Issue, type Row } from '#kernel/table.ts';
import { readHours } from '#modules/region/index.ts';
import { KIND_CODES, KINDS, type KindCode } from './decide/kinds.ts';
import type { Entity } from './hsds/fields.ts';
import { isId, type ReadRow, type Value } from './hsds/rows.ts';
import { PROVIDER_SCHEME } from './types.ts';

/** The columns of a list with one line per service. */
export const SERVICE_COLUMNS = {
  all: [
    ...['service_code', 'name', 'organisation', 'organisation_code', 'kinds', 'description', 'for_whom'],
    ...['how_to_join', 'costs', 'phone', 'email', 'website', 'street', 'postcode', 'town', 'hours'],
    ...['min_age', 'max_age', 'languages', 'assured'],
  ],
  required: ['service_code', 'name', 'organisation'],
};

/** Ids made from codes are the same each time, so that a line finds its service again. */
const SPACE = '6f9b0f0e-6a53-5b8e-9d38-0f7b8f6b1c55';
const idOf = (...parts: readonly string[]): string => v5(parts.join('\n'), SPACE);

/** The id of a service by its code; a code that is an id already stays that. */
const serviceIdOf = (code: string): string => (isId(code) ? code.toLowerCase() : idOf('service', code));

const TAXONOMY = idOf('taxonomy', 'kinds of help');
const DAY: CellForm = {
  pattern: /^\d{4}-\d\d-\d\d$/,
  required: false,
  next: { nl: 'Schrijf een dag als 2026-11-23.', en: 'Write a day like 2026-11-23.' },
};
const EMAIL: CellForm = {
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  required: false,
  next: { nl: 'Vul een e-mailadres in.', en: 'Fill in a mail address.' },
};
const SITE: CellForm = {
  pattern: /^https?:\/\/\S+$/,
  required: false,
  next: {
    nl: 'Vul een webadres in met https:// ervoor.',
    en: 'Fill in a web address with https:// before it.',
  },
};
const POSTCODE: CellForm = {
  pattern: /^[1-9]\d{3}\s?([A-Za-z]{2})?$/,
  required: false,
  next: { nl: 'Vul een postcode in, zoals 9401 AB.', en: 'Fill in a postcode, like 9401 AB.' },
};

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const LONG = 4_000;
const SHORT = 200;
const AGE = 120;

/** What a line becomes: rows of the standard, all at its place. */
interface Line {
  readonly cells: Cells;
  readonly service: string;
  readonly add: (
    entity: Entity,
    id: string,
    fields: Readonly<Record<string, Value>>,
    rest?: Record<string, unknown>,
  ) => void;
}

const said = (text: string | null): Value => (text === null || text === '' ? null : text);

/** Only the columns the file has: what is absent stays as it is. */
const ifThere = (cells: Cells, column: string, field: string, read: () => Value): Record<string, Value> =>
  cells.has(column) ? { [field]: read() } : {};

const ageOf = (cells: Cells, column: string): Value =>
  cells.optional(column, 3) === '' ? null : cells.between(column, 0, AGE);

const serviceOf = ({ cells, service, add }: Line, code: string, organisation: string): void => {
  const text = (column: string, field: string) =>
    ifThere(cells, column, field, () => said(cells.optional(column, LONG)));
  add(
    'service',
    service,
    {
      ...{ organization_id: organisation, name: cells.text('name', SHORT), status: 'active' },
      ...text('description', 'description'),
      ...text('for_whom', 'eligibility_description'),
      ...text('how_to_join', 'application_process'),
      ...text('costs', 'fees_description'),
      ...ifThere(cells, 'email', 'email', () => said(cells.form('email', EMAIL))),
      ...ifThere(cells, 'website', 'url', () => said(cells.form('website', SITE))),
      ...ifThere(cells, 'min_age', 'minimum_age', () => ageOf(cells, 'min_age')),
      ...ifThere(cells, 'max_age', 'maximum_age', () => ageOf(cells, 'max_age')),
      ...ifThere(cells, 'assured', 'assured_date', () => said(cells.form('assured', DAY))),
    },
    { service_code: code },
  );
};

const organisationOf = ({ cells, add }: Line): string => {
  const name = cells.text('organisation', SHORT);
  const code = cells.optional('organisation_code', 40);
  const id = idOf('organisation', code === '' ? name.toLowerCase() : code);
  add('organization', id, { name, description: name });
  if (code !== '')
    add('organization_identifier', idOf('identifier', id), {
      ...{ organization_id: id, identifier_scheme: PROVIDER_SCHEME },
      ...{ identifier_type: 'organisation-code', identifier: code },
    });
  return id;
};

const placeOf = ({ cells, service, add }: Line): void => {
  const [postcode, town] = [cells.form('postcode', POSTCODE), cells.optional('town', SHORT)];
  if (postcode === null && town === '') return;
  const location = idOf('location', service);
  add('location', location, { location_type: 'physical' });
  add('service_at_location', idOf('at', service), { service_id: service, location_id: location });
  add('address', idOf('address', service), {
    ...{ location_id: location, address_1: cells.optional('street', SHORT), city: town },
    ...{ state_province: '', postal_code: postcode ?? '', country: 'NL', address_type: 'physical' },
  });
};

const kindsOf = ({ cells, service, add }: Line): void => {
  const kinds: readonly KindCode[] = cells.has('kinds') ? cells.choices('kinds', KIND_CODES) : [];
  if (kinds.length === 0) return;
  add('taxonomy', TAXONOMY, { name: 'Soorten hulp', description: 'De soorten hulp van Verkeerstoren.' });
  for (const code of kinds) {
    const term = idOf('kind', code);
    add('taxonomy_term', term, {
      ...{ code, name: KINDS[code].nl, description: KINDS[code].nl, language: 'nl', taxonomy_id: TAXONOMY },
    });
    add('attribute', idOf('attribute', service, code), {
      ...{ link_id: service, link_entity: 'service', taxonomy_term_id: term },
    });
  }
};

const hoursOf = ({ cells, service, add }: Line): void => {
  const hours = cells.has('hours') ? readHours(cells.optional('hours', SHORT)) : [];
  if (hours === null) {
    cells.wrong(
      'hours',
      { nl: 'Deze tijden zijn niet te lezen.', en: 'These hours cannot be read.' },
      {
        nl: 'Schrijf ze als: ma-vr 09:00-17:00 | za 10:00-12:00.',
        en: 'Write them as: ma-vr 09:00-17:00 | za 10:00-12:00.',
      },
    );
    return;
  }
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  for (const { weekday, opens, closes } of hours)
    add('schedule', idOf('schedule', service, `${weekday} ${opens}`), {
      ...{ service_id: service, freq: 'WEEKLY', interval: 1, byday: DAYS[weekday - 1] ?? null },
      ...{ opens_at: clock(opens), closes_at: clock(closes) },
    });
};

const restOf = ({ cells, service, add }: Line): void => {
  const phone = cells.optional('phone', 40);
  if (phone !== '') add('phone', idOf('phone', service), { service_id: service, number: phone });
  const languages = cells
    .optional('languages', SHORT)
    .split(/[|,\s]+/)
    .filter((each) => each !== '');
  for (const code of languages)
    add('language', idOf('language', service, code), {
      service_id: service,
      code: code.toLowerCase(),
      name: code,
    });
};

/** Reads one line of the list as rows of the standard; what is wrong is added to the issues. */
export const rowsOfLine = (row: Row, issues: Issue[]): ReadRow[] => {
  const cells = cellsOf(row, issues);
  const code = cells.text('service_code', SHORT);
  const rows: ReadRow[] = [];
  const line: Line = {
    cells,
    service: serviceIdOf(code),
    add: (entity, id, fields, rest = {}) => {
      rows.push({ entity, id, fields: { id, ...fields }, rest, at: { row: row.number, column: '' } });
    },
  };
  serviceOf(line, code, organisationOf(line));
  placeOf(line);
  kindsOf(line);
  hoursOf(line);
  restOf(line);
  return rows;
};
