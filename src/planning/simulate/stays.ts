import { release } from './beds.ts';
import { schedule, unschedule } from './calendar.ts';
import * as count from './count.ts';
import { leaveDoor, waitAtDoor } from './rows.ts';
import { comeIn } from './settle.ts';
import { BEFORE, DOOR, GOES_ON, GOING_ON, NEXT, STATE, TRANSFER, WARD, gone, type State } from './state.ts';
import { nextOpen } from './windows.ts';

const WEEK = 168;

/** Arrives; at the weekend only where there is staff for one more. */
export const arrive = (state: State, person: number, now: number): void => {
  const { ward: wards, open } = state.tables;
  const ward = state.whole[person * 16 + WARD] as number;
  if (state.whole[person * 16 + STATE] === DOOR) leaveDoor(state, person);
  else if ((state.wardIn[ward] as number) >= (wards.weekend[ward] as number) && count.isWeekend(now)) {
    state.whole[person * 16 + STATE] = DOOR;
    waitAtDoor(state, person);
    const monday = (Math.floor(now / WEEK) + 1) * WEEK;
    schedule(state, person * 8 + NEXT, nextOpen(open, wards.admits[ward] as number, monday));
    return;
  }
  comeIn(state, person, now);
  const before = state.whole[person * 16 + BEFORE] as number;
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
  if (arrives >= (state.real[person * 8 + NEXT] as number)) return;
  leaveDoor(state, person);
  unschedule(state, person * 8 + NEXT);
  state.whole[person * 16 + STATE] = TRANSFER;
  schedule(state, person * 8 + NEXT, arrives);
};

/** Leaves the bed for good. */
export const leave = (state: State, person: number, now: number): void => {
  const ward = state.whole[person * 16 + WARD] as number;
  state.wardIn[ward] = (state.wardIn[ward] as number) - 1;
  release(state, person, now);
  gone(state, person);
  callIn(state, ward, now);
};

/** The longest stay is over and care is not: they keep the bed until the next one is there. */
export const staysOn = (state: State, person: number): boolean => {
  if ((state.whole[person * 16 + GOES_ON] as number) < 0) return false;
  state.whole[person * 16 + STATE] = GOING_ON;
  return true;
};
