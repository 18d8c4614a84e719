import { FLOW_SUMS, REGION_SUMS, WARD_SUMS } from './sums.ts';
import { type Tables, tablesOf } from './tables.ts';
import type { SimModel, SimRun } from './types.ts';

/** Where somebody is. */
export const TRIAGE = 0;
/** In a row. */
export const QUEUED = 1;
/** With a yes, on the way to a bed that waits for them. */
export const TRANSFER = 2;
/** The bed is there, but at the weekend there is no staff for it yet. */
export const DOOR = 3;
/** Taken in by the hospital, and not yet ready to go on. */
export const HOSPITAL = 4;
export const IN_BED = 5;
/** In a bed past the longest stay, until the next bed is there. */
export const GOING_ON = 6;
const GONE = 7;

/** What is known of somebody lies together: sixteen whole numbers in `whole`, eight others in `real`. First the whole ones: */
export const SEED = 0;
export const FLOW = 1;
export const ROW = 2;
export const WARD = 3;
export const STATE = 4;
export const FOREIGN = 5;
/** Who they were in the bed they come from, or −1. */
export const BEFORE = 6;
/** The flow they go on to at the end of a longest stay, or −1. */
export const GOES_ON = 7;
/** Who stands behind and ahead of them in their row or at the door; between these, from 8 on, what follows on their events. */
export const BACK = 9;
export const AHEAD = 11;

/** Moments: */
export const ASKED = 0;
/** Since when they stand in their row. */
export const JOINED = 1;
export const YES = 2;
/** From when they lie in a hospital bed without need; infinite: never. */
export const WRONG_FROM = 3;
/**
 * And of their events: what comes next, the end of patience with being nowhere, giving up; of a flow: the next who asks. The
 * number of an event is its place in `real`; twice that place in `whole` is the event after it.
 */
export const NEXT = 4;
export const TOO_LATE = 5;
export const GIVES_UP = 6;
export const ASKS = 7;

/** Everything that changes while a year is played: made once, used for all years. */
export interface State {
  /** The number of who left is given to who comes next, so that people fit in the nearest memory. */
  whole: Int32Array;
  real: Float64Array;
  readonly tables: Tables;
  readonly seed0: number;
  /** The counted hours: from here, until there. */
  readonly from: number;
  readonly until: number;
  /** Per hour the first event; −1: none. */
  readonly hour: Int32Array;
  capacity: number;
  people: number;
  /** The number that comes free first, and through `back` the others; −1: none. */
  vacant: number;
  queued: number;
  free: number;
  /** Since when no bed is free anywhere. */
  readonly fullSince: Float64Array;
  readonly rowFirst: Int32Array;
  readonly rowLast: Int32Array;
  readonly doorFirst: Int32Array;
  readonly doorLast: Int32Array;
  readonly wardFree: Int32Array;
  readonly wardIn: Int32Array;
  readonly wardForeign: Int32Array;
  /** Per flow: the number and seed of who asks next, and the weeks gone by on the clock of that flow. */
  readonly nextIndex: Int32Array;
  readonly nextSeed: Int32Array;
  readonly nextAt: Float64Array;
  readonly flowSeed: Int32Array;
  /** The week of `startsLeft`: home care, other. */
  startsWeek: number;
  readonly startsLeft: Int32Array;
  readonly flowSums: Float64Array;
  readonly wardSums: Float64Array;
  readonly regionSums: Float64Array;
}

const DAY = 24;

/** How many people a year is expected to have, with room to spare. */
const expected = (tables: Tables, hours: number): number =>
  Math.ceil((tables.flow.perWeek.reduce((sum, each) => sum + each, 0) * hours * 1.3) / 168) + 64;

/** A region before its first year. */
export const stateOf = (model: SimModel, run: SimRun): State => {
  const tables = tablesOf(model);
  const { flow, ward, choices } = tables;
  const from = Math.max(0, run.warmUpDays) * DAY;
  const until = from + Math.max(0, run.days) * DAY;
  const capacity = flow.count + expected(tables, until);
  return {
    whole: new Int32Array(capacity * 16),
    real: new Float64Array(capacity * 8),
    capacity,
    tables,
    seed0: run.seed,
    from,
    until,
    hour: new Int32Array(Math.ceil(until) + 1),
    people: 0,
    vacant: -1,
    queued: 0,
    free: 0,
    fullSince: new Float64Array(1),
    rowFirst: new Int32Array(choices.rows),
    rowLast: new Int32Array(choices.rows),
    doorFirst: new Int32Array(ward.count),
    doorLast: new Int32Array(ward.count),
    wardFree: new Int32Array(ward.count),
    wardIn: new Int32Array(ward.count),
    wardForeign: new Int32Array(ward.count),
    nextIndex: new Int32Array(flow.count),
    nextSeed: new Int32Array(flow.count),
    nextAt: new Float64Array(flow.count),
    flowSeed: new Int32Array(flow.count),
    startsWeek: -1,
    startsLeft: new Int32Array(2),
    flowSums: new Float64Array(flow.count * FLOW_SUMS),
    wardSums: new Float64Array(ward.count * WARD_SUMS),
    regionSums: new Float64Array(REGION_SUMS),
  };
};

/** Twice as many people: in a region where the row only grows. */
const grow = (state: State): void => {
  const { whole, real } = state;
  state.whole = new Int32Array(whole.length * 2);
  state.real = new Float64Array(real.length * 2);
  state.whole.set(whole);
  state.real.set(real);
  state.capacity *= 2;
};

/** A number for somebody new. */
export const newPerson = (state: State): number => {
  const vacant = state.vacant;
  if (vacant >= 0) {
    state.vacant = state.whole[vacant * 16 + BACK] as number;
    return vacant;
  }
  if (state.people === state.capacity) grow(state);
  return state.people++;
};

/** Somebody is gone, and nothing on the calendar is theirs. */
export const gone = (state: State, person: number): void => {
  state.whole[person * 16 + STATE] = GONE;
  state.whole[person * 16 + BACK] = state.vacant;
  state.vacant = person;
};

/** Every bed empty and nobody waiting: the first morning of a year. */
export const emptyState = (state: State): void => {
  const { tables } = state;
  state.hour.fill(-1);
  // The first numbers are the flows themselves: their event is the next who asks.
  state.people = tables.flow.count;
  state.vacant = -1;
  state.queued = 0;
  state.free = tables.beds;
  state.fullSince[0] = 0;
  for (const row of [state.rowFirst, state.rowLast, state.doorFirst, state.doorLast]) row.fill(-1);
  for (const sums of [state.flowSums, state.wardSums, state.regionSums]) sums.fill(0);
  state.wardFree.set(tables.ward.beds);
  state.wardIn.fill(0);
  state.wardForeign.fill(0);
  state.startsWeek = -1;
};
