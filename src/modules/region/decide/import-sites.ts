import {
  type CellForm,
  type Cells,
  cellsOf,
  type Issue,
  markDoubles,
  type Plan,
  quoted,
  type Row,
  type Table,
} from '#kernel/table.ts';
import type { AdmissionWindow, Organisation, Site, SiteLimits, SiteRecord } from '#modules/region/types.ts';
import { SITE_LIMIT_COLUMNS, sameLimits, siteLimitsOf } from './import-limits.ts';
import { CODE, PHONE } from './import-organisations.ts';
import { type Hours, ordered, readHours } from './opening-hours.ts';

/** The columns of a file with sites. */
export const SITE_COLUMNS = {
  all: [
    'site_code',
    'organisation_code',
    'name',
    'street',
    'pc4',
    'town',
    'lat',
    'lon',
    'phone',
    'admission',
    ...SITE_LIMIT_COLUMNS,
  ],
  required: ['site_code', 'organisation_code', 'name', 'pc4', 'town', 'lat', 'lon', 'phone'],
};

/** The four digits of a postcode. */
export const PC4: CellForm = {
  pattern: /^[1-9]\d{3}$/,
  required: true,
  next: {
    nl: 'Vul alleen de vier cijfers van de postcode in, bijvoorbeeld 9405.',
    en: 'Fill in only the four digits of the postcode, for example 9405.',
  },
};

/** The European part of the Netherlands in degrees, with a little room. */
export const NETHERLANDS = { south: 50.7, north: 53.7, west: 3.2, east: 7.3 };

/** Who a site belongs to, as a file names it. */
type Owner = Pick<Organisation, 'id' | 'code' | 'kind'>;

/** What the plan needs to know of the region as it stands. */
export interface KnownSites {
  readonly organisations: readonly Owner[];
  readonly sites: readonly Site[];
  readonly windows: readonly AdmissionWindow[];
  readonly limits?: ReadonlyMap<string, SiteLimits>;
}

interface Context {
  readonly before: Site | undefined;
  readonly said: SiteLimits | undefined;
  readonly organisations: ReadonlyMap<string, Owner>;
}

const ownerOf = (cells: Cells, code: string, { before, organisations }: Context): string => {
  const owner = organisations.get(code);
  if (owner === undefined) {
    cells.wrong(
      'organisation_code',
      { nl: `Organisatie ${quoted(code)} is niet bekend.`, en: `Organisation ${quoted(code)} is not known.` },
      {
        nl: 'Neem eerst het bestand met organisaties over.',
        en: 'Import the file with organisations first.',
      },
    );
  } else if (before !== undefined && before.organisationId !== owner.id) {
    cells.wrong(
      'organisation_code',
      {
        nl: 'Deze locatie hoort al bij een andere organisatie.',
        en: 'This site already belongs to another organisation.',
      },
      {
        nl: 'Geef de locatie een nieuwe code, of verbeter de organisatie.',
        en: 'Give the site a new code, or correct the organisation.',
      },
    );
  }
  return owner?.id ?? '';
};

const placeOnMap = (cells: Cells, row: Row): { lat: number; lon: number } => {
  const [first, second] = [row.cells['lat'], row.cells['lon']].map((text) =>
    Number((text ?? '').replace(',', '.')),
  );
  if (
    Number(first) >= NETHERLANDS.west &&
    Number(first) <= NETHERLANDS.east &&
    Number(second) >= NETHERLANDS.south
  ) {
    cells.wrong(
      'lat',
      { nl: 'lat en lon staan omgewisseld.', en: 'lat and lon are swapped.' },
      { nl: 'lat is ongeveer 53, lon ongeveer 6,5.', en: 'lat is about 53, lon about 6.5.' },
    );
    return { lat: 0, lon: 0 };
  }
  return {
    lat: cells.between('lat', NETHERLANDS.south, NETHERLANDS.north),
    lon: cells.between('lon', NETHERLANDS.west, NETHERLANDS.east),
  };
};

