import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CapacityCode, Claim, Place } from '#modules/capacity/types.ts';

type Decided = Result<Claim, Refusal<CapacityCode>>;

const isHere = (claim: Claim): Refusal<CapacityCode> | null => {
  if (claim.arrivedAt === null) return { code: 'not-arrived' };
  return claim.leftAt === null ? null : { code: 'claim-ended' };
};

/** Somebody is away for a while; the bed stays theirs. */
export const decideGone = (claim: Claim, at: Instant): Decided => {
  const refusal = isHere(claim);
  if (refusal !== null) return refuse(refusal);
  return at < (claim.arrivedAt ?? at)
    ? refuse({ code: 'end-before-start' })
    : ok({ ...claim, awayAt: claim.awayAt ?? at });
};

/** Somebody is in their bed again, unless they are in another one. */
export const decideReturned = (claim: Claim, isElsewhere: boolean): Decided => {
  const refusal = isHere(claim);
  if (refusal !== null) return refuse(refusal);
  return isElsewhere ? refuse({ code: 'person-elsewhere' }) : ok({ ...claim, awayAt: null });
};

/** Another care in the same bed, when the bed is for it. */
export const decideOtherCare = (claim: Claim, place: Pick<Place, 'products'>, product: Product): Decided => {
  const refusal = isHere(claim);
  if (refusal !== null) return refuse(refusal);
  return place.products.includes(product) ? ok({ ...claim, product }) : refuse({ code: 'product-not-here' });
};
