import { type Day, isDay } from '#kernel/calendar.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { type Cells, quoted, type Row } from '#kernel/table.ts';
import type { InsurerContract, Organisation, SiteLimits } from '#modules/region/types.ts';

/** The columns of a site file in which a site says what can keep somebody out. */
export const SITE_LIMIT_COLUMNS = ['languages', 'own_doctor_low', 'treating_gps'];

const parts = (text: string): string[] => [
  ...new Set(
    text
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
];

const ownDoctorOf = (cells: Cells, row: Row, before: SiteLimits | undefined): boolean | null => {
  if (!cells.has('own_doctor_low')) return before?.ownDoctorLow ?? null;
  const word = (row.cells['own_doctor_low'] ?? '').toLowerCase();
  if (['ja', 'yes'].includes(word)) return true;
  if (['nee', 'no'].includes(word)) return false;
  if (word !== '')
    cells.wrong(
      'own_doctor_low',
      { nl: `${quoted(word)} is geen ja of nee.`, en: `${quoted(word)} is neither yes nor no.` },
      { nl: 'Vul ja of nee in, of laat het leeg.', en: 'Fill in yes or no, or leave it empty.' },
    );
  return null;
};

const treatingOf = (
  cells: Cells,
  before: SiteLimits | undefined,
  organisations: ReadonlyMap<string, Pick<Organisation, 'id' | 'kind'>>,
): readonly string[] => {
  if (!cells.has('treating_gps')) return before?.treatingGps ?? [];
  return parts(cells.optional('treating_gps', 2000)).flatMap((code) => {
    const practice = organisations.get(code);
    if (practice?.kind === 'gp') return [practice.id];
    cells.wrong(
      'treating_gps',
      {
        nl: `${quoted(code)} is geen bekende huisartsenpraktijk.`,
        en: `${quoted(code)} is no known GP practice.`,
      },
      {
        nl: 'Vul codes in van organisaties van soort gp, met een streep ertussen.',
        en: 'Fill in codes of organisations of kind gp, with a bar between.',
      },
    );
    return [];
  });
};

/** What a row says of the limits of its site; null when the file has none of the columns. */
export const siteLimitsOf = (
  cells: Cells,
  row: Row,
  before: SiteLimits | undefined,
  organisations: ReadonlyMap<string, Pick<Organisation, 'id' | 'kind'>>,
): Omit<SiteLimits, 'siteId'> | null => {
  if (!SITE_LIMIT_COLUMNS.some((column) => cells.has(column))) return null;
  const told = cells.has('languages') ? parts(cells.optional('languages', 400)) : (before?.languages ?? []);
  return {
    languages: told.length === 0 ? null : told,
    ownDoctorLow: ownDoctorOf(cells, row, before),
    treatingGps: treatingOf(cells, before, organisations),
  };
};

const sorted = (list: readonly string[] | null): string => (list ?? []).toSorted().join('|');

/** Does a row say what was said already? */
export const sameLimits = (a: Omit<SiteLimits, 'siteId'>, b: SiteLimits | undefined): boolean =>
  sorted(a.languages) === sorted(b?.languages ?? null) &&
  a.ownDoctorLow === (b?.ownDoctorLow ?? null) &&
  sorted(a.treatingGps) === sorted(b?.treatingGps ?? []);

const ONE =
  /^(?<uzovi>\d{4})(?: (?<product>[a-z-]+))?(?: (?:tot|until) (?<until>\d{4}-\d{2}-\d{2}))?(?<full> (?:vol|full))?$/;

type Said = Omit<InsurerContract, 'organisationId'>;

const isProduct = (word: string | undefined): word is Product => PRODUCTS.some((product) => product === word);

const oneContract = (text: string): Said | null => {
  const groups = ONE.exec(text)?.groups;
  // `3311 vol` has no product: the word that stands there is the last one.
  const full = groups?.['full'] !== undefined || ['vol', 'full'].includes(groups?.['product'] ?? '');
  const product = ['vol', 'full'].includes(groups?.['product'] ?? '') ? undefined : groups?.['product'];
  const until: Day | null = groups?.['until'] ?? null;
  const { uzovi } = groups ?? {};
  if (uzovi === undefined || (product !== undefined && !isProduct(product))) return null;
  if (until !== null && !isDay(until)) return null;
  return { uzovi, product: product ?? null, until, ceilingReached: full };
};

/** What a row says of the insurers that pay an organisation; null when the file does not have the column. */
export const contractsOf = (cells: Cells): readonly Said[] | null => {
  if (!cells.has('contracts')) return null;
  return parts(cells.optional('contracts', 2000)).flatMap((text) => {
    const said = oneContract(text);
    if (said !== null) return [said];
    cells.wrong(
      'contracts',
      {
        nl: `${quoted(text)} is niet te lezen als contract.`,
        en: `${quoted(text)} cannot be read as a contract.`,
      },
      {
        nl: 'Schrijf bijvoorbeeld: 3311 | 7029 elv-high tot 2026-12-31 | 3332 vol.',
        en: 'Write for example: 3311 | 7029 elv-high until 2026-12-31 | 3332 full.',
      },
    );
    return [];
  });
};

/** Contracts as a file says them. */
export const writeContracts = (contracts: readonly Said[]): string =>
  contracts
    .map(({ uzovi, product, until, ceilingReached }) =>
      [uzovi, product, until === null ? null : `until ${until}`, ceilingReached ? 'full' : null]
        .filter((part) => part !== null)
        .join(' '),
    )
    .join(' | ');