const hoursOf = (cells: Cells, row: Row): Hours[] | null => {
  if (!cells.has('admission')) return null;
  const text = cells.optional('admission', 500);
  const hours = readHours(row.cells['admission'] ?? '');
  if (hours === null) {
    cells.wrong(
      'admission',
      {
        nl: `De opnametijden ${quoted(text)} zijn niet te lezen.`,
        en: `The admission hours ${quoted(text)} cannot be read.`,
      },
      {
        nl: 'Schrijf bijvoorbeeld: ma-vr 09:00-17:00 | za 10:00-13:00.',
        en: 'Write for example: mon-fri 09:00-17:00 | sat 10:00-13:00.',
      },
    );
  }
  return hours;
};

type Fields = Omit<Site, 'id'> & {
  readonly hours: Hours[] | null;
  readonly limits: Omit<SiteLimits, 'siteId'> | null;
};

const fieldsOf = (row: Row, context: Context, issues: Issue[]): Fields | null => {
  const count = issues.length;
  const cells = cellsOf(row, issues);
  const code = cells.form('site_code', CODE) ?? '';
  const organisationId = ownerOf(cells, row.cells['organisation_code'] ?? '', context);
  const name = cells.text('name', 200);
  const street = cells.has('street') ? cells.optional('street', 200) : (context.before?.street ?? '');
  const pc4 = cells.form('pc4', PC4) ?? '';
  const town = cells.text('town', 100);
  const point = placeOnMap(cells, row);
  const phone = cells.form('phone', { ...PHONE, required: true }) ?? '';
  const hours = hoursOf(cells, row);
  const limits = siteLimitsOf(cells, row, context.said, context.organisations);
  if (issues.length > count) return null;
  const zone = context.before?.zone ?? 'Europe/Amsterdam';
  return {
    code,
    organisationId,
    name,
    street: street === '' ? null : street,
    pc4,
    town,
    ...point,
    phone,
    zone,
    hours,
    limits,
  };
};

const isSame = (a: Omit<Site, 'id'>, b: Site): boolean =>
  a.name === b.name &&
  a.street === b.street &&
  a.pc4 === b.pc4 &&
  a.town === b.town &&
  a.lat === b.lat &&
  a.lon === b.lon &&
  a.phone === b.phone;

const areSame = (hours: readonly Hours[], windows: readonly AdmissionWindow[]): boolean =>
  JSON.stringify(ordered(hours)) === JSON.stringify(ordered(windows));

const recordOf = (id: string, { hours, limits, ...site }: Fields): SiteRecord => ({
  id,
  ...site,
  windows: hours?.map((each) => ({ siteId: id, ...each })) ?? null,
  limits: limits && { siteId: id, ...limits },
});

/** Is a row just what was known? A column that is absent says nothing. */
const saysNothingNew = (
  fields: Fields,
  before: Site,
  known: { readonly said: SiteLimits | undefined; readonly hours: readonly AdmissionWindow[] },
): boolean =>
  isSame(fields, before) &&
  (fields.hours === null || areSame(fields.hours, known.hours)) &&
  (fields.limits === null || sameLimits(fields.limits, known.said));

/** What a file with sites would do to those that are known. Their codes are the keys; a site keeps its organisation. */
export const planSites = (
  table: Table,
  known: KnownSites,
  newId: () => string,
): Plan<SiteRecord, SiteRecord> => {
  const byCode = new Map(known.sites.map((each) => [each.code, each]));
  const organisations = new Map(known.organisations.map((each) => [each.code, each]));
  const windows = Map.groupBy(known.windows, (window) => window.siteId);
  const errors: Issue[] = [...table.issues];
  const added: SiteRecord[] = [];
  const changed: SiteRecord[] = [];
  let same = 0;
  markDoubles(table.rows, ['site_code'], errors);
  for (const row of table.rows) {
    const before = byCode.get(row.cells['site_code'] ?? '');
    const said = known.limits?.get(before?.id ?? '');
    const fields = fieldsOf(row, { before, said, organisations }, errors);
    if (fields === null) continue;
    if (before === undefined) {
      added.push(recordOf(newId(), fields));
      continue;
    }
    if (saysNothingNew(fields, before, { said, hours: windows.get(before.id) ?? [] })) same++;
    else changed.push(recordOf(before.id, fields));
  }
  return { added, changed, same, errors, warnings: [] };
};
