import type { Product } from '#kernel/product.ts';
import {
  type DoorWait,
  erlangA,
  erlangC,
  occupancyAtMost,
  squareRootBeds,
  waitMGc,
} from '#planning/queue/index.ts';
import type { SimFlow, SimModel, SimWard } from '#planning/simulate/types.ts';
import {
  doorsFor,
  inflows,
  linkedTo,
  loadsOf,
  type ProductLoad,
  SOON_HOURS,
  withoutWeekend,
} from './loads.ts';

const DAY_HOURS = 24;
const YEAR_DAYS = 365;
const YEAR_WEEKS = YEAR_DAYS / 7;
/**
 * What sharing a part of the beds gives of what sharing all of them gives: 1 - (1 - part)^5.2. Van Loon 2024, table 17:
 * 40 percent shared gives 93 percent of the gain.
 */
const SHARING_POWER = 5.2;

/** A flow by formula. Null: a formula cannot say it. */
export interface QuickFlow {
  readonly id: string;
  /** People a year who come for a bed and do not stop waiting for it. */
  readonly perYear: number;
  /** Mean hours from asking to the bed. */
  readonly waitHours: number | null;
  /** Share within 72 hours, 0-1. */
  readonly within3Days: number | null;
  /** Share the hospital takes in meanwhile, 0-1. */
  readonly toHospital: number | null;
}

/** A product by formula: load and beds, the chance that all beds are taken, and how many beds the square-root rule asks. */
export interface QuickProduct {
  readonly product: Product;
  readonly load: number;
  readonly beds: number;
  readonly fullShare: number | null;
  readonly enoughBeds: number;
}

/** Why a formula says less than playing it: the policy, the wishes, lending beds while one is overloaded. */
const QUICK_LEAVES_OUT = ['policy', 'wishes', 'overloaded', 'weekend-staff'] as const;
export type QuickLeavesOut = (typeof QUICK_LEAVES_OUT)[number];

/** The first answer, by formulas alone, while somebody still drags. Rows in the order of the model. */
export interface QuickAnswer {
  readonly flows: readonly QuickFlow[];
  /** Mean share of the beds of each ward that is taken or kept for somebody, 0-1. */
  readonly wards: readonly { readonly id: string; readonly occupied: number | null }[];
  readonly products: readonly QuickProduct[];
  readonly region: {
    /** Mean number of people waiting. */
    readonly waiting: number | null;
    /** A year. */
    readonly hospitalAdmissions: number | null;
    /** Days a year in a hospital bed while ready for another place. */
    readonly wrongBedDays: number | null;
    /** A year. */
    readonly served: number | null;
  };
  readonly leavesOut: readonly QuickLeavesOut[];
}

/** The line before the beds of a product: chance to stand in it, and mean hours over everybody. */
interface Line {
  readonly chance: number;
  readonly hours: number;
  /** The part of the people that does not stop waiting, 0-1. */
  readonly stays: number;
}

/** The line before so many beds for people of this product: Erlang-A when they stop waiting, else M/G/c. */
const lineOf = (row: ProductLoad, beds: number, load: number, days: number): Line => {
  const hours = days * DAY_HOURS;
  if (!Number.isFinite(row.patience))
    return { chance: erlangC(beds, load), hours: waitMGc(beds, load, hours, row.variation), stays: 1 };
  const { chance, wait, stops } = erlangA(beds, load, hours, row.patience);
  return { chance, hours: wait, stays: 1 - stops };
};

