import { schedule } from './calendar.ts';
import { gamma, SLOT } from './chance.ts';
import { countFull } from './count.ts';
import { stand, stepOut } from './rows.ts';
import { comeIn } from './settle.ts';
import { BEFORE, FLOW, FOREIGN, JOINED, NEXT, QUEUED, ROW, SEED, STATE, TOO_LATE, TRANSFER, WARD, WRONG_FROM, YES, type State } from './state.ts';
import { nextOpen } from './windows.ts';

/** Hours between the yes and the bed; after a stay in the hospital it is arranged anew. */
const transferOf = (state: State, person: number): number => {
  const { transfer, transferShape, fromHospital } = state.tables.flow;
  const flow = state.whole[person * 16 + FLOW] as number;
  const mean = transfer[flow] as number;
  if (mean <= 0) return 0;
  const again = fromHospital[flow] === 0 && (state.real[person * 8 + WRONG_FROM] as number) < Number.POSITIVE_INFINITY;
  const slot = again ? SLOT.transferAgain : SLOT.transfer;
  return mean * gamma(transferShape[flow] as number, state.whole[person * 16 + SEED] as number, slot);
};

/** Of two beds somebody could have: wished, then own, then shared; the sooner; the ward with more free. */
const isBetter = (state: State, one: number, other: number, ready: number): boolean => {
  const { choices, ward, open } = state.tables;
  const tiers = (choices.tier[one] as number) - (choices.tier[other] as number);
  if (tiers !== 0) return tiers < 0;
  const [first, second] = [choices.ward[one] as number, choices.ward[other] as number];
  const [firstGroup, secondGroup] = [ward.admits[first] as number, ward.admits[second] as number];
  if (firstGroup !== secondGroup) {
    const sooner = nextOpen(open, firstGroup, ready) - nextOpen(open, secondGroup, ready);
    if (sooner !== 0) return sooner < 0;
  }
  return (state.wardFree[first] as number) > (state.wardFree[second] as number);
};

/** Whether this choice is a bed that is free for them. */
const isFree = (state: State, at: number): boolean => {
  const { choices, ward } = state.tables;
  const here = choices.ward[at] as number;
  if (state.wardFree[here] === 0) return false;
  return choices.wardForeign[at] === 0 || (state.wardForeign[here] as number) < (ward.shared[here] as number);
};

/** The best bed that is free for this person, as a place in the list of choices; −1 when there is none. */
const bestFor = (state: State, person: number, now: number): number => {
  const { choices } = state.tables;
  const row = state.whole[person * 16 + ROW] as number;
  const end = choices.wardStart[row + 1] as number;
  let best = -1;
  let ready = -1;
  for (let at = choices.wardStart[row] as number; at < end; at++) {
    if (!isFree(state, at)) continue;
    if (best >= 0 && ready < 0) ready = now + transferOf(state, person);
    if (best < 0 || isBetter(state, at, best, ready)) best = at;
  }
  return best;
};

/**
 * Whether nothing can come between the yes and the arrival: then they lie down in the same breath, with the moment it will be.
 * Staff at the weekend, a bed that is waited for behind them, the hospital and the end of the year can come between.
 */
const isSure = (state: State, person: number, ward: number, arrives: number, now: number): boolean => {
  const { flow, ward: wards } = state.tables;
  if (!(arrives < state.until) || (state.whole[person * 16 + BEFORE] as number) >= 0) return false;
  if ((wards.weekend[ward] as number) < (wards.beds[ward] as number)) return false;
  if (flow.hospitalAfter[state.whole[person * 16 + FLOW] as number] === Number.POSITIVE_INFINITY) return true;
  const late = state.real[person * 8 + TOO_LATE] as number;
  return late >= arrives || late < now;
};

/** A ward says yes: the bed is kept, and the person comes when the transfer is arranged and the ward is open. */
const hold = (state: State, person: number, ward: number, foreign: number, now: number): void => {
  state.whole[person * 16 + STATE] = TRANSFER;
  state.whole[person * 16 + WARD] = ward;
  state.whole[person * 16 + FOREIGN] = foreign;
  state.real[person * 8 + YES] = now;
  state.wardFree[ward] = (state.wardFree[ward] as number) - 1;
  state.wardForeign[ward] = (state.wardForeign[ward] as number) + foreign;
  state.free--;
  if (state.free === 0) state.fullSince[0] = now;
  const { ward: wards, open } = state.tables;
  const arrives = nextOpen(open, wards.admits[ward] as number, now + transferOf(state, person));
  if (isSure(state, person, ward, arrives, now)) comeIn(state, person, arrives);
  else schedule(state, person * 8 + NEXT, arrives);
};

/** Looks for a bed; without one they stand in the row. */
export const seek = (state: State, person: number, now: number): void => {
  const { choices } = state.tables;
  if (state.free > 0) {
    const best = bestFor(state, person, now);
    if (best >= 0) {
      hold(state, person, choices.ward[best] as number, choices.wardForeign[best] as number, now);
      return;
    }
  }
  state.whole[person * 16 + STATE] = QUEUED;
  stand(state, person, now);
};

/** Who of all rows has this bed: the lowest `bias − slope × hours in the row`. */
const serve = (state: State, ward: number, now: number): void => {
  const { choices, ward: wards } = state.tables;
  const room = (state.wardForeign[ward] as number) < (wards.shared[ward] as number);
  let chosen = -1;
  let foreign = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = choices.rowStart[ward] as number; at < (choices.rowStart[ward + 1] as number); at++) {
    const row = choices.row[at] as number;
    const person = state.rowFirst[row] as number;
    if (person < 0) continue;
    const other = choices.rowForeign[at] as number;
    if (other === 1 && !room) continue;
    const waited = now - (state.real[person * 8 + JOINED] as number);
    const key = (choices.bias[at] as number) - (choices.slope[row] as number) * waited;
    if (key < lowest) {
      lowest = key;
      chosen = person;
      foreign = other;
    }
  }
  if (chosen < 0) return;
  stepOut(state, chosen);
  hold(state, chosen, ward, foreign, now);
};

/** A bed comes free, and goes to who is next. */
export const release = (state: State, person: number, now: number): void => {
  const ward = state.whole[person * 16 + WARD] as number;
  if (state.free === 0) countFull(state, state.fullSince[0] as number, now);
  state.free++;
  state.wardFree[ward] = (state.wardFree[ward] as number) + 1;
  state.wardForeign[ward] = (state.wardForeign[ward] as number) - (state.whole[person * 16 + FOREIGN] as number);
  if (state.queued > 0) serve(state, ward, now);
};
