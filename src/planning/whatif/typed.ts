import type { SimEnding, SimFlow, SimModel, SimWard } from '#planning/simulate/types.ts';

/** Numbers typed over by hand, by the id of the assumption. */
type Typed = Readonly<Record<string, number>>;

const FLOW_NUMBERS = [
  'perWeek',
  'triageHours',
  'transferHours',
  'hospitalAfterHours',
  'hospitalDays',
  'patienceHours',
  'homeShare',
] as const;

const WARD_NUMBERS = ['beds', 'shared', 'weekendStaff'] as const;

const ENDING_NUMBERS = ['share', 'careDays', 'shape', 'waitDays'] as const;

/** Shares end between 0 and 1, the rest is not below 0. */
const SHARES: readonly string[] = ['share', 'homeShare', 'weekendStaff'];

const read = (typed: Typed, id: string, name: string): number | undefined => {
  const value = typed[`${id}:${name}`];
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return Math.min(Math.max(value, 0), SHARES.includes(name) ? 1 : Number.MAX_SAFE_INTEGER);
};

/** The row with every number of these names that was typed over. */
const over = <Row extends object>(row: Row, typed: Typed, id: string, names: readonly (keyof Row)[]): Row => {
  const changes = names.flatMap((name) => {
    const value = read(typed, id, String(name));
    return value === undefined ? [] : [[name, value]];
  });
  return changes.length === 0 ? row : { ...row, ...Object.fromEntries(changes) };
};

/** The name of a way out in the list of assumptions. */
export const endingId = (product: string, { way, waitsFor }: Pick<SimEnding, 'way' | 'waitsFor'>): string =>
  `product:${product}:ending:${way}${waitsFor === null ? '' : `:${waitsFor}`}`;

const endingsOver = (flow: SimFlow, typed: Typed): readonly SimEnding[] => {
  const rows = flow.endings.map((ending) => ({
    ending: over(ending, typed, endingId(flow.product, ending), ENDING_NUMBERS),
    fixed: read(typed, endingId(flow.product, ending), 'share') !== undefined,
  }));
  const sum = (fixed: boolean): number =>
    rows.reduce((all, row) => all + (row.fixed === fixed ? row.ending.share : 0), 0);
  const [typedIn, rest] = [sum(true), sum(false)];
  if (rows.every(({ fixed }) => !fixed) || typedIn + rest === 0) return rows.map(({ ending }) => ending);
  const ofTyped = rest === 0 || typedIn > 1 ? 1 / typedIn : 1;
  const ofRest = rest === 0 ? 0 : Math.max(0, 1 - typedIn) / rest;
  return rows.map(({ ending, fixed }) => ({ ...ending, share: ending.share * (fixed ? ofTyped : ofRest) }));
};

const wardOver = (ward: SimWard, typed: Typed): SimWard => {
  const own = over(ward, typed, `ward:${ward.id}`, WARD_NUMBERS);
  if (own === ward) return ward;
  const beds = Math.round(own.beds);
  return { ...own, beds, shared: Math.min(Math.round(own.shared), beds) };
};

/**
 * A model with the numbers typed over by hand. Shares of the ways out that were not typed take what is left, so that they
 * add up to 1 again; ids the model does not know are passed over.
 */
export const typeOver = (model: SimModel, typed: Typed): SimModel => ({
  ...model,
  wards: model.wards.map((ward) => wardOver(ward, typed)),
  flows: model.flows.map((flow) => ({
    ...over(flow, typed, `flow:${flow.id}`, FLOW_NUMBERS),
    endings: endingsOver(flow, typed),
  })),
  openings: model.openings.map((opening) =>
    over(opening, typed, `opening:${opening.id}`, ['startsPerWeek'] as const),
  ),
});
