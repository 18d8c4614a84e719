import type { Product } from '#kernel/product.ts';
import {
  askingOf,
  closedHours,
  cutMean,
  type DoorWait,
  doorWait,
  gammaBelow,
  occupancyAtMost,
} from '#planning/queue/index.ts';
import type { SimFlow, SimModel, SimWard, WeekWindows } from '#planning/simulate/types.ts';

const DAY_HOURS = 24;
const WEEK_DAYS = 7;
/** Within three days is asked of everybody. */
export const SOON_HOURS = 72;
/** Going on from one flow to the next is followed this far. */
const MOST_STEPS = 8;
const FRIDAY_MIDNIGHT = 120;

/** How long a bed is taken by somebody of one flow: mean days and their variance. */
export interface BedTime {
  readonly days: number;
  readonly variance: number;
}

/** Share of who would need no bed that finds a start at home free: starts are counted by the week and do not keep. */
const helpedShare = (askers: number, starts: number): number => {
  if (askers <= 0 || starts <= 0) return 0;
  if (starts > askers + 10 * Math.sqrt(askers) + 10) return 1;
  let helped = 0;
  for (let k = 0; k < Math.floor(starts); k += 1) helped += 1 - occupancyAtMost(askers, k);
  return Math.min(1, helped / askers);
};

/** Chance that a stay of this flow lasts until its longest day. */
const reachesMost = ({ most, endings }: SimFlow): number =>
  most === null
    ? 0
    : endings.reduce(
        (sum, { share, careDays, shape }) =>
          sum + (careDays <= 0 ? 0 : share * (1 - gammaBelow(shape, (most.days * shape) / careDays))),
        0,
      );

/** People a week who go on to another flow at the end of their longest day, per flow they go on to. */
const goingOn = ({ flows }: SimModel, perWeek: readonly number[]): number[] => {
  const next = flows.map(() => 0);
  for (const [i, flow] of flows.entries())
    for (const on of flow.most?.next ?? []) {
      const to = flows.findIndex(({ id }) => id === on.flow);
      if (to >= 0) next[to] = (next[to] ?? 0) + (perWeek[i] ?? 0) * reachesMost(flow) * on.share;
    }
  return next;
};

/** People a week who come for a bed in each flow: who asks, without who is helped at home, with who goes on from another. */
export const inflows = (model: SimModel): number[] => {
  const askers = model.flows.reduce((sum, flow) => sum + flow.perWeek * flow.homeShare, 0);
  const starts = model.openings.reduce((sum, { startsPerWeek }) => sum + startsPerWeek, 0);
  const helped = helpedShare(askers, starts);
  const own = model.flows.map((flow) => flow.perWeek * (1 - flow.homeShare * helped));
  if (model.flows.every(({ most }) => most === null)) return own;
  let all = own;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = goingOn(model, all);
    all = own.map((people, i) => people + (next[i] ?? 0));
  }
  return all;
};

/** Days of care and of waiting to leave, over all ways out. */
const stayOf = ({ endings, most }: SimFlow): BedTime => {
  let days = 0;
  let squares = 0;
  for (const { share, careDays, shape, waitDays, leaves } of endings) {
    const care = most === null ? careDays : cutMean(careDays, shape, most.days);
    const doors = leaves === undefined ? 0 : closedHours(leaves) / DAY_HOURS;
    const mean = care + waitDays + doors;
    days += share * mean;
    squares += share * (care ** 2 / shape + waitDays ** 2 + mean ** 2);
  }
  return { days, variance: Math.max(0, squares - days ** 2) };
};

/** How long a bed is taken from the yes to the leaving: arranging and closed doors hold it too. */
const bedTime = (flow: SimFlow, closed: number): BedTime => {
  const stay = stayOf(flow);
  const arranging = flow.transferHours / DAY_HOURS;
  return {
    days: stay.days + arranging + closed / DAY_HOURS,
    variance: stay.variance + (flow.transferShape > 0 ? arranging ** 2 / flow.transferShape : 0),
  };
};

/** The same windows without Saturday and Sunday. */
export const withoutWeekend = (windows: WeekWindows): WeekWindows =>
  windows.flatMap(([from, until]) =>
    from >= FRIDAY_MIDNIGHT ? [] : [[from, Math.min(until, FRIDAY_MIDNIGHT)] as const],
  );

