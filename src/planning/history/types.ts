import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';

/** What is kept of the region as stretches of time; what takes no time (a no) has no length. */
export const FACT_KINDS = [
  /** A bed that is there; one that serves two products is told for each. */ 'bed',
  /** Somebody in a bed; in one that serves two products for each. */ 'stay',
  /** Somebody who asks for a bed, until the bed or the end of the question. */ 'wait',
  /** Somebody who came into a bed, as their request says it: a move is no arrival. */ 'placed',
  /** A ward that said no. */ 'refused',
  /** A request that ended without a place. */ 'unmet',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One stretch of time of one thing; nobody's name is near it. */
export interface Fact {
  readonly kind: FactKind;
  readonly product: Product;
  readonly from: Instant;
  /** `FOREVER`: it goes on. */
  readonly until: Instant;
}

/** Sums over days: cell (day × PRODUCTS + product) × FACT_KINDS + kind. */
export interface DaySums {
  /** How many began on the day. */
  readonly begun: Float64Array;
  /** Minutes of all that began on the day together; what goes on counts up to the last border. */
  readonly minutes: Float64Array;
}
