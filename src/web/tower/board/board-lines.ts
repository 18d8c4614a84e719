import { counts, type FigurePhase } from '#kernel/freshness.ts';
import { metresBetween } from '#kernel/geo.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Board, BoardRow } from '#tower/contract.ts';
import { type FigureOrigin, figureAge, originOf } from '#web/design/figure.ts';
import type { State, StateCounts } from '#web/design/states.ts';
import { daysAhead } from '#web/i18n/time.ts';
import { BOARD_ORDER, type BoardFilters, type Start } from './board-filters.ts';

/** A site as the board names it. */
export type BoardSite = Board['sites'][number];

/** One line of the board: a site for a product, with how far it is. */
export interface BoardLine {
  readonly key: string;
  readonly row: BoardRow;
  readonly site: BoardSite;
  readonly km: number | null;
  readonly origin: FigureOrigin;
}

/** The lines of a product with their sums; a line too old to trust is counted as a line, not in the sums. */
export interface BoardGroup {
  readonly product: Product;
  readonly lines: readonly BoardLine[];
  readonly free: number;
  readonly held: number;
  readonly soon: readonly [number, number, number];
  readonly notCounted: number;
}

const LETTERS: Readonly<Record<string, State>> = {
  f: 'free',
  s: 'soon',
  h: 'held',
  o: 'occupied',
  c: 'closed',
  u: 'unknown',
};

/** How many beds stand in each state in a row of letters (`ffshooo`). */
export const bedCounts = (beds: string): StateCounts => {
  const found: Partial<Record<State, number>> = {};
  for (const letter of beds) {
    const state = LETTERS[letter] ?? 'unknown';
    found[state] = (found[state] ?? 0) + 1;
  }
  return found;
};

/** Is this figure too old to be counted, by the clock of this screen? The age runs on while no event comes. */
export const isUnknown = ({ row, origin }: Pick<BoardLine, 'row' | 'origin'>, now: Instant): boolean =>
  row.free === null || !counts(figureAge(origin, now).phase);

const RANK: Readonly<Record<FigurePhase, number>> = { fresh: 0, silent: 1, old: 1, 'too-old': 2, never: 2 };

const nearer = (a: BoardLine, b: BoardLine): number =>
  (a.km ?? 0) - (b.km ?? 0) || a.site.name.localeCompare(b.site.name, 'nl');

/** Old figures stand below fresh ones, unknown below all; then the nearest first. */
const inOrder = (lines: readonly BoardLine[], now: Instant): BoardLine[] => {
  const rank = (line: BoardLine): number =>
    line.row.free === null ? 2 : RANK[figureAge(line.origin, now).phase];
  return lines.toSorted((a, b) => rank(a) - rank(b) || nearer(a, b));
};

/**
 * Can somebody be admitted here today? Not known counts as no.
 * @internal
 */
export const admitsToday = ({ admission }: BoardRow, now: Instant): boolean =>
  admission.now || (admission.nextFrom !== null && daysAhead(Date.parse(admission.nextFrom), now) === 0);

/** Every line of the board, whatever the filters say. */
export const linesOf = (board: Board, start: Start | null): BoardLine[] => {
  const sites = new Map(board.sites.map((site) => [site.id, site]));
  return board.rows.flatMap((row) => {
    const site = sites.get(row.siteId);
    if (site === undefined) return [];
    const km = start === null ? null : metresBetween(start, site) / 1_000;
    return [{ key: `${row.product} ${row.siteId}`, row, site, km, origin: originOf(row.figure) }];
  });
};

const passes = (line: BoardLine, filters: BoardFilters, now: Instant): boolean => {
  if (filters.product !== null && line.row.product !== filters.product) return false;
  if (filters.km !== null && line.km !== null && line.km > filters.km) return false;
  if (filters.today && !admitsToday(line.row, now)) return false;
  return filters.full || isUnknown(line, now) || (line.row.free ?? 0) > 0;
};

/** Sums a product's lines. What we do not know is not added, and said. */
const groupOf = (product: Product, lines: readonly BoardLine[], now: Instant): BoardGroup => {
  const known = lines.filter((line) => !isUnknown(line, now));
  const sum = (part: (row: BoardRow) => number): number =>
    known.reduce((total, { row }) => total + part(row), 0);
  return {
    product,
    lines,
    free: sum((row) => row.free ?? 0),
    held: sum((row) => row.held),
    soon: [
      sum((row) => row.soon?.[0] ?? 0),
      sum((row) => row.soon?.[1] ?? 0),
      sum((row) => row.soon?.[2] ?? 0),
    ],
    notCounted: lines.length - known.length,
  };
};

/** The board as this reader sees it: per product in the fixed order, trusted and near first. */
export const groupsOf = (lines: readonly BoardLine[], filters: BoardFilters, now: Instant): BoardGroup[] => {
  const passing = lines.filter((line) => passes(line, filters, now));
  return BOARD_ORDER.flatMap((product) => {
    const own = passing.filter(({ row }) => row.product === product);
    return own.length === 0 ? [] : [groupOf(product, inOrder(own, now), now)];
  });
};

/** The order in which lines stand on screen, as keys. */
export const keysOf = (groups: readonly BoardGroup[]): string[] =>
  groups.flatMap(({ lines }) => lines.map(({ key }) => key));

/**
 * The board in an order that was kept: numbers are the newest, places of rows are as they were. A row that left the
 * region meanwhile is gone at once, for nobody can be placed there.
 */
export const inKeptOrder = (
  keys: readonly string[],
  lines: readonly BoardLine[],
  now: Instant,
): BoardGroup[] => {
  const byKey = new Map(lines.map((line) => [line.key, line]));
  const kept = keys.flatMap((key) => byKey.get(key) ?? []);
  return BOARD_ORDER.flatMap((product) => {
    const own = kept.filter(({ row }) => row.product === product);
    return own.length === 0 ? [] : [groupOf(product, own, now)];
  });
};

/** How many rows would move, come or go when the kept order is given up. */
export const movesBetween = (kept: readonly string[], fresh: readonly string[]): number => {
  const before = new Set(kept);
  const after = new Set(fresh);
  const comeOrGone =
    kept.filter((key) => !after.has(key)).length + fresh.filter((key) => !before.has(key)).length;
  const stayed = kept.filter((key) => after.has(key));
  const now = fresh.filter((key) => before.has(key));
  return comeOrGone + stayed.filter((key, index) => now[index] !== key).length;
};

/** The sites whose figures are too old to count, each once. */
export const unknownSites = (groups: readonly BoardGroup[], now: Instant): BoardSite[] => [
  ...new Map(
    groups
      .flatMap(({ lines }) => lines)
      .filter((line) => isUnknown(line, now))
      .map(({ site }) => [site.id, site]),
  ).values(),
];
