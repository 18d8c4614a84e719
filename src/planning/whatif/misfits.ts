import type { Product } from '#kernel/product.ts';
import { closedHours } from '#planning/queue/index.ts';
import type { SimModel } from '#planning/simulate/types.ts';
import { inflows, loadsOf, type ProductLoad } from './loads.ts';
import type { Misfit } from './types.ts';

/** With fewer days of history nothing is played: four weeks show each weekday four times. */
const FEWEST_DAYS = 28;

const WHOLE_REGION = 'region';

/** Mean hours that the doors of a product are closed to who is ready at any moment. */
const closedBy = (model: SimModel) => {
  const known = new Map<Product, number>();
  for (const { product } of model.flows) {
    const open = model.wards.filter((ward) => ward.product === product && ward.admits.length > 0);
    const beds = open.reduce((sum, ward) => sum + ward.beds, 0);
    const hours = open.reduce((sum, ward) => sum + ward.beds * closedHours(ward.admits), 0);
    known.set(product, beds === 0 ? 0 : hours / beds);
  }
  return (flow: number): number => known.get(model.flows[flow]?.product as Product) ?? 0;
};

const misfitOf = ({ product, beds, lent, load, patience }: ProductLoad): Misfit[] => {
  if (load === 0) return beds === 0 ? [] : [{ code: 'nobody-comes', what: product, figure: 0 }];
  if (beds + lent === 0) return [{ code: 'no-beds', what: product, figure: load }];
  return load >= beds + lent && !Number.isFinite(patience)
    ? [{ code: 'overloaded', what: product, figure: load / (beds + lent) }]
    : [];
};

/** Wards in one pool that together have fewer beds than come for them, although each could borrow. */
const poolMisfits = (model: SimModel, loads: readonly ProductLoad[]): Misfit[] =>
  [...new Set(model.wards.flatMap(({ pool }) => (pool === null ? [] : [pool])))].flatMap((pool) => {
    const inPool = loads.filter(({ wards }) => wards.length > 0 && wards.every((ward) => ward.pool === pool));
    const beds = inPool.reduce((sum, row) => sum + row.beds, 0);
    const load = inPool.reduce((sum, row) => sum + row.load, 0);
    const single = inPool.some(({ load: own, beds: mine, lent }) => own >= mine + lent);
    return beds > 0 && load >= beds && !single
      ? [{ code: 'overloaded', what: pool, figure: load / beds }]
      : [];
  });

/**
 * What makes an answer dishonest, said in words instead of drawn: a history shorter than four weeks, more people than beds
 * and nobody who stops waiting (the line would only grow), people without any bed, beds nobody comes for. `what` is a product, a pool or `region`.
 */
export const misfitsOf = (model: SimModel, days: number, hardlyAsked: readonly Product[] = []): Misfit[] => {
  const loads = loadsOf(model, inflows(model), closedBy(model));
  const single = loads.flatMap(misfitOf);
  return [
    ...(days < FEWEST_DAYS ? [{ code: 'short-history', what: WHOLE_REGION, figure: days } as const] : []),
    ...(model.flows.length === 0 ? [{ code: 'nobody-comes', what: WHOLE_REGION, figure: 0 } as const] : []),
    ...single,
    ...poolMisfits(model, loads),
    ...hardlyAsked
      .filter((product) => !single.some(({ what }) => what === product))
      .map((product) => ({ code: 'nobody-comes', what: product, figure: 0 }) as const),
  ];
};
