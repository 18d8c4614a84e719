import { DAY, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { PastClaim, PastRows, ToldClaim } from './past-rows.ts';

/** Somebody's stay in one unit, over all beds they had there. */
export interface UnitStay {
  /** The last claim of it: the one a stay knows. */
  readonly claimId: string;
  readonly unitId: string;
  readonly product: Product;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
  /** The end that was expected a day after the arrival; null when the diary does not say. */
  readonly expectedEnd: Instant | null;
}

/** The end the diary told of a claim, the last word within a day of the arrival. */
const expectedOf = (lines: readonly ToldClaim[], arrivedAt: Instant): Instant | null =>
  lines.findLast((line) => line.at <= arrivedAt + DAY && line.event !== 'left' && line.event !== 'moved')
    ?.until ?? null;

/** Stays per unit: a move to another bed of the unit goes on, a move elsewhere is a stay of its own there. */
export const staysOf = (past: PastRows): UnitStay[] => {
  const told = Map.groupBy(past.told, (line) => line.claimId);
  const came = new Map<string, string>();
  for (const line of past.told) if (line.toClaim !== null) came.set(line.toClaim, line.claimId);
  const byId = new Map(past.claims.map((claim) => [claim.id, claim]));
  const present = past.claims.filter((claim) => claim.arrivedAt !== null && claim.kind !== 'cleaning');
  const beginOf = (claim: PastClaim): PastClaim => {
    const before = byId.get(came.get(claim.id) ?? '');
    return before === undefined || before.unitId !== claim.unitId || before.arrivedAt === null
      ? claim
      : beginOf(before);
  };
  const wentOn = new Set(
    present.flatMap((claim) => {
      const before = byId.get(came.get(claim.id) ?? '');
      return before !== undefined && before.unitId === claim.unitId ? [before.id] : [];
    }),
  );
  return present
    .filter((claim) => !wentOn.has(claim.id))
    .map((claim) => {
      const first = beginOf(claim);
      const arrivedAt = first.arrivedAt ?? first.during.from;
      return {
        claimId: claim.id,
        unitId: claim.unitId,
        product: claim.product,
        arrivedAt,
        leftAt: claim.leftAt,
        expectedEnd: expectedOf(told.get(first.id) ?? [], arrivedAt),
      };
    });
};
