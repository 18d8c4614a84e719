import { type Issue, markDoubles } from '#kernel/table.ts';
import { writeHours } from '#modules/region/index.ts';
import type { FileKind } from '#platform/csv/file.ts';
import { hoursOf } from './decide/hours.ts';
import { isKind } from './decide/kinds.ts';
import type { MapSource } from './hsds/nest.ts';
import type { KnownRow } from './hsds/rows.ts';
import { sourceOf } from './hsds/source.ts';
import { bringIn, takeOutRows } from './service-hsds.ts';
import { rowsOfLine, SERVICE_COLUMNS } from './service-lines.ts';
import { PROVIDER_SCHEME } from './types.ts';

const text = (row: KnownRow | undefined, field: string): string => {
  const value = row?.fields[field];
  return value === undefined || value === null ? '' : String(value);
};

const placeOf = (map: MapSource, service: KnownRow): KnownRow | undefined => {
  const [at] = map.hangingOn('service_at_location', 'service_id', service.id);
  return map.hangingOn('address', 'location_id', text(at, 'location_id'))[0];
};

const codeOf = (map: MapSource, organisation: string): string =>
  text(
    map
      .hangingOn('organization_identifier', 'organization_id', organisation)
      .find(({ fields }) => fields['identifier_scheme'] === PROVIDER_SCHEME),
    'identifier',
  );

const kindsIn = (map: MapSource, service: KnownRow): string =>
  map
    .hangingOn('attribute', 'link_id', service.id)
    .map((each) => text(map.byId('taxonomy_term', text(each, 'taxonomy_term_id')), 'code'))
    .filter(isKind)
    .join('|');

const hoursIn = (map: MapSource, service: KnownRow): string =>
  writeHours(
    map
      .hangingOn('schedule', 'service_id', service.id)
      .flatMap(({ fields }) => hoursOf(fields))
      .map(({ weekday, opens, closes }) => ({ product: null, weekday, opens, closes })),
  );

const lineOf = (map: MapSource, service: KnownRow): string[] => {
  const address = placeOf(map, service);
  const organisation = text(service, 'organization_id');
  const languages = map.hangingOn('language', 'service_id', service.id).map((each) => text(each, 'code'));
  return [
    ...[String(service.rest['service_code']), text(service, 'name')],
    ...[text(map.byId('organization', organisation), 'name'), codeOf(map, organisation)],
    ...[kindsIn(map, service), text(service, 'description'), text(service, 'eligibility_description')],
    ...[text(service, 'application_process'), text(service, 'fees_description')],
    text(map.hangingOn('phone', 'service_id', service.id)[0], 'number'),
    ...[text(service, 'email'), text(service, 'url'), text(address, 'address_1')],
    ...[text(address, 'postal_code'), text(address, 'city'), hoursIn(map, service)],
    ...[text(service, 'minimum_age'), text(service, 'maximum_age'), languages.sort().join('|')],
    text(service, 'assured_date'),
  ];
};

/** Services as a list of one line each: what a municipality keeps in a spreadsheet. */
export const serviceFile: FileKind = {
  name: 'services',
  columns: SERVICE_COLUMNS,
  async bringIn(tx, table, importer) {
    const errors: Issue[] = [...table.issues];
    markDoubles(table.rows, ['service_code'], errors);
    const rows = table.rows.flatMap((row) => rowsOfLine(row, errors));
    return bringIn(tx, { rows, errors }, importer);
  },
  async takeOut(tx) {
    const all = await takeOutRows(tx);
    const map = sourceOf(all);
    // What came from another register goes out as HSDS: a line would put it under an organisation of its own making.
    return (all.get('service') ?? [])
      .filter(({ rest }) => rest['service_code'] !== undefined)
      .map((service) => lineOf(map, service));
  },
};
