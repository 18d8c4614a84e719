import { isoFromInstant } from '#kernel/calendar.ts';
import { counts, type FigurePhase, figurePhase } from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { isPresent, lookAt, type Picture, type ProductLook } from '#modules/capacity/index.ts';
import type { PlaceState, UnitFacts } from '#modules/capacity/types.ts';
import type { Region, Site } from '#modules/region/types.ts';
import type { Then } from './contract-history.ts';
import type { Kept } from './history.ts';
import { factsAt, type PastUnit } from './past-facts.ts';
import type { ToldClaim } from './past-rows.ts';

/** Work on a bed that keeps a figure young, as long as it was not too old. */
const WORK = new Set(['arrived', 'left', 'end-expected', 'moved', 'moved-in']);

/** When a unit last stood by its figures at a moment, by its own word and by its work on the beds. */
const figureAt = (
  unit: PastUnit,
  work: readonly ToldClaim[],
  limits: Region['agreement'],
  at: Instant,
): FigurePhase => {
  const words = unit.stood.filter((word) => word.at <= at && word.event !== 'reports');
  let asOf = words.at(-1)?.at ?? null;
  for (const line of work)
    if (
      asOf !== null &&
      line.at > asOf &&
      line.at <= at &&
      line.at - asOf <= limits.tooOldAfterMinutes * MINUTE
    )
      asOf = line.at;
  // By which way it came is not kept for every word: a silent link shows as an old figure.
  return figurePhase(asOf, asOf === null ? null : 'tap', at, limits);
};

/** A unit as it was at a moment, and how its places stood. */
export interface UnitThen {
  readonly unit: PastUnit;
  readonly known: boolean;
  readonly facts: UnitFacts;
  readonly products: ReadonlyMap<Product, ProductLook>;
}

/** The places of one product of one unit then, by their index, for each number of the board; free is null when unknown. */
export interface PlacesThen {
  readonly beds: readonly number[];
  readonly occupied: readonly number[];
  readonly claimed: readonly number[];
  readonly closed: readonly number[];
  readonly free: readonly number[] | null;
}

/** Which places are behind each number of a unit; null when it does not give this care. */
export const placesThen = ({ known, facts, products }: UnitThen, product: Product): PlacesThen | null => {
  const look = products.get(product);
  if (look === undefined) return null;
  const present = new Set(facts.claims.filter(isPresent).map((claim) => claim.placeId));
  const inState = (state: PlaceState): number[] =>
    look.places.filter((index) => look.standings[index]?.state === state);
  return {
    beds: look.places,
    occupied: look.places.filter((index) => present.has(facts.places[index]?.id ?? '')),
    claimed: inState('held'),
    closed: inState('closed'),
    free: known && counts(look.phase) ? inState('free') : null,
  };
};

const rowOf = (site: Site, product: Product, units: readonly UnitThen[]): Then['rows'][number] | null => {
  const serving = units.flatMap((unit) => placesThen(unit, product) ?? []);
  if (serving.length === 0) return null;
  const sum = (of: keyof PlacesThen): number =>
    serving.reduce((all, unit) => all + (unit[of]?.length ?? 0), 0);
  return {
    siteId: site.id,
    site: site.name,
    product,
    beds: sum('beds'),
    occupied: sum('occupied'),
    claimed: sum('claimed'),
    closed: sum('closed'),
    free: serving.every((unit) => unit.free === null) ? null : sum('free'),
  };
};

const waitingAt = (kept: Kept, at: Instant): Then['waiting'] => {
  const there = kept.columns.countAt('wait', at);
  return PRODUCTS.flatMap((product, index) => {
    const count = there[index] ?? 0;
    return count === 0 ? [] : [{ product, count }];
  });
};

/** How the units of each site of the region were at a moment, in the order of the region. */
export const unitsThen = (kept: Kept, picture: Picture, at: Instant): Map<Site, UnitThen[]> => {
  const { region } = picture;
  const work = Map.groupBy(
    kept.rows.told.filter((line) => WORK.has(line.event)),
    (line) => line.unitId,
  );
  const units = Map.groupBy(kept.units, (unit) => unit.siteId);
  const lookOf = (site: Site, unit: PastUnit): UnitThen => {
    const phase = figureAt(unit, work.get(unit.unitId) ?? [], region.agreement, at);
    const facts: UnitFacts = { ...factsAt(unit, at), figure: { asOf: at, source: 'tap' } };
    const admission = (product: Product) => picture.admission(site.id, product, at);
    const { products } = lookAt(facts, region.agreement, admission, at);
    return { unit, known: counts(phase), facts, products };
  };
  return new Map(
    region.sites.map((site) => [site, (units.get(site.id) ?? []).map((unit) => lookOf(site, unit))]),
  );
};

/**
 * The board as it was at a moment: the same rules of free as now, on what is known now of then. Where no ward of a site stood
 * by its figures, free is null. The hours of the door are those of today: older ones are not kept.
 */
export const thenOf = (kept: Kept, picture: Picture, at: Instant): Then => {
  const rows = [...unitsThen(kept, picture, at)].flatMap(([site, looks]) =>
    PRODUCTS.flatMap((product) => rowOf(site, product, looks) ?? []),
  );
  const inOrder = rows.toSorted(
    (a, b) => PRODUCTS.indexOf(a.product) - PRODUCTS.indexOf(b.product) || a.site.localeCompare(b.site, 'nl'),
  );
  return {
    at: isoFromInstant(at),
    since: isoFromInstant(kept.since),
    rows: inOrder,
    waiting: waitingAt(kept, at),
  };
};
