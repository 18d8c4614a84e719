import { isoFromInstant } from '#kernel/calendar.ts';
import { counts as countsAs, type FigurePhase } from '#kernel/freshness.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { type ProductLook, SOON_WITHIN, type UnitLook } from '#modules/capacity/index.ts';
import { type Figure, PLACE_STATES, type PlaceState, type Standing } from '#modules/capacity/types.ts';
import type { Region, Site } from '#modules/region/types.ts';
import type { Board, BoardRow } from './contract.ts';

/** How many places stand in each state. */
export type StateCounts = Record<PlaceState, number>;

/** One site as it stands: its rows, and its places once, whatever they serve. */
export interface SiteBoard {
  readonly looks: readonly UnitLook[];
  readonly rows: readonly BoardRow[];
  readonly totals: StateCounts;
  /** No unit of the site has a figure that counts. */
  readonly unknown: boolean;
  /** Products for which a unit of the site does not count. */
  readonly partly: ReadonlySet<Product>;
  readonly until: Instant;
}

/** A unit that serves the product of a row. */
interface Serving {
  readonly look: UnitLook;
  readonly product: ProductLook;
}

const LETTERS: Readonly<Record<PlaceState, string>> = {
  free: 'f',
  soon: 's',
  held: 'h',
  occupied: 'o',
  closed: 'c',
  unknown: 'u',
};
/** Who says it worst comes first: an old figure says more than a silent link. */
const WORST: readonly FigurePhase[] = ['never', 'too-old', 'old', 'silent', 'fresh'];

const none = (): StateCounts => ({ free: 0, soon: 0, held: 0, occupied: 0, closed: 0, unknown: 0 });

/** An instant as the API writes it; without an end null. */
export const isoOrNull = (at: Instant | null): string | null =>
  at === null || at >= FOREVER ? null : isoFromInstant(at);

/** How old the figure of a unit is, as the API tells it. */
export const figureOf = (figure: Figure | null, phase: FigurePhase): BoardRow['figure'] => ({
  asOf: isoOrNull(figure?.asOf ?? null),
  source: figure?.source ?? null,
  phase,
});

/**
 * The product of a unit about which we know least; a unit that tells its beds knows as much of each. What a house never
 * gives a number of, it does not speak of.
 */
const leastKnown = (look: UnitLook): ProductLook | undefined => {
  const known = [...look.products.values()];
  const told = known.filter((product) => product.phase !== 'never');
  const worst = told.toSorted((a, b) => WORST.indexOf(a.phase) - WORST.indexOf(b.phase))[0];
  return worst ?? known[0];
};

/** The phase of a unit's figure: the worst of its products. */
export const phaseOf = (look: UnitLook): FigurePhase => leastKnown(look)?.phase ?? 'never';

/** The figure of a unit as the API tells it: that of the product about which we know least. */
export const unitFigure = (look: UnitLook): BoardRow['figure'] =>
  figureOf(leastKnown(look)?.figure ?? null, phaseOf(look));

/** The places of a unit that serve the product, as they stand. */
const standingsFor = (look: ProductLook): Standing[] =>
  look.places.flatMap((index) => {
    const standing = look.standings[index];
    return standing === undefined ? [] : [standing];
  });

const earliest = (moments: readonly (Instant | null)[], after: Instant): Instant | null => {
  let first: Instant | null = null;
  for (const at of moments) if (at !== null && at > after && (first === null || at < first)) first = at;
  return first;
};

/** The figure that speaks for a row: the oldest that counts; when none counts, the last we heard. */
const figureFor = (serving: readonly Serving[]): BoardRow['figure'] => {
  const asOf = ({ product }: Serving): number => product.figure?.asOf ?? 0;
  const phase = ({ product }: Serving): number => WORST.indexOf(product.phase);
  const counting = serving.filter(({ product }) => countsAs(product.phase));
  const row =
    counting.length > 0
      ? [...counting].sort((a, b) => phase(a) - phase(b) || asOf(a) - asOf(b))
      : [...serving].sort((a, b) => asOf(b) - asOf(a));
  const first = row[0]?.product;
  return first === undefined ? figureOf(null, 'never') : figureOf(first.figure, first.phase);
};

const soonOf = (standings: readonly Standing[], now: Instant): [number, number, number] => {
  const soon: [number, number, number] = [0, 0, 0];
  for (const { state, availableFrom } of standings) {
    if (state === 'free' || availableFrom === null) continue;
    for (const [index, within] of SOON_WITHIN.entries())
      if (availableFrom <= now + within) soon[index] = (soon[index] ?? 0) + 1;
  }
  return soon;
};

