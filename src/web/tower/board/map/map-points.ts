import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { State } from '#web/design/states.ts';
import { type BoardGroup, type BoardSite, isUnknown } from '#web/tower/board/board-lines.ts';

/** What one site shows on the map: the best of its lines, and each line for who presses it. */
export interface MapPoint {
  readonly site: BoardSite;
  readonly state: State;
  /** Free over the products in sight; null when no figure counts. */
  readonly free: number | null;
  readonly lines: readonly {
    readonly product: Product;
    readonly free: number | null;
    readonly unitId: string;
  }[];
}

const stateOf = (free: number | null, soon: boolean): State => {
  if (free === null) return 'unknown';
  if (free > 0) return 'free';
  return soon ? 'soon' : 'occupied';
};

/** The sites of the lines in sight, each once, in the order of the list. */
export const mapPoints = (groups: readonly BoardGroup[], now: Instant): MapPoint[] => {
  const lines = groups.flatMap((group) => group.lines);
  const bySite = Map.groupBy(lines, (line) => line.site.id);
  return [...bySite.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const known = own.filter((line) => !isUnknown(line, now));
    const free = known.length === 0 ? null : known.reduce((sum, line) => sum + (line.row.free ?? 0), 0);
    const soon = known.some((line) => (line.row.soon?.[0] ?? 0) > 0);
    return [
      {
        site: first.site,
        state: stateOf(free, soon),
        free,
        lines: own.map((line) => ({
          product: line.row.product,
          free: isUnknown(line, now) ? null : line.row.free,
          unitId: line.row.unitId,
        })),
      },
    ];
  });
};

/** West, south, east, north around the points, with room at the edges; the middle of Drenthe when there are none. */
export const boundsOf = (points: readonly MapPoint[]): [number, number, number, number] => {
  if (points.length === 0) return [6.2, 52.7, 7, 53.2];
  const lons = points.map(({ site }) => site.lon);
  const lats = points.map(({ site }) => site.lat);
  return [
    Math.min(...lons) - 0.03,
    Math.min(...lats) - 0.02,
    Math.max(...lons) + 0.03,
    Math.max(...lats) + 0.02,
  ];
};

/** Where a point stands on a drawn map, in parts of its width and height from the upper left. */
export const placeOn = (
  bounds: readonly [number, number, number, number],
  point: { readonly lat: number; readonly lon: number },
): { x: number; y: number } => {
  const [west, south, east, north] = bounds;
  return { x: (point.lon - west) / (east - west), y: (north - point.lat) / (north - south) };
};
