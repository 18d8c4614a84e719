import { PRODUCTS, type Product } from '#kernel/product.ts';
import { EXTRA, type Place } from '#modules/capacity/types.ts';

/** Beds of one unit that are counted for one product, and how many of them may serve another product too. */
export interface SharedBeds {
  readonly product: Product;
  readonly beds: number;
  readonly shared: number;
}

/** Shares `beds` whole beds in proportion to the weights, the largest rest first; with nothing to go by alike. */
const divide = (beds: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((all, each) => all + each, 0);
  const wished = weights.map((weight) => (sum === 0 ? beds / weights.length : (beds * weight) / sum));
  const whole = wished.map(Math.floor);
  let left = beds - whole.reduce((all, each) => all + each, 0);
  const byRest = wished
    .map((wish, index) => ({ index, rest: wish - Math.floor(wish) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRest) {
    if (left-- <= 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
  }
  return whole;
};

/**
 * A bed that serves several products is counted once: beds of the same kind are shared out by how often each product was
 * really given there (`used`), and all of them may still be given to the others.
 */
export const bedsOfUnit = (
  places: readonly Pick<Place, 'products' | 'labels'>[],
  used: (product: Product) => number,
): SharedBeds[] => {
  const beds = new Map<Product, { beds: number; shared: number }>();
  const own = places.filter((place) => !place.labels.includes(EXTRA));
  const kinds = Map.groupBy(own, (place) =>
    PRODUCTS.filter((each) => place.products.includes(each)).join(' '),
  );
  for (const alike of kinds.values()) {
    const products = PRODUCTS.filter((each) => alike[0]?.products.includes(each));
    const shares = divide(alike.length, products.map(used));
    for (const [index, product] of products.entries()) {
      const known = beds.get(product) ?? { beds: 0, shared: 0 };
      const more = shares[index] ?? 0;
      beds.set(product, {
        beds: known.beds + more,
        shared: known.shared + (products.length > 1 ? more : 0),
      });
    }
  }
  return PRODUCTS.flatMap((product) => {
    const known = beds.get(product);
    return known === undefined || known.beds === 0 ? [] : [{ product, ...known }];
  });
};
