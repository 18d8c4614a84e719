import type { Chance } from '#kernel/seeded.ts';
import type { Ascent } from './bound.ts';
import type { Net } from './patterns.ts';
import { cheapest, type Prices, wayOf } from './patterns-cheapest.ts';
import { canBeOrdered, type PlanState, put, take } from './plan-state.ts';

/** The search for a cheaper plan: each round takes a few people out and gives them places again. */
export interface Search {
  /** One round; `heat` is how many points dearer a plan may become with good luck. */
  readonly round: (heat: number) => void;
}

/** How often the price of the bound weighs in full, in half, hardly. */
const WEIGHTS = [1, 1, 0.6, 0.3];
/** At most so many are taken out in one round, or for a long course so many for each visit. */
const MOST_OUT = 16;
const MOST_OUT_A_VISIT = 3;
/** How often somebody who has no moment is looked for first. */
const WITHOUT_FIRST = 0.1;
/** Among how many the one with most to win is sought: mostly few, or a long series that stands badly would hardly be met. */
const AMONG = [0, 0, 0, 4, 4, 4, 4, 64, 64, 64];
/** How far from where somebody would like to be others are taken out too, in half-days. */
const NEAR = 3;

interface Tools {
  readonly state: PlanState;
  readonly ascent: Ascent;
  readonly chance: Chance;
  readonly open: Float64Array;
  readonly way: Int32Array;
  /** Who was taken out this round, and where each was. */
  readonly out: number[];
  readonly were: Int32Array;
  readonly had: Uint8Array;
  readonly isOut: Uint8Array;
}

const below = (chance: Chance, end: number): number => Math.floor(chance() * end);

/** Gives somebody the cheapest way that is open now, or none when going without is cheaper. */
export const insert = (state: PlanState, course: number, prices: Prices, way: Int32Array): void => {
  const { net } = state;
  if (net.reasons[course] !== null) return;
  for (;;) {
    if (!(cheapest(net, course, prices) < (net.without[course] as number))) return;
    wayOf(net, course, way);
    if (canBeOrdered(state, course, way)) break;
  }
  put(state, course, way);
};

const takeOut = ({ state, out, were, had, isOut }: Tools, course: number): void => {
  if (isOut[course] === 1) return;
  const { net } = state;
  isOut[course] = 1;
  out.push(course);
  had[course] = state.planned[course] as number;
  if (had[course] === 0) return;
  for (let visit = net.visitsFrom[course] as number; visit < (net.visitsFrom[course + 1] as number); visit++)
    were[visit] = state.nodes[visit] as number;
  take(state, course);
};

/** How much more a course costs, prices included, than it would at best: what can be won with it. */
const regret = ({ state, ascent }: Tools, course: number): number => {
  const { net } = state;
  let sum = (state.cost[course] as number) - (ascent.values[course] as number);
  if (state.planned[course] === 0) return sum;
  const kind = net.treatment[course] as number;
  for (
    let visit = net.visitsFrom[course] as number;
    visit < (net.visitsFrom[course + 1] as number);
    visit++
  ) {
    if (net.locked[visit] === 1) continue;
    const halfDay = net.halfDay[state.nodes[visit] as number] as number;
    sum += ascent.price[halfDay * net.treatments + kind] as number;
  }
  return sum;
};

/** Somebody without a moment, wherever one begins to look; null when everybody has one. */
const someoneWithout = ({ state, chance }: Tools, courses: readonly number[]): number | null => {
  const first = below(chance, courses.length);
  for (let at = 0; at < courses.length; at++) {
    const course = courses[(first + at) % courses.length] as number;
    if (state.planned[course] === 0) return course;
  }
  return null;
};

const pickSeed = (tools: Tools, courses: readonly number[]): number => {
  const { chance } = tools;
  const without = chance() < WITHOUT_FIRST ? someoneWithout(tools, courses) : null;
  if (without !== null) return without;
  let seed = courses[below(chance, courses.length)] as number;
  let most = regret(tools, seed);
  for (let draw = AMONG[below(chance, AMONG.length)] as number; draw > 0; draw--) {
    const other = courses[below(chance, courses.length)] as number;
    const more = regret(tools, other);
    if (more > most) [seed, most] = [other, more];
  }
  return seed;
};

