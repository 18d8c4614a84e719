import { FLOW, GIVES_UP, TOO_LATE, type State } from './state.ts';

/** Puts an event on the calendar, after those of the same moment. What comes after the last counted hour is let go. */
export const schedule = (state: State, event: number, moment: number): void => {
  const { real, whole, hour } = state;
  real[event] = moment;
  if (!(moment < state.until)) return;
  const at = Math.floor(moment);
  let next = hour[at] as number;
  if (next < 0 || (real[next] as number) > moment) {
    whole[2 * event] = next;
    hour[at] = event;
    return;
  }
  let before = next;
  next = whole[2 * before] as number;
  while (next >= 0 && (real[next] as number) <= moment) {
    before = next;
    next = whole[2 * before] as number;
  }
  whole[2 * event] = next;
  whole[2 * before] = event;
};

/** Takes an event that is still to come off the calendar. */
export const unschedule = (state: State, event: number): void => {
  const { real, whole, hour } = state;
  const moment = real[event] as number;
  if (!(moment < state.until)) return;
  const at = Math.floor(moment);
  let next = hour[at] as number;
  if (next === event) {
    hour[at] = whole[2 * event] as number;
    return;
  }
  while (next >= 0 && whole[2 * next] !== event) next = whole[2 * next] as number;
  if (next >= 0) whole[2 * next] = whole[2 * event] as number;
};

/** Nothing is left of how long they could wait. */
export const waitsNoMore = (state: State, person: number, now: number): void => {
  const { hospitalAfter, patience } = state.tables.flow;
  const flow = state.whole[person * 16 + FLOW] as number;
  if ((hospitalAfter[flow] as number) < Number.POSITIVE_INFINITY) drop(state, person * 8 + TOO_LATE, now);
  if ((patience[flow] as number) < Number.POSITIVE_INFINITY) drop(state, person * 8 + GIVES_UP, now);
};

const drop = (state: State, event: number, now: number): void => {
  if ((state.real[event] as number) >= now) unschedule(state, event);
};