const closureOf = (standings: readonly Standing[]): BoardRow['closed'] => {
  let first: Standing | null = null;
  for (const each of standings) {
    if (each.state !== 'closed') continue;
    if (first === null || (each.changesAt ?? FOREVER) < (first.changesAt ?? FOREVER)) first = each;
  }
  return first === null ? null : { reason: first.closedFor ?? 'other', until: isoOrNull(first.changesAt) };
};

const rowOf = (site: Site, product: Product, serving: readonly Serving[], now: Instant): BoardRow | null => {
  const [first] = serving;
  if (first === undefined) return null;
  const standings = serving.flatMap((unit) => standingsFor(unit.product));
  const count = none();
  for (const standing of standings) count[standing.state]++;
  const known = serving.some((unit) => countsAs(unit.product.phase));
  const held = standings.filter((each) => each.state === 'held');
  const { admission } = first.product;
  return {
    siteId: site.id,
    unitId: first.look.facts.unitId,
    product,
    free: known ? count.free : null,
    beds: PLACE_STATES.map((state) => LETTERS[state].repeat(count[state])).join(''),
    held: count.held,
    heldUntil: isoOrNull(
      earliest(
        held.map((each) => each.changesAt),
        now,
      ),
    ),
    soon: known ? soonOf(standings, now) : null,
    shortUntil: isoOrNull(
      earliest(
        held.map((each) => each.freeUntil),
        now,
      ),
    ),
    admission: {
      now: admission.now,
      until: isoOrNull(admission.until),
      nextFrom: isoOrNull(admission.nextFrom),
    },
    closed: closureOf(standings),
    figure: figureFor(serving),
  };
};

/** Draws up one site from how its units stand. */
export const siteBoard = (site: Site, looks: readonly UnitLook[], now: Instant): SiteBoard => {
  const rows: BoardRow[] = [];
  const partly = new Set<Product>();
  for (const product of PRODUCTS) {
    const serving = looks.flatMap((look): Serving[] => {
      const mine = look.products.get(product);
      return mine === undefined ? [] : [{ look, product: mine }];
    });
    const row = rowOf(site, product, serving, now);
    if (row !== null) rows.push(row);
    if (serving.some((unit) => !countsAs(unit.product.phase))) partly.add(product);
  }
  const totals = none();
  for (const look of looks) for (const state of look.best) totals[state]++;
  const unknown = !looks.some((look) => [...look.products.values()].some(({ phase }) => countsAs(phase)));
  return { looks, rows, totals, unknown, partly, until: Math.min(...looks.map((look) => look.until)) };
};

const productsOf = (sites: readonly SiteBoard[], rows: readonly BoardRow[]): Board['products'] =>
  PRODUCTS.flatMap((product) => {
    const mine = rows.filter((row) => row.product === product);
    if (mine.length === 0) return [];
    const soon: [number, number, number] = [0, 0, 0];
    for (const row of mine) for (const index of [0, 1, 2] as const) soon[index] += row.soon?.[index] ?? 0;
    return [
      {
        product,
        free: mine.reduce((sum, row) => sum + (row.free ?? 0), 0),
        held: mine.reduce((sum, row) => sum + row.held, 0),
        soon,
        notCounted: sites.filter((site) => site.partly.has(product)).length,
      },
    ];
  });

const totalsOf = (sites: readonly SiteBoard[]): Board['totals'] => {
  const sum = none();
  for (const site of sites) for (const state of PLACE_STATES) sum[state] += site.totals[state];
  return {
    places: PLACE_STATES.reduce((total, state) => total + sum[state], 0),
    free: sum.free,
    held: sum.held,
    unknownSites: sites.filter((site) => site.unknown).length,
  };
};

/** The whole region from its sites; rows stand by product, then by the name of the site, always in the same order. */
export const boardOf = (
  region: Region,
  sites: ReadonlyMap<string, SiteBoard>,
  stand: { readonly version: string; readonly asOf: Instant },
): Board => {
  const organisations = new Map(region.organisations.map((each) => [each.id, each.name]));
  const shown = region.sites
    .filter((site) => sites.has(site.id))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  const boards = shown.flatMap((site) => sites.get(site.id) ?? []);
  const rows = PRODUCTS.flatMap((product) =>
    boards.flatMap((site) => site.rows.filter((row) => row.product === product)),
  );
  return {
    version: stand.version,
    asOf: isoFromInstant(stand.asOf),
    region: region.name,
    sites: shown.map((site) => ({
      id: site.id,
      name: site.name,
      organisation: organisations.get(site.organisationId) ?? '',
      town: site.town,
      phone: site.phone,
      lat: site.lat,
      lon: site.lon,
    })),
    products: productsOf(boards, rows),
    totals: totalsOf(boards),
    rows,
  };
};
