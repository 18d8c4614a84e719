import { release } from './beds.ts';
import { schedule, unschedule } from './calendar.ts';
import { exponential, gamma, SLOT, uniform } from './chance.ts';
import * as count from './count.ts';
import { leaveDoor, waitAtDoor } from './rows.ts';
import { DOOR, GOING_ON, GONE, IN_BED, NEXT, type State, TRANSFER } from './state.ts';
import { WEEKEND_STARTS } from './sums.ts';
import { nextOpen } from './windows.ts';

const WEEK = 168;

/** Which ending somebody has, as a place in the list of endings; −1 for a flow that has none. */
const endingOf = (state: State, person: number): number => {
  const { flow, ending } = state.tables;
  const own = state.flow[person] as number;
  const last = (flow.endStart[own + 1] as number) - 1;
  let at = flow.endStart[own] as number;
  const chance = uniform(state.seed[person] as number, SLOT.ending);
  while (at < last && (ending.until[at] as number) <= chance) at++;
  return at > last ? -1 : at;
};

/** Where somebody goes on to at the end of the longest stay; −1: where their ending says. */
const followOf = (state: State, person: number): number => {
  const { flow, choices } = state.tables;
  const own = state.flow[person] as number;
  const chance = uniform(state.seed[person] as number, SLOT.next);
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
  const wait = mean > 0 ? mean * exponential(state.seed[person] as number, SLOT.wait) : 0;
  const leaves = nextOpen(state.tables.open, of.leaves[ending] as number, ready + wait);
  if (of.homeCare[ending] === 1 && leaves < state.until && count.isWeekend(leaves))
    count.countRegion(state, WEEKEND_STARTS, leaves);
  return leaves;
};

/** Lies down: from now on it is known when they leave. */
const settle = (state: State, person: number, now: number): void => {
  const { flow, ending } = state.tables;
  const own = state.flow[person] as number;
  const at = endingOf(state, person);
  const seed = state.seed[person] as number;
  const care = at < 0 ? 0 : (ending.care[at] as number) * gamma(ending.shape[at] as number, seed, SLOT.care);
  const most = flow.most[own] as number;
  const ready = now + (care < most ? care : most);
  const next = care < most ? -1 : followOf(state, person);
  const leaves = next >= 0 || at < 0 ? ready : leavesAt(state, person, at, ready);
  state.goesOn[person] = next;
  count.countBed(state, state.ward[person] as number, now, ready, leaves);
  schedule(state, person * 4 + NEXT, leaves);
};

/** Comes into the bed; a bed they came from is free from now on. */
const comeIn = (state: State, person: number, now: number): void => {
  const ward = state.ward[person] as number;
  state.state[person] = IN_BED;
  state.wardIn[ward] = (state.wardIn[ward] as number) + 1;
  count.countWaited(state, person, now);
  count.countArrival(state, person, now);
  const row = state.row[person] as number;
  const wish = (row - (state.tables.choices.start[state.flow[person] as number] as number)) >> 1;
  if (wish > 0) count.countWish(state, person, isWished(state, row, ward));
  settle(state, person, now);
  const before = state.before[person] as number;
  if (before < 0) return;
  count.countGoingOn(state, before, now);
  leave(state, before, now);
};

const isWished = (state: State, row: number, ward: number): boolean => {
  const { choices } = state.tables;
  for (let at = choices.wardStart[row] as number; at < (choices.wardStart[row + 1] as number); at++)
    if (choices.tier[at] === 0) return choices.ward[at] === ward;
  return false;
};

/** Arrives; at the weekend only where there is staff for one more. */
export const arrive = (state: State, person: number, now: number): void => {
  const { ward: wards, open } = state.tables;
  const ward = state.ward[person] as number;
  if (state.state[person] === DOOR) leaveDoor(state, person);
  else if ((state.wardIn[ward] as number) >= (wards.weekend[ward] as number) && count.isWeekend(now)) {
    state.state[person] = DOOR;
    waitAtDoor(state, person);
    const monday = (Math.floor(now / WEEK) + 1) * WEEK;
    schedule(state, person * 4 + NEXT, nextOpen(open, wards.admits[ward] as number, monday));
    return;
  }
  comeIn(state, person, now);
};

/** There is staff for one more now that somebody left: who is longest at the door comes in when the ward is open. */
const callIn = (state: State, ward: number, now: number): void => {
  const { ward: wards, open } = state.tables;
  const person = state.doorFirst[ward] as number;
  if (person < 0 || (state.wardIn[ward] as number) >= (wards.weekend[ward] as number)) return;
  const arrives = nextOpen(open, wards.admits[ward] as number, now);
  if (arrives >= (state.time[person * 4 + NEXT] as number)) return;
  leaveDoor(state, person);
  unschedule(state, person * 4 + NEXT);
  state.state[person] = TRANSFER;
  schedule(state, person * 4 + NEXT, arrives);
};

/** Leaves the bed for good. */
export const leave = (state: State, person: number, now: number): void => {
  const ward = state.ward[person] as number;
  state.state[person] = GONE;
  state.wardIn[ward] = (state.wardIn[ward] as number) - 1;
  release(state, person, now);
  callIn(state, ward, now);
};

/** The longest stay is over and care is not: they keep the bed until the next one is there. */
export const staysOn = (state: State, person: number): boolean => {
  if ((state.goesOn[person] as number) < 0) return false;
  state.state[person] = GOING_ON;
  return true;
};
