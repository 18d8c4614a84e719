import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Reason, Reject } from './asked.ts';
import type { Barrier } from './limits.ts';
import {
  admissionOf,
  admissionWeight,
  barrierOfPlace,
  barrierOfUnit,
  isBarred,
  metresTo,
  placeWeight,
  type Question,
  standsFree,
  unitCounts,
} from './question.ts';
import { CLOSED, HELD, productsIn, propertiesIn, STATES, type State, UNKNOWN } from './table.ts';
import { SHORTEST_STAY } from './weights.ts';

/**
 * What keeps one place from being proposed. The order is that of telling: what was nearest to fitting says most, and a
 * bed that the board shows as free is explained before one that is taken.
 */
const [
  ADMISSION,
  TOO_SHORT,
  FREE_BARRED,
  FREE_WITHOUT,
  STALE,
  SHUT,
  TAKEN,
  FULL,
  BARRED,
  WITHOUT,
  OTHER_PRODUCT,
] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Why a place that has what is needed, and that its ward and room allow, is still not to be had. */
const takenUp = (q: Question, place: number): number => {
  // Everything about the place and its unit is right, so it can only be the hours of the site.
  if (placeWeight(q, place) !== Number.POSITIVE_INFINITY) return ADMISSION;
  if (standsFree(q, place)) return TOO_SHORT;
  const state = q.state[place] as number;
  if (state === HELD) return TAKEN;
  return state === CLOSED ? SHUT : FULL;
};

const obstacleOf = (q: Question, place: number, wardBars: boolean): number => {
  const { places } = q.table;
  if (!((places.products[place] as number) & (1 << q.product))) return OTHER_PRODUCT;
  const stale = q.state[place] === UNKNOWN || !unitCounts(q, places.unit[place] as number);
  const shownFree = !stale && standsFree(q, place);
  if (((q.properties[place] as number) & q.needs) !== q.needs) return shownFree ? FREE_WITHOUT : WITHOUT;
  if (wardBars || isBarred(q, place)) return shownFree ? FREE_BARRED : BARRED;
  return stale ? STALE : takenUp(q, place);
};

/** Of several limits the one nearest to a yes is told. */
const TELLING: readonly Barrier['code'][] = [
  'room-sex',
  'cohort',
  'legal-title',
  'doctor',
  'ceiling',
  'contract',
  'language',
];

/** The places of a site that share the most telling obstacle. */
interface Obstacle {
  readonly kind: number;
  readonly places: readonly number[];
}

const obstacleOfSite = (q: Question, first: number, end: number): Obstacle => {
  let kind = OTHER_PRODUCT as number;
  let places: number[] = [];
  let unit = -1;
  let wardBars = false;
  for (let place = first; place < end; place++) {
    if (q.table.places.unit[place] !== unit) {
      unit = q.table.places.unit[place] as number;
      wardBars = barrierOfUnit(q, unit) !== null;
    }
    const own = obstacleOf(q, place, wardBars);
    if (own > kind) continue;
    if (own < kind) places = [];
    kind = own;
    places.push(place);
  }
  return { kind, places };
};

const namedInstant = (at: Instant): Instant | null => (at < FOREVER ? at : null);

/** The earliest moment at which one of these places can be had for a stay. */
const earliest = (q: Question, places: readonly number[]): Instant | null => {
  const { availableFrom, availableUntil } = q.table.places;
  const moments = places
    .filter((i) => (availableFrom[i] as number) > q.now)
    .filter((i) => (availableUntil[i] as number) - (availableFrom[i] as number) >= SHORTEST_STAY)
    .map((i) => availableFrom[i] as number);
  return namedInstant(Math.min(...moments));
};

const countFree = (q: Question, places: readonly number[]): number =>
  places.filter((i) => standsFree(q, i) && unitCounts(q, q.table.places.unit[i] as number)).length;

const needs = (q: Question, places: readonly number[]): Reason => {
  const missing = places.map((i) => propertiesIn(q.needs & ~(q.table.places.properties[i] as number)));
  missing.sort((a, b) => a.length - b.length);
  return { code: 'needs', free: countFree(q, places), missing: missing[0] ?? [] };
};