/** Takes people out of a half-day until one more of this treatment fits, or nobody is left who can move. */
const makeRoom = (tools: Tools, halfDay: number, kind: number, most: number): void => {
  const { state, chance, out } = tools;
  const key = halfDay * state.net.treatments + kind;
  const inside = state.inside[halfDay] as number[];
  while (state.shut[key] !== 0 && inside.length > 0 && out.length < most)
    takeOut(tools, state.courseOfVisit[inside[below(chance, inside.length)] as number] as number);
};

const shake = ({ state, chance }: Tools, near: number): number | null => {
  const halfDay = near + below(chance, 2 * NEAR + 1) - NEAR;
  const inside = state.inside[halfDay];
  if (inside === undefined || inside.length === 0) return null;
  return state.courseOfVisit[inside[below(chance, inside.length)] as number] as number;
};

/** Takes somebody out, and who is in the way where the prices say this person belongs. */
const destroy = (tools: Tools, seed: number): void => {
  const { state, ascent, chance, open, way } = tools;
  const { net } = state;
  takeOut(tools, seed);
  if (cheapest(net, seed, { price: ascent.price, shut: open, weight: 1 }) === Number.POSITIVE_INFINITY)
    return;
  wayOf(net, seed, way);
  const kind = net.treatment[seed] as number;
  const [first, last] = [net.visitsFrom[seed] as number, net.visitsFrom[seed + 1] as number];
  const goals = Array.from(way.subarray(first, last), (node) => net.halfDay[node] as number);
  const most = Math.max(MOST_OUT, MOST_OUT_A_VISIT * goals.length);
  for (const halfDay of goals) makeRoom(tools, halfDay, kind, most);
  for (let more = below(chance, 4); more > 0 && tools.out.length < most; more--) {
    const other = shake(tools, goals[below(chance, goals.length)] as number);
    if (other !== null) takeOut(tools, other);
  }
};

const shuffle = (chance: Chance, row: number[], from: number): void => {
  for (let at = row.length - 1; at > from; at--) {
    const other = from + below(chance, at - from + 1);
    [row[at], row[other]] = [row[other] as number, row[at] as number];
  }
};

const rebuild = ({ state, ascent, chance, out, way }: Tools): void => {
  const weight = WEIGHTS[below(chance, WEIGHTS.length)] as number;
  shuffle(chance, out, chance() < 0.7 ? 1 : 0);
  const prices = { price: ascent.price, shut: state.shut, weight };
  for (const course of out) insert(state, course, prices, way);
};

const undo = ({ state, out, were, had }: Tools): void => {
  for (const course of out) if (state.planned[course] === 1) take(state, course);
  for (const course of out) if (had[course] === 1) put(state, course, were);
};

/** Those who have a choice. */
const movable = (net: Net): number[] =>
  Array.from({ length: net.courses }, (_, course) => course).filter(
    (course) =>
      net.reasons[course] === null &&
      net.locked.subarray(net.visitsFrom[course], net.visitsFrom[course + 1]).includes(0),
  );

/** Searches on from the plan as it is. */
export const startSearch = (state: PlanState, ascent: Ascent, chance: Chance): Search => {
  const { net } = state;
  const tools: Tools = {
    ...{ state, ascent, chance, out: [] },
    open: new Float64Array(state.shut.length),
    way: new Int32Array(net.locked.length),
    were: new Int32Array(net.locked.length),
    had: new Uint8Array(net.courses),
    isOut: new Uint8Array(net.courses),
  };
  const courses = movable(net);
  return {
    round: (heat) => {
      if (courses.length === 0) return;
      const before = state.total;
      destroy(tools, pickSeed(tools, courses));
      rebuild(tools);
      if (state.total > before - heat * Math.log(chance())) undo(tools);
      for (const course of tools.out) tools.isOut[course] = 0;
      tools.out.length = 0;
    },
  };
};
