import { isoFromInstant } from '#kernel/calendar.ts';
import { counts, type FigurePhase, figurePhase } from '#kernel/freshness.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { lookAt, type Picture, type ProductLook } from '#modules/capacity/index.ts';
import type { PlaceState } from '#modules/capacity/types.ts';
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

interface UnitThen {
  readonly known: boolean;
  readonly products: ReadonlyMap<Product, ProductLook>;
}

const stateCount = (look: ProductLook, states: readonly PlaceState[]): number =>
  look.places.filter((index) => states.includes(look.standings[index]?.state ?? 'unknown')).length;

const rowOf = (site: Site, product: Product, units: readonly UnitThen[]): Then['rows'][number] | null => {
  const serving = units.flatMap(({ known, products }) => {
    const look = products.get(product);
    return look === undefined ? [] : [{ known: known && counts(look.phase), look }];
  });
  if (serving.length === 0) return null;
  const sum = (...states: PlaceState[]): number =>
    serving.reduce((all, { look }) => all + stateCount(look, states), 0);
  const told = serving.filter((unit) => unit.known);
  const soonAndEmpty = serving.reduce(
    (all, { look }) =>
      all +
      look.places.filter((index) => {
        const standing = look.standings[index];
        return (
          standing?.state === 'soon' &&
          standing.availableFrom === standing.changesAt &&
          standing.freeUntil !== null
        );
      }).length,
    0,
  );
  return {
    siteId: site.id,
    site: site.name,
    product,
    beds: serving.reduce((all, { look }) => all + look.places.length, 0),
    occupied: sum('occupied', 'soon') - soonAndEmpty,
    claimed: sum('held'),
    closed: sum('closed'),
    free: told.length === 0 ? null : told.reduce((all, { look }) => all + stateCount(look, ['free']), 0),
  };
};

const waitingAt = (kept: Kept, at: Instant): Then['waiting'] => {
  const there = kept.columns.countAt('wait', at);
  return PRODUCTS.flatMap((product, index) => {
    const count = there[index] ?? 0;
    return count === 0 ? [] : [{ product, count }];
  });
};

/**
 * The board as it was at a moment: the same rules of free as now, on what is known now of then. Where no ward of a site stood
 * by its figures, free is null. The hours of the door are those of today: older ones are not kept.
 */
export const thenOf = (kept: Kept, picture: Picture, at: Instant): Then => {
  const { region } = picture;
  const work = Map.groupBy(
    kept.rows.told.filter((line) => WORK.has(line.event)),
    (line) => line.unitId,
  );
  const units = Map.groupBy(kept.units, (unit) => unit.siteId);
  const rows = region.sites.flatMap((site) => {
    const looks = (units.get(site.id) ?? []).map((unit): UnitThen => {
      const phase = figureAt(unit, work.get(unit.unitId) ?? [], region.agreement, at);
      const { products } = lookAt(
        { ...factsAt(unit, at), figure: { asOf: at, source: 'tap' } },
        region.agreement,
        (product) => picture.admission(site.id, product, at),
        at,
      );
      return { known: counts(phase), products };
    });
    return PRODUCTS.flatMap((product) => rowOf(site, product, looks) ?? []);
  });
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
