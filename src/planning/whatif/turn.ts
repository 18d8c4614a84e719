import type { Product } from '#kernel/product.ts';
import type { SimEnding, SimFlow, SimModel, SimWard } from '#planning/simulate/types.ts';
import { typeOver } from './typed.ts';
import type { Levers } from './types.ts';

/** The pool that wards without one come into when beds are shared. */
const REGION_POOL = 'region';
/** Products whose beds can serve each other: the same care by day, and a doctor who may treat in both (van Loon 2024). */
const CAN_SHARE: readonly Product[] = ['elv-low', 'elv-high', 'grz'];

const whole = (value: number): number => Math.max(0, Math.round(value));

const withBeds = (ward: SimWard, beds: Levers['beds']): SimWard => {
  const more = beds?.[ward.id];
  if (more === undefined) return ward;
  const all = whole(ward.beds + more);
  return { ...ward, beds: all, shared: Math.min(ward.shared, all) };
};

/** Wards that share come into one pool, and with them every pool one of them was in: who shared before still does. */
const onePool = (wards: readonly SimWard[], product: Product | null): SimWard[] => {
  const joins = wards.filter(
    (ward) => product === null || ward.product === product || CAN_SHARE.includes(ward.product),
  );
  const pools = new Set(joins.flatMap(({ pool }) => (pool === null ? [] : [pool])));
  return wards.map((ward) =>
    joins.includes(ward) || (ward.pool !== null && pools.has(ward.pool))
      ? { ...ward, pool: REGION_POOL }
      : ward,
  );
};

/** Divides the shared beds over wards so that each gets its part in whole beds and together they are the share asked. */
const shareBeds = (wards: readonly SimWard[], product: Product | null, share: number): SimWard[] => {
  let beds = 0;
  let given = 0;
  return (share > 0 ? onePool(wards, product) : wards).map((ward) => {
    if (product !== null && ward.product !== product) return ward;
    beds += ward.beds;
    const shared = whole(beds * share) - given;
    given += shared;
    return { ...ward, shared };
  });
};

const turnedWards = (wards: readonly SimWard[], levers: Levers): readonly SimWard[] => {
  const { product, admits, weekendStaff, sharedShare } = levers;
  const turned = wards.map((ward) => {
    const own = withBeds(ward, levers.beds);
    return product !== null && ward.product !== product
      ? own
      : {
          ...own,
          ...(admits === undefined ? {} : { admits }),
          ...(weekendStaff === undefined ? {} : { weekendStaff }),
        };
  });
  return sharedShare === undefined ? turned : shareBeds(turned, product, sharedShare);
};

const turnedEnding = (ending: SimEnding, barrierDays: Levers['barrierDays']): SimEnding => {
  const part = ending.waitsFor === null ? undefined : barrierDays?.[ending.waitsFor];
  return part === undefined ? ending : { ...ending, waitDays: ending.waitDays * part };
};

const turnedFlow = (flow: SimFlow, levers: Levers): SimFlow => {
  if (levers.product !== null && flow.product !== levers.product) return flow;
  const { transferHours, barrierDays } = levers;
  return {
    ...flow,
    ...(transferHours === undefined ? {} : { transferHours }),
    endings: flow.endings.map((ending) => turnedEnding(ending, barrierDays)),
  };
};

/**
 * A model with the levers turned. First what was typed over (that is how it is now), then the change. What a lever does not
 * name stays as it is, a lever without a value does nothing, and a name the model does not know is passed over.
 */
export const turn = (model: SimModel, levers: Levers): SimModel => {
  const typed = levers.typed === undefined ? model : typeOver(model, levers.typed);
  return {
    wards: turnedWards(typed.wards, levers),
    flows: typed.flows.map((flow) => turnedFlow(flow, levers)),
    openings: typed.openings.map((opening) => {
      const startsPerWeek = levers.starts?.[opening.id];
      return startsPerWeek === undefined ? opening : { ...opening, startsPerWeek };
    }),
    policy: levers.policy ?? typed.policy,
  };
};
