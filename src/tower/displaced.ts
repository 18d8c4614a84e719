import { DAY, type Instant } from '#kernel/interval.ts';
import { isLive, isOverdue } from '#modules/capacity/index.ts';
import type { Claim } from '#modules/capacity/types.ts';

/** A plan this near behind somebody who should have left is told to the desk: there is still time to find a bed. */
const IN_THE_WAY = DAY;

/**
 * Did this plan lose its bed? It was pushed aside by a fact, or its moment is near (or past) and the person before it
 * is still there beyond the expected end. `others` are the claims on the same place.
 */
export const isDisplaced = (claim: Claim, others: readonly Claim[], now: Instant): boolean => {
  if (claim.displacedAt !== null) return true;
  if (claim.arrivedAt !== null || claim.kind === 'cleaning' || !isLive(claim, now)) return false;
  return (
    claim.during.from <= now + IN_THE_WAY &&
    others.some((other) => other.placeId === claim.placeId && isOverdue(other, now))
  );
};
