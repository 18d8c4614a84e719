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

/** Of everybody: what comes next, the end of patience with being nowhere, giving up; of a flow: the next who asks. */
export const NEXT = 0;
export const TOO_LATE = 1;
export const GIVES_UP = 2;
export const ASKS = 3;

/** People, column by column. The number of who left is given to who comes next, so that they fit in the nearest memory. */
interface People {
  seed: Int32Array;
  flow: Int32Array;
  row: Int32Array;
  ward: Int32Array;
  state: Uint8Array;
  foreign: Uint8Array;
  /** Who they were in the bed they come from, or −1. */
  before: Int32Array;
  /** The flow they go on to at the end of a longest stay, or −1. */
  goesOn: Int32Array;
  asked: Float64Array;
  joined: Float64Array;
  yes: Float64Array;
  /** From when they lie in a hospital bed without need; infinite: never. */
  wrongFrom: Float64Array;
  /** Neighbours in their row or at the door. */
  back: Int32Array;
  ahead: Int32Array;
}

/** Everything that changes while a year is played: made once, used for all years. */
export interface State extends People {
  readonly tables: Tables;
  readonly seed0: number;
  /** The counted hours: from here, until there. */
  readonly from: number;
  readonly until: number;
  /** Per hour the first event, and per event its moment and the next of that hour: −1 is none. */
  readonly hour: Int32Array;
  time: Float64Array;
  after: Int32Array;
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

const peopleOf = (capacity: number): People & Pick<State, 'time' | 'after' | 'capacity'> => ({
  seed: new Int32Array(capacity),
  flow: new Int32Array(capacity),
  row: new Int32Array(capacity),
  ward: new Int32Array(capacity),
  state: new Uint8Array(capacity),
  foreign: new Uint8Array(capacity),
  before: new Int32Array(capacity),
  goesOn: new Int32Array(capacity),
  asked: new Float64Array(capacity),
  joined: new Float64Array(capacity),
  yes: new Float64Array(capacity),
  wrongFrom: new Float64Array(capacity),
  back: new Int32Array(capacity),
  ahead: new Int32Array(capacity),
  time: new Float64Array(capacity * 4),
  after: new Int32Array(capacity * 4),
  capacity,
});

/** How many people a year is expected to have, with room to spare. */
const expected = (tables: Tables, hours: number): number =>
  Math.ceil((tables.flow.perWeek.reduce((sum, each) => sum + each, 0) * hours * 1.3) / 168) + 64;

/** A region before its first year. */
export const stateOf = (model: SimModel, run: SimRun): State => {
  const tables = tablesOf(model);
  const { flow, ward, choices } = tables;
  const from = Math.max(0, run.warmUpDays) * DAY;
  const until = from + Math.max(0, run.days) * DAY;
  return {
    ...peopleOf(flow.count + expected(tables, until)),
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

const COLUMNS = [
  ...['seed', 'flow', 'row', 'ward', 'state', 'foreign', 'before', 'goesOn', 'asked', 'joined', 'yes'],
  ...['wrongFrom', 'back', 'ahead', 'time', 'after'],
] as unknown as readonly 'seed'[];

/** Twice as many people: in a region where the row only grows. */
const grow = (state: State): void => {
  const more = peopleOf(state.capacity * 2);
  for (const column of COLUMNS) {
    more[column].set(state[column]);
    state[column] = more[column];
  }
  state.capacity = more.capacity;
};

/** A number for somebody new. */
export const newPerson = (state: State): number => {
  const vacant = state.vacant;
  if (vacant >= 0) {
    state.vacant = state.back[vacant] as number;
    return vacant;
  }
  if (state.people === state.capacity) grow(state);
  return state.people++;
};

/** Somebody is gone, and nothing on the calendar is theirs. */
export const gone = (state: State, person: number): void => {
  state.state[person] = GONE;
  state.back[person] = state.vacant;
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
