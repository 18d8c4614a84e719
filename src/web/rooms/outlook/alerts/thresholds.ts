import { PRODUCTS } from '#kernel/product.ts';
import type { AlertsAnswer } from '#modules/outlook/contract.ts';

/** When the region wants to hear of one thing. */
export type Threshold = AlertsAnswer['thresholds'][number];

const NO_PLACE: Omit<Threshold, 'product'> = {
  ...{ kind: 'no-place-ahead', on: false, figure: 0.5, days: 4, version: 0 },
};
const WAITS: Threshold = {
  kind: 'departures-wait',
  product: null,
  on: false,
  figure: 5,
  days: 7,
  version: 0,
};

/** All that can be heard of, as it is set or as it would begin: off. One row per care, and one for departures. */
export const allThresholds = (set: readonly Threshold[]): Threshold[] => {
  const all = [...PRODUCTS.map((product): Threshold => ({ ...NO_PLACE, product })), WAITS];
  return all.map(
    (quiet) => set.find(({ kind, product }) => kind === quiet.kind && product === quiet.product) ?? quiet,
  );
};

/** Did the reader change anything? */
export const isChanged = (before: Threshold, after: Threshold): boolean =>
  before.on !== after.on || before.figure !== after.figure || before.days !== after.days;
