import type { State } from './state.ts';

/** Goes and stands at the end of their row. */
export const stand = (state: State, person: number, now: number): void => {
  const row = state.row[person] as number;
  state.joined[person] = now;
  append(state, state.rowFirst, state.rowLast, row, person);
  state.queued++;
};

/** Leaves the row, wherever they stand in it. */
export const stepOut = (state: State, person: number): void => {
  unlink(state, state.rowFirst, state.rowLast, state.row[person] as number, person);
  state.queued--;
};

/** Waits at the door of the ward whose bed is theirs. */
export const waitAtDoor = (state: State, person: number): void =>
  append(state, state.doorFirst, state.doorLast, state.ward[person] as number, person);

/** Comes away from the door. */
export const leaveDoor = (state: State, person: number): void =>
  unlink(state, state.doorFirst, state.doorLast, state.ward[person] as number, person);

const append = (state: State, first: Int32Array, last: Int32Array, list: number, person: number): void => {
  const end = last[list] as number;
  state.ahead[person] = end;
  state.back[person] = -1;
  if (end < 0) first[list] = person;
  else state.back[end] = person;
  last[list] = person;
};

const unlink = (state: State, first: Int32Array, last: Int32Array, list: number, person: number): void => {
  const ahead = state.ahead[person] as number;
  const back = state.back[person] as number;
  if (ahead < 0) first[list] = back;
  else state.back[ahead] = back;
  if (back < 0) last[list] = ahead;
  else state.ahead[back] = ahead;
};
