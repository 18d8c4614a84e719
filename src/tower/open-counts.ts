import { isoFromInstant } from '#kernel/calendar.ts';
import { counts } from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { Region, Site } from '#modules/region/types.ts';
import type { Board, BoardRow } from './contract.ts';
import type { CapacityStatement } from './contract-open.ts';

type Intramural = NonNullable<CapacityStatement['capacity']['intramural']>[number];

/** Street and number apart, as the format wants them; a street without a number has none. */
const addressOf = (site: Site): Pick<Intramural['location'], 'address' | 'number'> => {
  if (site.street === null) return { address: site.town };
  const number = /\s(\d\S*)$/.exec(site.street)?.[1];
  const address = `${site.street}, ${site.town}`;
  return number === undefined ? { address } : { address, number };
};

/** Of the figures of a site the oldest: no count of it is younger than that. */
const oldest = (rows: readonly BoardRow[]): string | undefined =>
  rows
    .flatMap((row) => row.figure.asOf ?? [])
    .sort()
    .at(0);

const locationOf = (
  site: Site,
  organisation: string,
  rows: readonly BoardRow[],
  freshMinutes: number,
): Intramural | null => {
  const known = rows.filter((row) => row.free !== null && counts(row.figure.phase));
  if (known.length === 0) return null;
  const listed = known.map((row) => ({
    type: PRODUCT_WORDS[row.product].long.nl,
    product: row.product,
    row,
  }));
  const asOf = oldest(known);
  return {
    location: {
      name: `${organisation}, ${site.name}`,
      ...addressOf(site),
      contact: site.phone,
      postalcode: site.pc4,
    },
    total: listed.map(({ type, product, row }) => ({ type, product, count: row.beds.length })),
    available: listed.map(({ type, product, row }) => ({ type, product, count: row.free ?? 0 })),
    ...(asOf === undefined
      ? {}
      : { asOf, freshUntil: isoFromInstant(Date.parse(asOf) + freshMinutes * MINUTE) }),
  };
};

/**
 * What the organisations that publish have free, for everybody: counts, never beds or people. What is too old to count
 * stands in neither list, so that nobody reads it as zero.
 */
export const openCounts = (
  board: Board,
  region: Region,
  publishing: ReadonlySet<string>,
  now: Instant,
): CapacityStatement => {
  const organisations = new Map(region.organisations.map((each) => [each.id, each.name]));
  const rowsOf = Map.groupBy(board.rows, (row) => row.siteId);
  const intramural = region.sites
    .filter((site) => publishing.has(site.organisationId))
    .flatMap(
      (site) =>
        locationOf(
          site,
          organisations.get(site.organisationId) ?? '',
          rowsOf.get(site.id) ?? [],
          region.agreement.tooOldAfterMinutes,
        ) ?? [],
    );
  return {
    capacity: intramural.length === 0 ? {} : { intramural },
    region: region.name,
    asOf: isoFromInstant(now),
  };
};
