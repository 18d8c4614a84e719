import { counts } from '#kernel/freshness.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { lookAt, type Picture } from '#modules/capacity/index.ts';
import type { UnitFacts } from '#modules/capacity/types.ts';
import type { Region } from '#modules/region/types.ts';

const OPEN_DOOR: ReturnType<Picture['admission']> = {
  says: true,
  now: true,
  until: null,
  nextFrom: null,
  holds: { from: -FOREVER, until: FOREVER },
};

/**
 * Places of a unit that stood empty and could be given, per product it serves; null when the figure did not count. By the
 * same rules as the board, but without the hours of the door: a forecast counts beds, and when somebody can come is another
 * question.
 */
export const emptyPlaces = (facts: UnitFacts, region: Region, at: Instant): Map<Product, number | null> => {
  const { products } = lookAt(facts, region.agreement, () => OPEN_DOOR, at);
  return new Map(
    [...products].map(([product, look]): [Product, number | null] => [
      product,
      counts(look.phase)
        ? look.places.filter((index) => look.standings[index]?.state === 'free').length
        : null,
    ]),
  );
};
