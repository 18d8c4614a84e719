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

/** Divides the shared beds over wards so that each gets its part in whole beds and together they are the share asked. */
const shareBeds = (wards: readonly SimWard[], product: Product | null, share: number): SimWard[] => {
  const turned = (ward: SimWard): boolean => product === null || ward.product === product;
  const joins = (ward: SimWard): boolean => turned(ward) || (share > 0 && CAN_SHARE.includes(ward.product));
  let beds = 0;
  let given = 0;
  return wards.map((ward) => {
    const pool = share > 0 && joins(ward) ? (ward.pool ?? REGION_POOL) : ward.pool;
    if (!turned(ward)) return pool === ward.pool ? ward : { ...ward, pool };
    beds += ward.beds;
    const shared = whole(beds * share) - given;
    given += shared;
    return { ...ward, pool, shared };
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
