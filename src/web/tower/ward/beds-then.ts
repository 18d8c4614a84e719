import { DAY, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { WardPlace } from './timeline.ts';

/** A bed that is taken again within this time is no answer to who comes to stay. */
const LEAST_STAY = DAY;

const after = (iso: string | null): Instant => (iso === null ? Number.POSITIVE_INFINITY : Date.parse(iso));

/** Nobody is expected to be in it then, and nobody comes soon after; who is over the end is still there. */
const isLeftThen = ({ claims, closures }: WardPlace, then: Instant): boolean =>
  [...claims.filter(({ displaced }) => !displaced), ...closures].every(
    (taken) =>
      after(taken.from) >= then + LEAST_STAY ||
      (after(taken.until) <= then && !('overdue' in taken && taken.overdue)),
  );

/** The beds of a ward that give this care and, as far as is known now, can be given from a moment on. */
export const bedsThen = (
  places: readonly WardPlace[],
  product: Product,
  { then, now }: { readonly then: Instant; readonly now: Instant },
): WardPlace[] =>
  places.filter(
    (place) =>
      place.products.includes(product) &&
      place.state !== 'unknown' &&
      (then <= now ? place.state === 'free' : isLeftThen(place, then)),
  );
