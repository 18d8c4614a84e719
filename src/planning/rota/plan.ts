import type { Chance } from '#kernel/seeded.ts';
import { type Ascent, startAscent } from './bound.ts';
import { OTHER_SITE, PER_DAY_OFF } from './costs.ts';
import { drawNet, type Net } from './patterns.ts';
import { patternOf } from './patterns-cheapest.ts';
import { capacityTable } from './plan-capacity.ts';
import { insert, type Search, startSearch } from './plan-search.ts';
import { emptyState, type PlanState } from './plan-state.ts';
import { repairOrders, restore } from './repair.ts';
import type { Orderable, Rota, RotaPlan } from './types.ts';
import { grainIn, upTo } from './week-ask.ts';

/** How much work a plan may take. The same work on the same rota gives the same plan. */
export interface Effort {
  /** Steps towards the prices that prove the bound. */
  readonly steps: number;
  /** Rounds of the search. */
  readonly rounds: number;
}

/** How a rota is planned. */
export interface Planning {
  readonly effort: Effort;
  readonly chance: Chance;
  /** Whether a set can be put in order inside its half-day; null: the capacity rows are enough. */
  readonly orderable: Orderable | null;
}

/** A plan that is being made. Whoever drives it decides when it goes on, says how far it is, or stops. */
export interface Planner {
  /** Does a little, some milliseconds of work. */
  readonly step: () => void;
  readonly done: () => boolean;
  /** From 0 to 1. */
  readonly progress: () => number;
  /** The best plan so far. Halfway it keeps every rule but one: whether each half-day has an order is asked at the end. */
  readonly plan: () => RotaPlan;
}

/**
 * How many points dearer the plan may become with luck: much at first, hardly at the end. Who may look long begins hotter;
 * who has few rounds for each course would never cool down again.
 */
const HEAT_PER_ROUND = 0.7;
const MOST_HEAT = 30;
const LAST_HEAT = 1;
const ROUNDS_A_STEP = 50;
/** So many rounds win back what asking for an order cost, a few at a time: each asks for orders itself. */
const MENDING = 1_000;
const MENDED_A_STEP = 10;
const HALFWAY_STEPS = 0.3;

/** A plan that is written down, apart from the one that is being changed. */
interface Kept {
  total: number;
  readonly nodes: Int32Array;
  readonly planned: Uint8Array;
}

interface Making {
  readonly rota: Rota;
  readonly planning: Planning;
  readonly net: Net;
  readonly state: PlanState;
  readonly ascent: Ascent;
  readonly search: Search;
  readonly kept: Kept;
  /** What lies between two steps of this size no plan can cost. */
  readonly grain: number;
  steps: number;
  filled: boolean;
  rounds: number;
  repaired: boolean;
  /** Rounds still to go after the orders were asked. */
  mending: number;
}

const keep = ({ state, kept }: Making): void => {
  if (state.total >= kept.total) return;
  kept.total = state.total;
  kept.nodes.set(state.nodes);
  kept.planned.set(state.planned);
};

/** Who needs most visits goes first: for them least is open later. */
const fill = (making: Making): void => {
  const { net, state, ascent } = making;
  const visits = (course: number): number =>
    (net.visitsFrom[course + 1] as number) - (net.visitsFrom[course] as number);
  const order = Array.from({ length: net.courses }, (_, course) => course).sort(
    (a, b) => visits(b) - visits(a) || a - b,
  );
  const way = new Int32Array(net.locked.length);
  const prices = { price: ascent.price, shut: state.shut, weight: 1 };
  for (const course of order) if (state.planned[course] === 0) insert(state, course, prices, way);
  making.filled = true;
  keep(making);
};

const searchOn = (making: Making): void => {
  const { search, planning } = making;
  const { rounds } = planning.effort;
  const first = Math.max(LAST_HEAT, Math.min(MOST_HEAT, (HEAT_PER_ROUND * rounds) / making.net.courses));
  const heat = first * (LAST_HEAT / first) ** (making.rounds / rounds);
  const end = Math.min(rounds, making.rounds + ROUNDS_A_STEP);
  for (; making.rounds < end; making.rounds++) search.round(heat);
  keep(making);
};

const boundOf = ({ kept, ascent, grain }: Making): number => Math.min(kept.total, upTo(ascent.best, grain));

/** Nothing can be won any more: the plan costs what is proven to be the least. */
const isProven = (making: Making): boolean => making.kept.total <= boundOf(making);

const isSearched = (making: Making): boolean =>
  making.filled && (making.rounds >= making.planning.effort.rounds || isProven(making));

/** What was kept gets its orders; from then on that is the plan, also when it is dearer. */
const repair = (making: Making): void => {
  const { state, kept, ascent, planning } = making;
  making.repaired = true;
  if (planning.orderable === null) return;
  const hoped = kept.total;
  restore(state, kept.planned, kept.nodes);
  repairOrders(state, ascent, planning.orderable);
  kept.total = Number.POSITIVE_INFINITY;
  keep(making);
  if (state.total > hoped) making.mending = MENDING;
};

/** From here on nobody comes anywhere without an order, and nothing becomes dearer. */
const mend = (making: Making): void => {
  for (let round = 0; round < MENDED_A_STEP; round++) making.search.round(0);
  making.mending -= MENDED_A_STEP;
  keep(making);
};

const stepOn = (making: Making): void => {
  if (making.repaired) {
    if (making.mending > 0) mend(making);
    return;
  }
  if (making.steps < making.planning.effort.steps) {
    making.ascent.step(making.kept.total);
    making.steps += 1;
  } else if (!making.filled) fill(making);
  else if (!isSearched(making)) searchOn(making);
  else repair(making);
};

const planOf = (making: Making): RotaPlan => {
  const { rota, net, kept } = making;
  return {
    patterns: rota.courses.map((_, course) =>
      kept.planned[course] === 1 ? patternOf(net, course, kept.nodes) : (net.reasons[course] ?? 'full'),
    ),
    cost: kept.total,
    bound: boundOf(making),
  };
};

const progressOf = ({ planning, steps, rounds }: Making): number => {
  const { effort } = planning;
  if (steps < effort.steps) return (HALFWAY_STEPS * steps) / effort.steps;
  return HALFWAY_STEPS + (1 - HALFWAY_STEPS) * (effort.rounds === 0 ? 1 : rounds / effort.rounds);
};

/** Begins a plan of everybody. First the prices, which are also the proof; then a plan by those prices; then better ones. */
export const startPlanning = (rota: Rota, planning: Planning): Planner => {
  const net = drawNet(rota);
  const table = capacityTable(rota);
  const state = emptyState(net, table);
  const ascent = startAscent(net, table);
  const making: Making = {
    ...{
      rota,
      planning,
      net,
      state,
      ascent,
      steps: 0,
      filled: false,
      rounds: 0,
      repaired: false,
      mending: 0,
    },
    grain: grainIn([...net.base, ...net.without, PER_DAY_OFF, OTHER_SITE]),
    search: startSearch(state, ascent, planning.chance),
    kept: {
      total: Number.POSITIVE_INFINITY,
      nodes: new Int32Array(state.nodes),
      planned: new Uint8Array(net.courses),
    },
  };
  keep(making);
  return {
    step: () => stepOn(making),
    done: () => making.repaired && making.mending <= 0,
    progress: () => (making.repaired ? 1 : progressOf(making)),
    plan: () => planOf(making),
  };
};
