import type { Product } from '#kernel/product.ts';
import type { FlowOrigin } from '#planning/simulate/types.ts';
import type { FillAsk } from './types.ts';

/** People who asked for the same, from the same place, equally soon. */
export interface AskGroup {
  readonly origin: FlowOrigin;
  readonly urgency: FillAsk['urgency'];
  readonly product: Product;
  readonly asks: readonly FillAsk[];
}

/** A group smaller than this is not shown on its own: it goes with the largest of its kind. */
const FEWEST_IN_GROUP = 5;

const collect = (asks: readonly FillAsk[], keyOf: (ask: FillAsk) => string): Map<string, FillAsk[]> => {
  const groups = new Map<string, FillAsk[]>();
  for (const ask of asks) {
    const key = keyOf(ask);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [ask]);
    else found.push(ask);
  }
  return groups;
};

const groupOf = (asks: readonly FillAsk[]): AskGroup => {
  const { origin, urgency, product } = asks[0] as FillAsk;
  return { origin, urgency, product, asks };
};

/** Large groups as they are; small ones joined to the largest of the same row. */
const joined = (groups: readonly AskGroup[]): AskGroup[] => {
  const [largest, ...rest] = [...groups].sort((a, b) => b.asks.length - a.asks.length);
  if (largest === undefined) return [];
  const small = rest.filter(({ asks }) => asks.length < FEWEST_IN_GROUP);
  const asks = [largest, ...small].flatMap((group) => group.asks);
  return [{ ...largest, asks }, ...rest.filter((group) => !small.includes(group))];
};

/**
 * Who asked, in groups by origin, urgency and product. Small groups go with the same origin and product, then with the same
 * product; a product hardly anybody asked for is left out and named.
 */
export const askGroups = (
  asks: readonly FillAsk[],
): { readonly groups: readonly AskGroup[]; readonly hardlyAsked: readonly Product[] } => {
  const groups: AskGroup[] = [];
  const hardlyAsked: Product[] = [];
  for (const [, ofProduct] of collect(asks, ({ product }) => product)) {
    const rows = [...collect(ofProduct, ({ origin }) => origin).values()].flatMap((ofOrigin) =>
      joined([...collect(ofOrigin, ({ urgency }) => urgency).values()].map(groupOf)),
    );
    if (ofProduct.length < FEWEST_IN_GROUP) hardlyAsked.push(groupOf(ofProduct).product);
    else groups.push(...joined(rows));
  }
  return { groups, hardlyAsked };
};
