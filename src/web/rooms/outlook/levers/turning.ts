import type { Product } from '#kernel/product.ts';
import type { BarrierCode, SimModel, SimOpening, SimWard, WeekWindows } from '#planning/simulate/types.ts';
import type { Levers } from '#planning/whatif/types.ts';

/** Hours of admission a manager can choose, from least to most open. */
export const ADMIT_CHOICES = [
  'weekdays-8-17',
  'weekdays-8-20',
  'daily-8-17',
  'daily-8-20',
  'always',
] as const;
export type AdmitChoice = (typeof ADMIT_CHOICES)[number];

const every = (days: number, from: number, until: number): WeekWindows =>
  Array.from({ length: days }, (_, day) => [day * 24 + from, day * 24 + until] as const);

/** The hours of the week behind each choice. */
export const ADMIT_WINDOWS: Readonly<Record<AdmitChoice, WeekWindows>> = {
  'weekdays-8-17': every(5, 8, 17),
  'weekdays-8-20': every(5, 8, 20),
  'daily-8-17': every(7, 8, 17),
  'daily-8-20': every(7, 8, 20),
  always: [[0, 168]],
};

/** Hours in the week that are open. */
export const hoursOpen = (windows: WeekWindows): number =>
  windows.reduce((sum, [from, until]) => sum + until - from, 0);

const sameWindows = (a: WeekWindows, b: WeekWindows): boolean =>
  a.length === b.length && a.every(([from, until], at) => from === b[at]?.[0] && until === b[at]?.[1]);

/** The choice that these windows are; null: other hours. */
export const choiceOf = (windows: WeekWindows): AdmitChoice | null =>
  ADMIT_CHOICES.find((choice) => sameWindows(ADMIT_WINDOWS[choice], windows)) ?? null;

/** How things stand today for one product, for the sliders to begin at. */
export interface Today {
  readonly wards: readonly SimWard[];
  /** The windows when all houses have the same; else null. */
  readonly admits: WeekWindows | null;
  /** Mean open hours a week over the beds. */
  readonly openHours: number;
  /** Mean over the people who come. */
  readonly transferHours: number;
  readonly beds: number;
  /** 0-1. */
  readonly sharedShare: number;
  readonly weekendStaff: number;
  /** Mean days of waiting per barrier, over who waits for it. */
  readonly barriers: readonly { readonly barrier: BarrierCode; readonly days: number }[];
  readonly openings: readonly SimOpening[];
}

const meanOver = <Row>(
  rows: readonly Row[],
  weight: (row: Row) => number,
  of: (row: Row) => number,
): number => {
  const all = rows.reduce((sum, row) => sum + weight(row), 0);
  return all === 0 ? 0 : rows.reduce((sum, row) => sum + weight(row) * of(row), 0) / all;
};

const barriersOf = (model: SimModel, product: Product): Today['barriers'] => {
  const found = new Map<BarrierCode, { weight: number; days: number }>();
  for (const flow of model.flows.filter((each) => each.product === product))
    for (const { waitsFor, waitDays, share } of flow.endings) {
      if (waitsFor === null || waitDays <= 0) continue;
      const before = found.get(waitsFor) ?? { weight: 0, days: 0 };
      const weight = flow.perWeek * share;
      found.set(waitsFor, { weight: before.weight + weight, days: before.days + weight * waitDays });
    }
  return [...found]
    .filter(([, { weight }]) => weight > 0)
    .toSorted(([, a], [, b]) => b.days - a.days)
    .map(([barrier, { weight, days }]) => ({ barrier, days: days / weight }));
};

/** How a product stands in the model. */
export const todayOf = (model: SimModel, product: Product): Today => {
  const wards = model.wards.filter((ward) => ward.product === product);
  const flows = model.flows.filter((flow) => flow.product === product);
  const [first] = wards;
  const beds = wards.reduce((sum, ward) => sum + ward.beds, 0);
  return {
    wards,
    admits:
      first !== undefined && wards.every(({ admits }) => sameWindows(admits, first.admits))
        ? first.admits
        : null,
    openHours: meanOver(
      wards,
      (ward) => ward.beds,
      (ward) => hoursOpen(ward.admits),
    ),
    transferHours: meanOver(
      flows,
      (flow) => flow.perWeek,
      (flow) => flow.transferHours,
    ),
    beds,
    sharedShare:
      beds === 0 ? 0 : wards.reduce((sum, ward) => sum + (ward.pool === null ? 0 : ward.shared), 0) / beds,
    weekendStaff: meanOver(
      wards,
      (ward) => ward.beds,
      (ward) => ward.weekendStaff,
    ),
    barriers: barriersOf(model, product),
    openings: model.openings,
  };
};

/** Beds more or fewer, divided over the wards by their size in whole beds; a ward never has fewer than none. */
export const spreadBeds = (wards: readonly SimWard[], more: number): Readonly<Record<string, number>> => {
  const all = wards.reduce((sum, ward) => sum + ward.beds, 0);
  const parts = wards.map((ward) => {
    const exact = all === 0 ? more / wards.length : (more * ward.beds) / all;
    const whole = Math.trunc(exact);
    return { id: ward.id, whole, rest: Math.abs(exact - whole) };
  });
  const left = Math.abs(more) - parts.reduce((sum, { whole }) => sum + Math.abs(whole), 0);
  const first = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, left)
      .map(({ id }) => id),
  );
  return Object.fromEntries(
    parts
      .map(({ id, whole }) => [id, whole + (first.has(id) ? Math.sign(more) : 0)] as const)
      .filter(([, change]) => change !== 0),
  );
};

/** Beds more or fewer in all. */
export const moreBeds = (levers: Levers): number =>
  Object.values(levers.beds ?? {}).reduce((sum, change) => sum + change, 0);

type Turn = Omit<Levers, 'product' | 'typed'>;

/** A lever turned; `undefined` puts it back as it is today. */
export const turned = <Of extends keyof Turn>(
  levers: Levers,
  of: Of,
  value: Turn[Of] | undefined,
): Levers => {
  const { [of]: _, ...others } = levers;
  return { ...others, product: levers.product, ...(value === undefined ? {} : { [of]: value }) };
};

/** One name of a lever with names (beds of a ward, waiting for a barrier, starts); `undefined` puts it back. */
export const turnedOne = <Of extends 'beds' | 'barrierDays' | 'starts' | 'typed'>(
  levers: Levers,
  of: Of,
  name: string,
  value: number | undefined,
): Levers => {
  const { [name]: _, ...others } = (levers[of] ?? {}) as Record<string, number>;
  const next = value === undefined ? others : { ...others, [name]: value };
  const { [of]: __, ...rest } = levers;
  const kept = { ...rest, product: levers.product };
  return Object.keys(next).length === 0 ? kept : { ...kept, [of]: next };
};

/** Was anything turned or typed over? */
export const isTurned = ({ product: _, ...others }: Levers): boolean => Object.keys(others).length > 0;

/** The same turns have the same key, so that what was played is not played again. */
export const keyOf = (levers: Levers): string =>
  JSON.stringify(levers, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
