import { seedOfWord } from './chance.ts';
import { type Choices, choicesOf, classStarts } from './choices.ts';
import { type SimFlow, type SimModel, type SimWard, WEEK_HOURS } from './types.ts';
import { ALWAYS, type OpenTable, openGroups } from './windows.ts';

/** Numbers per flow, in the order of the model; hours unless it says otherwise. */
interface FlowTable {
  readonly count: number;
  /** People who ask a week; 0 where nobody comes. */
  readonly perWeek: Float64Array;
  /** Per flow 169 numbers: which part of the week's people came before each hour. */
  readonly before: Float64Array;
  /** Per flow GUIDE numbers: the hour to begin looking in for a part of the week's people. */
  readonly guide: Uint8Array;
  readonly triage: Float64Array;
  readonly transfer: Float64Array;
  readonly transferShape: Float64Array;
  /** Infinite: never. */
  readonly hospitalAfter: Float64Array;
  readonly hospital: Float64Array;
  /** Infinite: they wait. */
  readonly patience: Float64Array;
  /** 1: they ask from a hospital bed. */
  readonly fromHospital: Uint8Array;
  readonly homeShare: Float64Array;
  /** Infinite: no longest stay. */
  readonly most: Float64Array;
  /** Where the follow-ups of a flow begin in `nextFlow` and `nextUntil` (added-up chances). */
  readonly nextStart: Int32Array;
  readonly nextFlow: Int32Array;
  readonly nextUntil: Float64Array;
  readonly endStart: Int32Array;
  /** A number out of the name of the flow. */
  readonly seed: Int32Array;
}

/** Numbers per ending, flow after flow. */
interface EndingTable {
  readonly until: Float64Array;
  readonly care: Float64Array;
  readonly shape: Float64Array;
  readonly wait: Float64Array;
  readonly leaves: Int32Array;
  /** 1: somebody starts with home care that day. */
  readonly homeCare: Uint8Array;
}

interface WardTable {
  readonly count: number;
  readonly beds: Int32Array;
  readonly shared: Int32Array;
  readonly admits: Int32Array;
  /** How many may be in a bed for somebody new to come in at the weekend. */
  readonly weekend: Int32Array;
}

/** A model as rows of numbers. */
export interface Tables {
  readonly flow: FlowTable;
  readonly ending: EndingTable;
  readonly ward: WardTable;
  readonly choices: Choices;
  readonly open: OpenTable;
  /** Starts a week at home: home care, and the rest. */
  readonly homeCareStarts: number;
  readonly otherStarts: number;
  readonly beds: number;
}

/** How finely the week's people are cut to find the hour somebody asks. */
export const GUIDE = 64;

const numbers = <T>(of: readonly T[], number: (each: T) => number): Float64Array =>
  Float64Array.from(of, number);

/** Where the rows of each one begin when they are laid behind each other. */
const starts = <T>(of: readonly T[], length: (each: T) => number): Int32Array => {
  const at = new Int32Array(of.length + 1);
  for (const [index, each] of of.entries()) at[index + 1] = (at[index] as number) + length(each);
  return at;
};

const hourWeights = ({ byHour }: SimFlow): number[] => {
  const weights = Array.from({ length: WEEK_HOURS }, (_, hour) => Math.max(0, byHour[hour] ?? 0));
  const sum = weights.reduce((total, each) => total + each, 0);
  return sum > 0 ? weights.map((each) => each / sum) : weights;
};

const arrivals = (flows: readonly SimFlow[]): Pick<FlowTable, 'perWeek' | 'before' | 'guide'> => {
  const perWeek = new Float64Array(flows.length);
  const before = new Float64Array(flows.length * (WEEK_HOURS + 1));
  const guide = new Uint8Array(flows.length * GUIDE);
  for (const [at, flow] of flows.entries()) {
    const row = at * (WEEK_HOURS + 1);
    hourWeights(flow).forEach((weight, hour) => {
      before[row + hour + 1] = (before[row + hour] as number) + weight;
    });
    if (before[row + WEEK_HOURS] === 0) continue;
    // So that the last hour takes what rounding left.
    before[row + WEEK_HOURS] = 1;
    perWeek[at] = Math.max(0, flow.perWeek);
    for (let part = 0, hour = 0; part < GUIDE; part++) {
      while ((before[row + hour + 1] as number) <= part / GUIDE) hour++;
      guide[at * GUIDE + part] = hour;
    }
  }
  return { perWeek, before, guide };
};

