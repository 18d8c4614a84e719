import type { SimFlow, SimModel, SimPolicy, SimWard } from './types.ts';

/**
 * Who may have which bed, and who goes first. People of one flow who wish the same ward and wait in the same place (at home or
 * in the hospital) stand in one row: first in, first out. Between rows it is decided by `slope` and `bias`.
 */
export interface Choices {
  /** Per flow its first row; rows of a flow: for each wish (0: none) one at home and one in the hospital. */
  readonly start: Int32Array;
  /** Added-up shares of the wishes that count, of each flow from `wishStart[flow]`. */
  readonly wishUntil: Float64Array;
  readonly wishStart: Int32Array;
  readonly rows: number;
  /** Per row the wards that can take its people: from `wardStart[row]`, with what speaks against each. */
  readonly wardStart: Int32Array;
  readonly ward: Int32Array;
  /** 0 wished, 1 own product, 2 a shared bed of another product. */
  readonly tier: Uint8Array;
  /** 1: the ward is for another product, so it must be a shared bed. */
  readonly wardForeign: Uint8Array;
  /** Per ward the rows it can take people of. */
  readonly rowStart: Int32Array;
  readonly row: Int32Array;
  readonly rowForeign: Uint8Array;
  /** Lowest `bias − slope × hours in the row` comes first. */
  readonly bias: Float64Array;
  readonly slope: Float64Array;
}

/** So much that no waiting outweighs it. */
const FIRST = 1e7;
/** Of the whole row: what a wished ward and an own bed count for, in hours of waiting of somebody who is planned. */
const WISH_HOURS = 24;
const OWN_HOURS = 24;
const RANK = { crisis: 0, today: 1, 'within-72-hours': 2, planned: 3 } as const;
/** How much faster an hour of waiting counts, and with how many hours somebody begins. */
const WEIGHT = { crisis: 8, today: 4, 'within-72-hours': 2, planned: 1 } as const;

/** The wishes of a flow that a ward can answer. */
const heard = (model: SimModel, flow: SimFlow): { ward: number; share: number }[] =>
  flow.wishes
    .map(({ ward, share }) => ({ ward: model.wards.findIndex(({ id }) => id === ward), share }))
    .filter(({ ward }) => ward >= 0 && tierOf(model, flow, ward) > 0);

/** 1: own; 2: shared; 0: never. */
const tierOf = (model: SimModel, flow: SimFlow, at: number): 0 | 1 | 2 => {
  const ward = model.wards[at] as SimWard;
  if (ward.beds < 1 || ward.admits.every(([from, until]) => until <= from)) return 0;
  if (ward.product === flow.product) return 1;
  if (ward.pool === null || ward.shared < 1) return 0;
  return model.wards.some(({ pool, product }) => pool === ward.pool && product === flow.product) ? 2 : 0;
};

interface Row {
  readonly flow: SimFlow;
  readonly wish: number;
  readonly inHospital: boolean;
}

/** Where the rows of each flow begin. */
export const classStarts = (model: SimModel): Int32Array => {
  const start = new Int32Array(model.flows.length + 1);
  for (const [at, flow] of model.flows.entries())
    start[at + 1] = (start[at] as number) + 2 * (1 + heard(model, flow).length);
  return start;
};

/** Who lies in a hospital bed is safe for now: never before who waits at home and must go today. */
const urgencyOf = ({ flow, inHospital }: Row): SimFlow['urgency'] =>
  inHospital && RANK[flow.urgency] < RANK['within-72-hours'] ? 'within-72-hours' : flow.urgency;

const biasOf = (policy: SimPolicy, row: Row, ward: number, foreign: boolean): number => {
  const wished = row.wish === ward;
  if (policy === 'wish-first') return wished ? 0 : FIRST;
  if (policy === 'urgency') return RANK[urgencyOf(row)] * FIRST;
  if (policy === 'whole-queue')
    return (foreign ? OWN_HOURS : 0) - (wished ? WISH_HOURS : 0) - WEIGHT[urgencyOf(row)] * OWN_HOURS;
  return 0;
};

/** Rows, wards and what speaks for whom, for this model and its policy. */
export const choicesOf = (model: SimModel, start: Int32Array): Choices => {
  const wishes = model.flows.map((flow) => heard(model, flow));
  const rows: Row[] = model.flows.flatMap((flow, at) =>
    [-1, ...(wishes[at] ?? []).map(({ ward }) => ward)].flatMap((wish) => [
      { flow, wish, inHospital: false },
      { flow, wish, inHospital: true },
    ]),
  );
  const pairs = rows.flatMap((row, index) =>
    model.wards
      .map((_, ward) => ({ row, index, ward, tier: tierOf(model, row.flow, ward) }))
      .filter(({ tier }) => tier > 0),
  );
  const byWard = pairs.toSorted((one, other) => one.ward - other.ward);
  return {
    start,
    wishUntil: Float64Array.from(wishes.flatMap((each) => addedUp(each.map(({ share }) => share)))),
    wishStart: offsets(
      model.flows.length,
      wishes.flatMap((each, flow) => each.map(() => flow)),
    ),
    rows: rows.length,
    wardStart: offsets(
      rows.length,
      pairs.map(({ index }) => index),
    ),
    ward: Int32Array.from(pairs, ({ ward }) => ward),
    tier: Uint8Array.from(pairs, ({ row, ward, tier }) => (row.wish === ward ? 0 : tier)),
    wardForeign: Uint8Array.from(pairs, ({ tier }) => (tier === 2 ? 1 : 0)),
    rowStart: offsets(
      model.wards.length,
      byWard.map(({ ward }) => ward),
    ),
    row: Int32Array.from(byWard, ({ index }) => index),
    rowForeign: Uint8Array.from(byWard, ({ tier }) => (tier === 2 ? 1 : 0)),
    bias: Float64Array.from(byWard, ({ row, ward, tier }) => biasOf(model.policy, row, ward, tier === 2)),
    slope: Float64Array.from(rows, (row) => (model.policy === 'whole-queue' ? WEIGHT[urgencyOf(row)] : 1)),
  };
};

const addedUp = (shares: readonly number[]): number[] => {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
};

/** Where each key begins in a list that is ordered by key. */
const offsets = (count: number, keys: readonly number[]): Int32Array => {
  const at = new Int32Array(count + 1);
  for (const key of keys) at[key + 1] = (at[key + 1] as number) + 1;
  for (let key = 0; key < count; key++) at[key + 1] = (at[key + 1] as number) + (at[key] as number);
  return at;
};
