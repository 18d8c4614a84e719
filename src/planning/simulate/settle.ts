import { schedule, waitsNoMore } from './calendar.ts';
import { exponential, gamma, SLOT, uniform } from './chance.ts';
import * as count from './count.ts';
import { FLOW, GOES_ON, IN_BED, NEXT, ROW, SEED, STATE, WARD, type State } from './state.ts';
import { WEEKEND_STARTS } from './sums.ts';
import { nextOpen } from './windows.ts';

/** Which ending somebody has, as a place in the list of endings; −1 for a flow that has none. */
const endingOf = (state: State, person: number): number => {
  const { flow, ending } = state.tables;
  const own = state.whole[person * 16 + FLOW] as number;
  const last = (flow.endStart[own + 1] as number) - 1;
  let at = flow.endStart[own] as number;
  const chance = uniform(state.whole[person * 16 + SEED] as number, SLOT.ending);
  while (at < last && (ending.until[at] as number) <= chance) at++;
  return at > last ? -1 : at;
};

/** Where somebody goes on to at the end of the longest stay; −1: where their ending says. */
const followOf = (state: State, person: number): number => {
  const { flow, choices } = state.tables;
  const own = state.whole[person * 16 + FLOW] as number;
  const chance = uniform(state.whole[person * 16 + SEED] as number, SLOT.next);
  for (let at = flow.nextStart[own] as number; at < (flow.nextStart[own + 1] as number); at++) {
    if (chance >= (flow.nextUntil[at] as number)) continue;
    const next = flow.nextFlow[at] as number;
    if (next < 0) return -1;
    const row = choices.start[next] as number;
    // Where no ward ever takes them they would lie here for ever.
    return (choices.wardStart[row] as number) < (choices.wardStart[row + 1] as number) ? next : -1;
  }
  return -1;
};

/** The moment somebody leaves, once care is no longer needed at `ready`. */
const leavesAt = (state: State, person: number, ending: number, ready: number): number => {
  const of = state.tables.ending;
  const mean = of.wait[ending] as number;
  const wait = mean > 0 ? mean * exponential(state.whole[person * 16 + SEED] as number, SLOT.wait) : 0;
  const leaves = nextOpen(state.tables.open, of.leaves[ending] as number, ready + wait);
  if (of.homeCare[ending] === 1 && leaves < state.until && count.isWeekend(leaves))
    count.countRegion(state, WEEKEND_STARTS, leaves);
  return leaves;
};

/** Lies down: from now on it is known when they leave. */
const settle = (state: State, person: number, now: number): void => {
  const { flow, ending } = state.tables;
  const own = state.whole[person * 16 + FLOW] as number;
  const at = endingOf(state, person);
  const seed = state.whole[person * 16 + SEED] as number;
  const care = at < 0 ? 0 : (ending.care[at] as number) * gamma(ending.shape[at] as number, seed, SLOT.care);
  const most = flow.most[own] as number;
  const ready = now + (care < most ? care : most);
  const next = care < most ? -1 : followOf(state, person);
  const leaves = next >= 0 || at < 0 ? ready : leavesAt(state, person, at, ready);
  state.whole[person * 16 + GOES_ON] = next;
  count.countBed(state, state.whole[person * 16 + WARD] as number, now, ready, leaves);
  schedule(state, person * 8 + NEXT, leaves);
};

const isWished = (state: State, row: number, ward: number): boolean => {
  const { choices } = state.tables;
  for (let at = choices.wardStart[row] as number; at < (choices.wardStart[row + 1] as number); at++)
    if (choices.tier[at] === 0) return choices.ward[at] === ward;
  return false;
};

/** Comes into the bed at `now`. */
export const comeIn = (state: State, person: number, now: number): void => {
  const ward = state.whole[person * 16 + WARD] as number;
  state.whole[person * 16 + STATE] = IN_BED;
  state.wardIn[ward] = (state.wardIn[ward] as number) + 1;
  count.countWaited(state, person, now);
  count.countArrival(state, person, now);
  waitsNoMore(state, person, now);
  const row = state.whole[person * 16 + ROW] as number;
  const wish = (row - (state.tables.choices.start[state.whole[person * 16 + FLOW] as number] as number)) >> 1;
  if (wish > 0) count.countWish(state, person, isWished(state, row, ward));
  settle(state, person, now);
};