const follows = (flows: readonly SimFlow[]): Pick<FlowTable, 'nextStart' | 'nextFlow' | 'nextUntil'> => {
  const rows = flows.map(({ most }) => {
    let until = 0;
    return (most?.next ?? []).map(({ flow, share }) => {
      until += share;
      return { flow: flows.findIndex(({ id }) => id === flow), until };
    });
  });
  const all = rows.flat();
  return {
    nextStart: starts(rows, (row) => row.length),
    nextFlow: Int32Array.from(all, ({ flow }) => flow),
    nextUntil: numbers(all, ({ until }) => until),
  };
};

const DAY = 24;

const flowTable = (flows: readonly SimFlow[]): FlowTable => ({
  count: flows.length,
  ...arrivals(flows),
  ...follows(flows),
  triage: numbers(flows, ({ triageHours }) => triageHours),
  transfer: numbers(flows, ({ transferHours }) => transferHours),
  transferShape: numbers(flows, ({ transferShape }) => transferShape),
  hospitalAfter: numbers(flows, ({ hospitalAfterHours }) => hospitalAfterHours ?? Number.POSITIVE_INFINITY),
  hospital: numbers(flows, ({ hospitalDays }) => hospitalDays * DAY),
  patience: numbers(flows, ({ patienceHours }) => patienceHours ?? Number.POSITIVE_INFINITY),
  fromHospital: Uint8Array.from(flows, ({ origin }) => (origin === 'hospital' ? 1 : 0)),
  homeShare: numbers(flows, ({ homeShare }) => homeShare),
  most: numbers(flows, ({ most }) => (most === null ? Number.POSITIVE_INFINITY : most.days * DAY)),
  endStart: starts(flows, ({ endings }) => endings.length),
  seed: Int32Array.from(flows, ({ id }) => seedOfWord(0, id)),
});

type Grouping = ReturnType<typeof openGroups>;

const endingTable = (flows: readonly SimFlow[], groups: Grouping): EndingTable => {
  const all = flows.flatMap(({ endings }) => {
    let until = 0;
    return endings.map((ending) => {
      until += ending.share;
      return { ...ending, until };
    });
  });
  return {
    until: numbers(all, ({ until }) => until),
    care: numbers(all, ({ careDays }) => careDays * DAY),
    shape: numbers(all, ({ shape }) => shape),
    wait: numbers(all, ({ waitDays }) => waitDays * DAY),
    leaves: Int32Array.from(all, ({ leaves }) => (leaves === undefined ? ALWAYS : groups.group(leaves))),
    homeCare: Uint8Array.from(all, ({ way, waitsFor, leaves }) =>
      (way === 'home' || way === 'home-adjusted') && (waitsFor === 'home-care' || leaves !== undefined)
        ? 1
        : 0,
    ),
  };
};

const wardTable = (wards: readonly SimWard[], groups: Grouping): WardTable => ({
  count: wards.length,
  beds: Int32Array.from(wards, ({ beds }) => Math.max(0, Math.floor(beds))),
  shared: Int32Array.from(wards, ({ shared }) => Math.max(0, Math.floor(shared))),
  admits: Int32Array.from(wards, ({ admits }) => groups.group(admits)),
  weekend: Int32Array.from(wards, ({ beds, weekendStaff }) => Math.floor(beds * weekendStaff + 1e-9)),
});

/** A model as rows of numbers, once for all years that are played of it. */
export const tablesOf = (model: SimModel): Tables => {
  const groups = openGroups();
  const ward = wardTable(model.wards, groups);
  const ending = endingTable(model.flows, groups);
  const sum = (kind: string): number =>
    model.openings.reduce((total, each) => (each.kind === kind ? total + each.startsPerWeek : total), 0);
  return {
    flow: flowTable(model.flows),
    ending,
    ward,
    choices: choicesOf(model, classStarts(model)),
    open: groups.table(),
    homeCareStarts: sum('home-care'),
    otherStarts: sum('day-treatment'),
    beds: ward.beds.reduce((total, each) => total + each, 0),
  };
};
