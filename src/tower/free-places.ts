import { counts } from '#kernel/freshness.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { lookAt, type Picture } from '#modules/capacity/index.ts';
import type { UnitFacts } from '#modules/capacity/types.ts';
import type { Region } from '#modules/region/types.ts';
import { factsAt, type PastUnit } from './past-facts.ts';

const OPEN_DOOR: ReturnType<Picture['admission']> = {
  says: true,
  now: true,
  until: null,
  nextFrom: null,
  holds: { from: -FOREVER, until: FOREVER },
};

/**
 * Places of a unit that stood empty and could be given, per product it serves, by their index; null when the figure did not
 * count. By the same rules as the board, but without the hours of the door: a forecast counts beds, and when somebody can
 * come is another question.
 */
export const whichEmpty = (
  facts: UnitFacts,
  region: Region,
  at: Instant,
): Map<Product, readonly number[] | null> => {
  const { products } = lookAt(facts, region.agreement, () => OPEN_DOOR, at);
  return new Map(
    [...products].map(([product, look]): [Product, readonly number[] | null] => [
      product,
      counts(look.phase) ? look.places.filter((index) => look.standings[index]?.state === 'free') : null,
    ]),
  );
};

/** The same, counted. */
export const emptyPlaces = (facts: UnitFacts, region: Region, at: Instant): Map<Product, number | null> =>
  new Map([...whichEmpty(facts, region, at)].map(([product, places]) => [product, places?.length ?? null]));

/** Free places of some units at a moment that is over, per product; a product of which no ward knew anything is left out. */
export const freeOfUnits = (
  units: readonly PastUnit[],
  region: Region,
  at: Instant,
): Map<Product, number> => {
  const sums = new Map<Product, number>();
  for (const unit of units)
    for (const [product, free] of emptyPlaces(factsAt(unit, at), region, at))
      if (free !== null) sums.set(product, (sums.get(product) ?? 0) + free);
  return sums;
};