/** A room that is for others stands nearer to a yes than a house that cannot: another bed may do. */
const barrier = (q: Question, places: readonly number[]): Reason => {
  const found = places.map((place) => barrierOfPlace(q, place)).filter((each) => each !== null);
  const [first] = found.sort((a, b) => TELLING.indexOf(a.code) - TELLING.indexOf(b.code));
  if (first === undefined) throw new Error('a place was called barred and breaks no limit');
  return first;
};

const otherProduct = (q: Question, places: readonly number[]): Reason => {
  const free = places.filter((i) => standsFree(q, i) && unitCounts(q, q.table.places.unit[i] as number));
  const bits = (free.length > 0 ? free : places).reduce(
    (all, i) => all | (q.table.places.products[i] as number),
    0,
  );
  return { code: 'product', free: free.length, products: productsIn(bits) };
};

const closed = (q: Question, places: readonly number[]): Reason => {
  const { availableFrom, closedFor } = q.table.places;
  const first = places.reduce((a, b) =>
    (availableFrom[b] as number) < (availableFrom[a] as number) ? b : a,
  );
  return {
    code: 'closed',
    closedFor: closedFor[first] ?? null,
    until: namedInstant(availableFrom[first] as number),
  };
};

const stale = (q: Question, places: readonly number[]): Reason => {
  const moments = places.map((i) => q.table.units.asOf[q.table.places.unit[i] as number] as number);
  const reported = moments.filter((at) => !Number.isNaN(at));
  return { code: 'stale', asOf: reported.length > 0 ? Math.max(...reported) : null };
};

const reasonOf = (q: Question, site: number, { kind, places }: Obstacle): Reason => {
  const { availableFrom, availableUntil } = q.table.places;
  switch (kind) {
    case ADMISSION:
      return { code: 'admission', nextFrom: admissionOf(q, site).nextFrom };
    case TOO_SHORT:
      return { code: 'too-short', until: Math.max(...places.map((i) => availableUntil[i] as number)) };
    case STALE:
      return stale(q, places);
    case SHUT:
      return closed(q, places);
    case TAKEN:
      return {
        code: 'held',
        until: namedInstant(Math.min(...places.map((i) => availableFrom[i] as number))),
      };
    case FULL:
      return { code: 'full', firstAt: earliest(q, places) };
    case FREE_BARRED:
    case BARRED:
      return barrier(q, places);
    case OTHER_PRODUCT:
      return otherProduct(q, places);
    default:
      return needs(q, places);
  }
};

/** The state a site shows beside its reason: the first, in the fixed order, of the places the reason speaks of. */
const stateOf = (q: Question, places: readonly number[]): State => {
  const states = places.map((i) => {
    if (!unitCounts(q, q.table.places.unit[i] as number)) return UNKNOWN;
    return standsFree(q, i) ? 0 : (q.table.places.state[i] as number);
  });
  return STATES[Math.min(...states)] as State;
};

/** One reason for each site that has places and none that fits, nearest to home first, at most `search.rejects`. */
export const findRejects = (q: Question): Reject[] => {
  const { ids, firstPlace } = q.table.sites;
  const misses: { readonly site: number; readonly metres: number; readonly obstacle: Obstacle }[] = [];
  for (let site = 0; site < ids.length; site++) {
    const [first, end] = [firstPlace[site] as number, firstPlace[site + 1] as number];
    if (first === end) continue;
    const obstacle = obstacleOfSite(q, first, end);
    if (obstacle.kind === ADMISSION && admissionWeight(q, site) !== Number.POSITIVE_INFINITY) continue;
    misses.push({ site, metres: metresTo(q, q.home, site), obstacle });
  }
  // Sites stand in the order of their ids, and sorting keeps that order between equals.
  misses.sort((a, b) => a.metres - b.metres);
  return misses.slice(0, q.search.rejects).map(({ site, metres, obstacle }) => ({
    siteId: ids[site] as string,
    metres: q.home && metres,
    state: stateOf(q, obstacle.places),
    reason: reasonOf(q, site, obstacle),
  }));
};
