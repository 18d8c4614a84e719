import { release } from './beds.ts';
import { schedule, unschedule } from './calendar.ts';
import * as count from './count.ts';
import { leaveDoor, waitAtDoor } from './rows.ts';
import { comeIn } from './settle.ts';
import { DOOR, GOING_ON, gone, NEXT, type State, TRANSFER } from './state.ts';
import { nextOpen } from './windows.ts';

const WEEK = 168;

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
  const before = state.before[person] as number;
  if (before < 0) return;
  // The bed they came from is free from now on.
  count.countGoingOn(state, before, now);
  leave(state, before, now);
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
  state.wardIn[ward] = (state.wardIn[ward] as number) - 1;
  release(state, person, now);
  gone(state, person);
  callIn(state, ward, now);
};

/** The longest stay is over and care is not: they keep the bed until the next one is there. */
export const staysOn = (state: State, person: number): boolean => {
  if ((state.goesOn[person] as number) < 0) return false;
  state.state[person] = GOING_ON;
  return true;
};
