import { AHEAD, BACK, JOINED, ROW, WARD, type State } from './state.ts';

/** Goes and stands at the end of their row. */
export const stand = (state: State, person: number, now: number): void => {
  const row = state.whole[person * 16 + ROW] as number;
  state.real[person * 8 + JOINED] = now;
  append(state, state.rowFirst, state.rowLast, row, person);
  state.queued++;
};

/** Leaves the row, wherever they stand in it. */
export const stepOut = (state: State, person: number): void => {
  unlink(state, state.rowFirst, state.rowLast, state.whole[person * 16 + ROW] as number, person);
  state.queued--;
};

/** Waits at the door of the ward whose bed is theirs. */
export const waitAtDoor = (state: State, person: number): void =>
  append(state, state.doorFirst, state.doorLast, state.whole[person * 16 + WARD] as number, person);

/** Comes away from the door. */
export const leaveDoor = (state: State, person: number): void =>
  unlink(state, state.doorFirst, state.doorLast, state.whole[person * 16 + WARD] as number, person);

const append = (state: State, first: Int32Array, last: Int32Array, list: number, person: number): void => {
  const end = last[list] as number;
  state.whole[person * 16 + AHEAD] = end;
  state.whole[person * 16 + BACK] = -1;
  if (end < 0) first[list] = person;
  else state.whole[end * 16 + BACK] = person;
  last[list] = person;
};

const unlink = (state: State, first: Int32Array, last: Int32Array, list: number, person: number): void => {
  const ahead = state.whole[person * 16 + AHEAD] as number;
  const back = state.whole[person * 16 + BACK] as number;
  if (ahead < 0) first[list] = back;
  else state.whole[ahead * 16 + BACK] = back;
  if (back < 0) last[list] = ahead;
  else state.whole[back * 16 + AHEAD] = ahead;
};