/** The line of a product with the beds it may share: between its own beds alone and all beds together. */
const sharedLine = (row: ProductLoad, loads: readonly ProductLoad[]): Line | null => {
  const own = lineOf(row, row.beds, row.load, row.days);
  const linked = linkedTo(row, loads);
  if (linked.length === 1) return Number.isFinite(own.hours) ? own : null;
  const sum = (of: (each: ProductLoad) => number): number => linked.reduce((all, each) => all + of(each), 0);
  const [beds, load] = [sum((each) => each.beds), sum((each) => each.load)];
  const shared = sum((each) => each.wards.reduce((all, ward) => all + ward.shared, 0));
  const people = sum((each) => (each.days === 0 ? 0 : each.load / each.days));
  const together = lineOf(row, beds, load, people === 0 ? 0 : load / people);
  const apart = (1 - Math.min(1, shared / beds)) ** SHARING_POWER;
  if (!Number.isFinite(together.hours) || (apart > 0 && !Number.isFinite(own.hours))) return null;
  const between = (of: keyof Line): number =>
    apart === 0 ? together[of] : together[of] + (own[of] - together[of]) * apart;
  return { chance: between('chance'), hours: between('hours'), stays: between('stays') };
};

/** Chance that all of it, line and door, takes at most so many hours. */
const within = (hours: number, door: DoorWait, line: Line): number => {
  const last = Math.min(Math.floor(hours), door.below.length - 1);
  const inLine = line.chance > 0 ? line.hours / line.chance : 0;
  let chance = 0;
  for (let h = 0; h <= last; h += 1) {
    const ready = (door.below[h] as number) - (h === 0 ? 0 : (door.below[h - 1] as number));
    if (ready === 0) continue;
    chance += ready * (1 - (inLine > 0 ? line.chance * Math.exp(-(hours - h) / inLine) : 0));
  }
  return Math.min(1, Math.max(0, chance));
};

/** A mean of two doors: what is open on most days, and what is open when the weekend has too few people. */
const mixed = (all: DoorWait, week: DoorWait | null, open: number): DoorWait => {
  if (week === null || open >= 1) return all;
  return {
    closedHours: open * all.closedHours + (1 - open) * week.closedHours,
    below: all.below.map((chance, h) => open * chance + (1 - open) * (week.below[h] as number)),
  };
};

/** Chance that a ward with people for part of its beds in the weekend can still take somebody then. */
const openInWeekend = (wards: readonly SimWard[], load: number): number => {
  const beds = wards.reduce((sum, ward) => sum + ward.beds, 0);
  const staffed = wards.reduce((sum, ward) => sum + Math.floor(ward.beds * ward.weekendStaff + 1e-9), 0);
  return beds === 0 || staffed >= beds ? 1 : occupancyAtMost(Math.min(load, beds), staffed - 1);
};

const doorOf = (flow: SimFlow, row: ProductLoad | undefined): DoorWait | null => {
  if (row === undefined) return null;
  const all = doorsFor(flow, row.wards, (ward) => ward.admits);
  const open = openInWeekend(row.wards, row.load);
  if (all === null || open >= 1) return all;
  return mixed(
    all,
    doorsFor(flow, row.wards, (ward) => withoutWeekend(ward.admits)),
    open,
  );
};

/** Mean hours of who has a bed within so many, over everybody. */
const hoursWithin = (hours: number, door: DoorWait, line: Line): number => {
  const all = within(hours, door, line);
  let sum = -all / 2;
  for (let h = 0; h < hours; h += 1) sum += all - within(h, door, line);
  return Math.max(0, sum);
};

/** Who has no bed in time lies in the hospital first, and is then arranged once more. */
const byHospital = (flow: SimFlow, after: number, door: DoorWait, line: Line) => {
  const toHospital = 1 - within(after, door, line);
  const again = flow.transferHours + door.closedHours + line.hours;
  const hours = after + flow.hospitalDays * DAY_HOURS + again;
  return {
    ...{ toHospital, wrongHours: toHospital * again },
    waitHours: hoursWithin(after, door, line) + toHospital * hours,
    within3Days: within(Math.min(after, SOON_HOURS), door, line),
  };
};

