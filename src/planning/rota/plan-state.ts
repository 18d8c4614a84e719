import type { Net } from './patterns.ts';
import { wayCost } from './patterns-cheapest.ts';
import type { CapacityTable } from './plan-capacity.ts';
import type { Orderable } from './types.ts';

/** Sums of shares are not exact; a grain of sand is no person. */
const SAND = 1e-9;

/** A plan under construction: who is where, what is full, and what everybody costs. */
export interface PlanState {
  readonly net: Net;
  readonly table: CapacityTable;
  /** How many of each treatment, at `halfDay * treatments + treatment`, without what stands. */
  readonly counts: Int32Array;
  /** Infinity where one more of a treatment does not fit. */
  readonly shut: Float64Array;
  /** The node of each visit, for who is planned. */
  readonly nodes: Int32Array;
  readonly planned: Uint8Array;
  /** What each course costs now, also without. */
  readonly cost: Float64Array;
  readonly courseOfVisit: Int32Array;
  /** The visits of each half-day that do not stand, in any order. */
  readonly inside: number[][];
  /** Which sets can be put in order, as far as asked; half-days that are alike have one list. */
  readonly ordered: Map<string, boolean>[];
  /** Null while the capacity rows are enough. */
  orderable: Orderable | null;
  total: number;
}

/** How the set of a half-day is remembered: how many there are of each treatment. */
const setKey = ({ net, counts }: PlanState, halfDay: number, more: number): string => {
  let key = '';
  for (let kind = 0; kind < net.treatments; kind++)
    key += `${(counts[halfDay * net.treatments + kind] as number) + (kind === more ? 1 : 0)} `;
  return key;
};

const rowsAllow = (state: PlanState, halfDay: number, kind: number): boolean => {
  const { net, table, counts } = state;
  const kinds = net.treatments;
  for (let row = table.rowsFrom[halfDay] as number; row < (table.rowsFrom[halfDay + 1] as number); row++) {
    let used = table.takes[row * kinds + kind] as number;
    if (used === 0) continue;
    for (let each = 0; each < kinds; each++)
      used += (table.takes[row * kinds + each] as number) * (counts[halfDay * kinds + each] as number);
    if (used > (table.left[row] as number) + SAND) return false;
  }
  return true;
};

/** Says for each treatment anew whether one more fits. */
const refresh = (state: PlanState, halfDay: number): void => {
  const kinds = state.net.treatments;
  for (let kind = 0; kind < kinds; kind++) {
    const open =
      rowsAllow(state, halfDay, kind) &&
      (state.orderable === null || state.ordered[halfDay]?.get(setKey(state, halfDay, kind)) !== false);
    state.shut[halfDay * kinds + kind] = open ? 0 : Number.POSITIVE_INFINITY;
  }
};

/** Nobody planned yet. */
export const emptyState = (net: Net, table: CapacityTable): PlanState => {
  const courseOfVisit = new Int32Array(net.locked.length);
  for (let course = 0; course < net.courses; course++)
    courseOfVisit.fill(course, net.visitsFrom[course], net.visitsFrom[course + 1]);
  const state: PlanState = {
    ...{ net, table, orderable: null, courseOfVisit },
    counts: new Int32Array(net.halfDays * net.treatments),
    shut: new Float64Array(net.halfDays * net.treatments),
    nodes: new Int32Array(net.locked.length).fill(-1),
    planned: new Uint8Array(net.courses),
    cost: Float64Array.from(net.without),
    inside: Array.from({ length: net.halfDays }, () => []),
    ordered: Array.from(table.alike, (first, at) => (first === at ? new Map() : first)).map(
      (own, _, all) => (typeof own === 'number' ? all[own] : own) as Map<string, boolean>,
    ),
    total: net.without.reduce((sum, each) => sum + each, 0),
  };
  for (let halfDay = 0; halfDay < net.halfDays; halfDay++) refresh(state, halfDay);
  return state;
};

const reckon = (state: PlanState, course: number, cost: number): void => {
  state.total += cost - (state.cost[course] as number);
  state.cost[course] = cost;
};

/** Whether who is in a half-day, and perhaps one visit more, can be put in order; asked once for each set. */
const isOrdered = (state: PlanState, halfDay: number, more: number | null): boolean => {
  const { net, orderable, courseOfVisit } = state;
  if (orderable === null) return true;
  const known = state.ordered[halfDay] as Map<string, boolean>;
  const kind = more === null ? -1 : (net.treatment[courseOfVisit[more] as number] as number);
  const key = setKey(state, halfDay, kind);
  const told = known.get(key);
  if (told !== undefined) return told;
  const visits = [...(state.inside[halfDay] as number[]), ...(more === null ? [] : [more])];
  const fits = orderable(
    halfDay,
    visits.map((visit) => {
      const course = courseOfVisit[visit] as number;
      return { course, visit: visit - (net.visitsFrom[course] as number) };
    }),
  );
  known.set(key, fits);
  return fits;
};

/** Whether everybody in a half-day can be put in order as it is. */
export const hasOrder = (state: PlanState, halfDay: number): boolean => isOrdered(state, halfDay, null);

/** Whether the visits of a way can be put in order where they come; what cannot is shut. */
export const canBeOrdered = (state: PlanState, course: number, way: Int32Array): boolean => {
  const { net } = state;
  if (state.orderable === null) return true;
  let all = true;
  for (
    let visit = net.visitsFrom[course] as number;
    visit < (net.visitsFrom[course + 1] as number);
    visit++
  ) {
    if (net.locked[visit] === 1) continue;
    const halfDay = net.halfDay[way[visit] as number] as number;
    if (isOrdered(state, halfDay, visit)) continue;
    state.shut[halfDay * net.treatments + (net.treatment[course] as number)] = Number.POSITIVE_INFINITY;
    all = false;
  }
  return all;
};

/** Gives a course its way. */
export const put = (state: PlanState, course: number, way: Int32Array): void => {
  const { net } = state;
  const kind = net.treatment[course] as number;
  for (
    let visit = net.visitsFrom[course] as number;
    visit < (net.visitsFrom[course + 1] as number);
    visit++
  ) {
    state.nodes[visit] = way[visit] as number;
    if (net.locked[visit] === 1) continue;
    const halfDay = net.halfDay[way[visit] as number] as number;
    const key = halfDay * net.treatments + kind;
    state.counts[key] = (state.counts[key] as number) + 1;
    state.inside[halfDay]?.push(visit);
    refresh(state, halfDay);
  }
  state.planned[course] = 1;
  reckon(state, course, wayCost(net, course, way));
};

/** Takes a course out of the plan. */
export const take = (state: PlanState, course: number): void => {
  const { net } = state;
  const kind = net.treatment[course] as number;
  for (
    let visit = net.visitsFrom[course] as number;
    visit < (net.visitsFrom[course + 1] as number);
    visit++
  ) {
    if (net.locked[visit] === 1) continue;
    const halfDay = net.halfDay[state.nodes[visit] as number] as number;
    const key = halfDay * net.treatments + kind;
    state.counts[key] = (state.counts[key] as number) - 1;
    const inside = state.inside[halfDay] as number[];
    inside[inside.indexOf(visit)] = inside.at(-1) as number;
    inside.pop();
    refresh(state, halfDay);
  }
  state.planned[course] = 0;
  reckon(state, course, net.without[course] as number);
};
