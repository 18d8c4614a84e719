import type { Ascent } from './bound.ts';
import { insert } from './plan-search.ts';
import { hasOrder, type PlanState, put, take } from './plan-state.ts';
import type { Orderable } from './types.ts';

/** Makes the state what was kept: everybody out, and those who had a way in again. */
export const restore = (state: PlanState, planned: Uint8Array, nodes: Int32Array): void => {
  for (let course = 0; course < state.net.courses; course++)
    if (state.planned[course] === 1) take(state, course);
  for (let course = 0; course < state.net.courses; course++)
    if (planned[course] === 1) put(state, course, nodes);
};

/** Who loses least by leaving a half-day: the one whose way is dearest now, prices included. */
const whoLeaves = (state: PlanState, ascent: Ascent, inside: readonly number[]): number => {
  let [leaves, most] = [-1, Number.NEGATIVE_INFINITY];
  for (const visit of inside) {
    const course = state.courseOfVisit[visit] as number;
    const lost = (state.cost[course] as number) - (ascent.values[course] as number);
    if (lost > most) [leaves, most] = [course, lost];
  }
  return leaves;
};

/**
 * The capacity rows say what a half-day cannot hold; whether its set has an order is asked here, half-day by half-day.
 * From a set without an order somebody leaves until it has one, and who left gets the cheapest way where an order is left.
 */
export const repairOrders = (state: PlanState, ascent: Ascent, orderable: Orderable): void => {
  state.orderable = orderable;
  const left: number[] = [];
  for (const [halfDay, inside] of state.inside.entries())
    while (inside.length > 0 && !hasOrder(state, halfDay)) {
      const course = whoLeaves(state, ascent, inside);
      take(state, course);
      left.push(course);
    }
  const way = new Int32Array(state.net.locked.length);
  for (const course of left) insert(state, course, { price: ascent.price, shut: state.shut, weight: 1 }, way);
};
