import { type Day, instantOf, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { isOverdue, isPresent } from '#modules/capacity/index.ts';
import type { Claim, UnitFacts } from '#modules/capacity/types.ts';

/** Somebody who is expected to leave on one of the days looked at. Who should have left already counts for the first. */
export interface Leave {
  readonly claimId: string;
  readonly placeId: string;
  readonly unitId: string;
  readonly product: Product;
  readonly day: Day;
  readonly until: Instant;
  /** The latest, when the end is uncertain. */
  readonly latest: Instant | null;
  readonly overdue: boolean;
}

/** The days looked at, as the clock of one zone has them: when each begins, and when the last one ends. */
const bordersIn = (zone: string, days: readonly Day[]): Instant[] => {
  const last = days.at(-1);
  const all = last === undefined ? [] : [...days, plusDays(last, 1)];
  return all.map((day) => instantOf(day, 0, zone));
};

const dayAt = (at: Instant, days: readonly Day[], borders: readonly Instant[]): Day | undefined => {
  if (at >= (borders.at(-1) ?? 0)) return undefined;
  const after = borders.findIndex((border) => at < border);
  // Before the first day: should have gone, and is still here.
  return days[Math.max(0, after - 1)];
};

const leaveOf = (claim: Claim, unitId: string, day: Day, now: Instant): Leave => ({
  claimId: claim.id,
  placeId: claim.placeId,
  unitId,
  product: claim.product,
  day,
  until: claim.during.until,
  latest: claim.latestEnd,
  overdue: isOverdue(claim, now),
});

/**
 * Who leaves on which of these days, over all wards: the expected end of everybody who is here now. The calendar is asked
 * once per zone, not once per person: a region of a thousand beds is a matter of a millisecond.
 */
export const leavesOf = (units: Iterable<UnitFacts>, days: readonly Day[], now: Instant): Leave[] => {
  const zones = new Map<string, Instant[]>();
  const leaves: Leave[] = [];
  for (const { unitId, zone, claims } of units) {
    const borders = zones.get(zone) ?? bordersIn(zone, days);
    zones.set(zone, borders);
    for (const claim of claims) {
      if (!isPresent(claim)) continue;
      const day = dayAt(claim.during.until, days, borders);
      if (day !== undefined) leaves.push(leaveOf(claim, unitId, day, now));
    }
  }
  return leaves.sort((a, b) => a.until - b.until);
};

/** Sure of the day: nobody said it may be later, and it has not passed already. */
export const isCertain = ({ latest, overdue }: Leave): boolean => latest === null && !overdue;

/** How many leave on a day, and of which care. */
export interface LeaveCount {
  readonly day: Day;
  readonly leaves: number;
  readonly uncertain: number;
  readonly products: { product: Product; leaves: number }[];
}

/** The expected ends of a region added up: per day how many leave, and per kind of care. */
export const forecastOf = (leaves: readonly Leave[], days: readonly Day[]): LeaveCount[] => {
  const perDay = Map.groupBy(leaves, ({ day }) => day);
  return days.map((day) => {
    const own = perDay.get(day) ?? [];
    const perProduct = Map.groupBy(own, ({ product }) => product);
    return {
      day,
      leaves: own.length,
      uncertain: own.filter((leave) => !isCertain(leave)).length,
      products: PRODUCTS.flatMap((product) => {
        const count = perProduct.get(product)?.length ?? 0;
        return count === 0 ? [] : [{ product, leaves: count }];
      }),
    };
  });
};