/** The doors of some wards for one flow, by how many beds are behind each. Null: no ward ever opens. */
export const doorsFor = (
  flow: SimFlow,
  wards: readonly SimWard[],
  windowsOf: (ward: SimWard) => WeekWindows,
): DoorWait | null => {
  const doors = new Map<string, { windows: WeekWindows; beds: number }>();
  for (const ward of wards) {
    const windows = windowsOf(ward);
    if (windows.length === 0 || ward.beds === 0) continue;
    const key = windows.join(' ');
    doors.set(key, { windows, beds: (doors.get(key)?.beds ?? 0) + ward.beds });
  }
  const beds = [...doors.values()].reduce((sum, door) => sum + door.beds, 0);
  if (beds === 0) return null;
  const asking = askingOf(flow.byHour, lastsBefore(flow));
  const last = Math.max(SOON_HOURS, flow.hospitalAfterHours ?? 0);
  const waits = [...doors.values()].map((door) => ({
    share: door.beds / beds,
    wait: doorWait(door.windows, asking, last),
  }));
  const [first] = waits;
  if (first === undefined || waits.length === 1) return first?.wait ?? null;
  return {
    closedHours: waits.reduce((sum, { share, wait }) => sum + share * wait.closedHours, 0),
    below: first.wait.below.map((_, h) =>
      waits.reduce((sum, { share, wait }) => sum + share * (wait.below[h] as number), 0),
    ),
  };
};

/** Triage and arranging behind each other, as one gamma with their mean and variance. */
const lastsBefore = ({ triageHours, transferHours, transferShape }: SimFlow) => {
  const hours = triageHours + transferHours;
  const variance = triageHours ** 2 + (transferShape > 0 ? transferHours ** 2 / transferShape : 0);
  return { hours, shape: variance <= 0 ? 0 : hours ** 2 / variance };
};

/** One product with everything that comes for it. */
export interface ProductLoad {
  readonly product: Product;
  readonly wards: readonly SimWard[];
  /** Beds of its own, and those of others it may use too. */
  readonly beds: number;
  readonly lent: number;
  /** Beds in use if there were always one free. */
  readonly load: number;
  /** Mean days one bed is taken, and the variance over the squared mean. */
  readonly days: number;
  readonly variation: number;
  /** Mean hours that people are willing to wait; infinite: some wait as long as it takes. */
  readonly patience: number;
}

/** How long people of these flows wait at most, in the mean: by how many stop an hour. One who never stops makes it endless. */
const patienceOf = (flows: readonly { readonly flow: SimFlow; readonly aDay: number }[]): number => {
  const coming = flows.filter(({ aDay }) => aDay > 0);
  const people = coming.reduce((sum, { aDay }) => sum + aDay, 0);
  const stopping = coming.reduce(
    (sum, { flow, aDay }) => sum + aDay / (flow.patienceHours ?? Number.POSITIVE_INFINITY),
    0,
  );
  if (stopping === 0 || coming.some(({ flow }) => flow.patienceHours === null))
    return Number.POSITIVE_INFINITY;
  return people / stopping;
};

/** The products of a model with the load on each; `closedOf` says how long each flow waits behind closed doors. */
export const loadsOf = (
  model: SimModel,
  perWeek: readonly number[],
  closedOf: (flow: number) => number,
): ProductLoad[] => {
  const products = new Set([...model.wards, ...model.flows].map(({ product }) => product));
  return [...products].map((product) => {
    const wards = model.wards.filter((ward) => ward.product === product);
    const pools = new Set(wards.flatMap(({ pool }) => (pool === null ? [] : [pool])));
    const lenders = model.wards.filter(
      (ward) => ward.product !== product && ward.pool !== null && pools.has(ward.pool),
    );
    const coming = model.flows.flatMap((flow, i) =>
      flow.product === product
        ? [{ flow, aDay: (perWeek[i] ?? 0) / WEEK_DAYS, time: bedTime(flow, closedOf(i)) }]
        : [],
    );
    const people = coming.reduce((sum, { aDay }) => sum + aDay, 0);
    const bedDays = coming.reduce((sum, { aDay, time }) => sum + aDay * time.days, 0);
    const squares = coming.reduce((sum, { aDay, time }) => sum + aDay * (time.variance + time.days ** 2), 0);
    const days = people === 0 ? 0 : bedDays / people;
    return {
      ...{ product, wards, load: bedDays, days, patience: patienceOf(coming) },
      beds: wards.reduce((sum, ward) => sum + ward.beds, 0),
      lent: lenders.reduce((sum, ward) => sum + ward.shared, 0),
      variation: people === 0 || days === 0 ? 1 : Math.max(0, squares / people / days ** 2 - 1),
    };
  });
};

/** Products that lend each other beds, together: those whose wards share a pool with a shared bed in it. */
export const linkedTo = (
  { product, wards }: ProductLoad,
  loads: readonly ProductLoad[],
): readonly ProductLoad[] => {
  const pools = new Set(wards.map(({ pool }) => pool));
  return loads.filter(
    (other) =>
      other.product === product ||
      other.wards.some(
        (ward) =>
          ward.pool !== null &&
          pools.has(ward.pool) &&
          [...wards, ...other.wards].some(({ pool, shared }) => pool === ward.pool && shared > 0),
      ),
  );
};