const flowAnswer = (
  flow: SimFlow,
  perWeek: number,
  door: DoorWait | null,
  line: Line | null,
): QuickFlow & { readonly wrongHours: number | null } => {
  const known = { id: flow.id, perYear: perWeek * YEAR_WEEKS * (line?.stays ?? 1) };
  if (door === null || line === null || !Number.isFinite(door.closedHours))
    return { ...known, waitHours: null, within3Days: null, toHospital: null, wrongHours: null };
  if (flow.hospitalAfterHours !== null)
    return { ...known, ...byHospital(flow, flow.hospitalAfterHours, door, line) };
  const waitHours = flow.triageHours + flow.transferHours + door.closedHours + line.hours;
  return {
    ...{ ...known, waitHours, within3Days: within(SOON_HOURS, door, line), toHospital: 0 },
    wrongHours: flow.origin === 'hospital' ? waitHours : 0,
  };
};

const leavesOut = (model: SimModel, lines: readonly (Line | null)[]): QuickLeavesOut[] => {
  const { flows, wards, policy } = model;
  const out: Readonly<Record<QuickLeavesOut, boolean>> = {
    policy: policy !== 'first-come',
    wishes: flows.some(({ wishes }) => wishes.length > 0),
    overloaded: lines.some((line) => line === null),
    'weekend-staff': wards.some(({ weekendStaff }) => weekendStaff < 1),
  };
  return QUICK_LEAVES_OUT.filter((code) => out[code]);
};

const regionOf = (flows: readonly ReturnType<typeof flowAnswer>[]): QuickAnswer['region'] => {
  const perYear = (of: (flow: (typeof flows)[number]) => number | null): number | null =>
    flows.reduce<number | null>((sum, flow) => {
      const each = of(flow);
      return sum === null || each === null ? null : sum + each * flow.perYear;
    }, 0);
  const days = (hours: number | null): number | null => (hours === null ? null : hours / DAY_HOURS);
  const waited = perYear(({ waitHours }) => days(waitHours));
  return {
    waiting: waited === null ? null : waited / YEAR_DAYS,
    hospitalAdmissions: perYear(({ toHospital }) => toHospital),
    wrongBedDays: perYear(({ wrongHours }) => days(wrongHours)),
    served: perYear(({ waitHours }) => (waitHours === null ? null : 1)),
  };
};

/**
 * The first answer on a model, by formulas: M/G/c for the line, closed hours by the hour of the week, M/G/infinity for how full
 * it is, the square-root rule for how many beds would do. Some milliseconds for a region; playing it (`simulate`) says it better,
 * and says the rest. Nobody goes before anybody else in it.
 */
export const quick = (model: SimModel): QuickAnswer => {
  const perWeek = inflows(model);
  const first = loadsOf(model, perWeek, () => 0);
  const doors = model.flows.map((flow) => doorOf(flow, rowOf(first, flow.product)));
  const loads = loadsOf(model, perWeek, (i) => finite(doors[i]?.closedHours));
  const lines = new Map(loads.map((row) => [row.product, sharedLine(row, loads)]));
  const flows = model.flows.map((flow, i) =>
    flowAnswer(flow, perWeek[i] ?? 0, doors[i] ?? null, lines.get(flow.product) ?? null),
  );
  return {
    flows: flows.map(({ wrongHours: _, ...flow }) => flow),
    wards: model.wards.map(({ id, product, beds }) => {
      const row = rowOf(loads, product);
      const known = row !== undefined && beds > 0 && linkedTo(row, loads).length === 1;
      return {
        id,
        occupied: known ? Math.min(1, (row.load * (lines.get(product)?.stays ?? 1)) / row.beds) : null,
      };
    }),
    products: loads.map((row) => ({
      ...{ product: row.product, load: row.load, beds: row.beds },
      fullShare: row.load >= row.beds ? null : erlangC(row.beds, row.load),
      enoughBeds: squareRootBeds(row.load, 1),
    })),
    region: regionOf(flows),
    leavesOut: leavesOut(
      model,
      loads.filter(({ load }) => load > 0).map(({ product }) => lines.get(product) ?? null),
    ),
  };
};

const rowOf = (loads: readonly ProductLoad[], product: Product): ProductLoad | undefined =>
  loads.find((row) => row.product === product);

const finite = (hours: number | undefined): number =>
  hours === undefined || !Number.isFinite(hours) ? 0 : hours;
