import type { Point } from '#kernel/geo.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';

/** The products as they stand on the board and under the keys 1 to 7: the short stay first, then its neighbours. */
export const BOARD_ORDER: readonly Product[] = [
  'elv-low',
  'elv-high',
  'reo-observation',
  'elv-palliative',
  'grz',
  'wlz-crisis',
  'respite',
];

/** How far around one looks; null is the whole region. */
export const DISTANCES = [5, 10, 15, 25, null] as const;

const USUAL_KM = 15;

/** What the reader wants to see. Lives in the address, so that a view can be sent. */
export interface BoardFilters {
  readonly product: Product | null;
  /** Kilometres around `from`, or null for the whole region. */
  readonly km: number | null;
  /** A town to measure from instead of the own site; empty: the own site. */
  readonly from: string;
  /** Only where somebody can still be admitted today. */
  readonly today: boolean;
  /** Also sites without a free place. */
  readonly full: boolean;
}

type Choices = Readonly<Record<string, string>>;

const productOf = (text: string | undefined): Product | null =>
  PRODUCTS.find((product) => product === text) ?? null;

const kmOf = (text: string | undefined): number | null => {
  if (text === undefined) return USUAL_KM;
  const km = Number(text);
  return Number.isFinite(km) && km > 0 ? km : null;
};

/** Reads the choices of the address: `?product=elv-high&km=15&van=Assen&opname=vandaag&vol=nee`. */
export const filtersOf = (choices: Choices): BoardFilters => ({
  product: productOf(choices.product),
  km: kmOf(choices.km),
  from: choices.van ?? '',
  today: choices.opname === 'vandaag',
  full: choices.vol !== 'nee',
});

const WRITTEN: {
  readonly [Choice in keyof BoardFilters]: (value: BoardFilters[Choice]) => Record<string, string>;
} = {
  product: (product) => ({ product: product ?? '' }),
  km: (km) => ({ km: km === USUAL_KM ? '' : String(km ?? 'alles') }),
  from: (town) => ({ van: town }),
  today: (today) => ({ opname: today ? 'vandaag' : '' }),
  full: (full) => ({ vol: full ? '' : 'nee' }),
};

/** The address of a change; what is as usual leaves no trace in it. */
export const addressOf = (change: Partial<BoardFilters>): Record<string, string> =>
  Object.assign(
    {},
    ...(Object.keys(change) as (keyof BoardFilters)[]).map((choice) =>
      (WRITTEN[choice] as (value: unknown) => Record<string, string>)(change[choice]),
    ),
  ) as Record<string, string>;

/** How many choices differ from the usual view, product apart; the phone shows it on its filter button. */
export const choicesMade = (filters: BoardFilters): number =>
  [filters.km !== USUAL_KM, filters.from !== '', filters.today, !filters.full].filter(Boolean).length;

/** From where distances on this screen are measured, and how that place is called. */
export interface Start extends Point {
  readonly name: string;
}

interface InTown extends Point {
  readonly town: string;
}

/** The towns with a site, alphabetically: the places one can measure from. */
export const townsOf = (sites: readonly InTown[]): string[] =>
  [...new Set(sites.map(({ town }) => town))].sort((a, b) => a.localeCompare(b, 'nl'));

const middle = (points: readonly Point[]): Point => ({
  lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
  lon: points.reduce((sum, { lon }) => sum + lon, 0) / points.length,
});

/** Where distances start: the chosen town, otherwise the own site, otherwise nowhere (no distances on screen). */
export const startOf = (
  filters: BoardFilters,
  own: (Point & { readonly pc4: string }) | null,
  sites: readonly InTown[],
): Start | null => {
  const there = sites.filter(({ town }) => town === filters.from);
  if (filters.from !== '' && there.length > 0) return { ...middle(there), name: filters.from };
  return own === null ? null : { lat: own.lat, lon: own.lon, name: own.pc4 };
};
