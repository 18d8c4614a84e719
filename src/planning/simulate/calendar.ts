import { GIVES_UP, type State, TOO_LATE } from './state.ts';

/** Puts an event on the calendar, after those of the same moment. What comes after the last counted hour is let go. */
export const schedule = (state: State, event: number, moment: number): void => {
  const { time, after, hour } = state;
  time[event] = moment;
  if (!(moment < state.until)) return;
  const at = Math.floor(moment);
  let next = hour[at] as number;
  if (next < 0 || (time[next] as number) > moment) {
    after[event] = next;
    hour[at] = event;
    return;
  }
  let before = next;
  next = after[before] as number;
  while (next >= 0 && (time[next] as number) <= moment) {
    before = next;
    next = after[before] as number;
  }
  after[event] = next;
  after[before] = event;
};

/** Takes an event that is still to come off the calendar. */
export const unschedule = (state: State, event: number): void => {
  const { time, after, hour } = state;
  const moment = time[event] as number;
  if (!(moment < state.until)) return;
  const at = Math.floor(moment);
  let next = hour[at] as number;
  if (next === event) {
    hour[at] = after[event] as number;
    return;
  }
  while (next >= 0 && after[next] !== event) next = after[next] as number;
  if (next >= 0) after[next] = after[event] as number;
};

/** Nothing is left of how long they could wait. */
export const waitsNoMore = (state: State, person: number, now: number): void => {
  const { hospitalAfter, patience } = state.tables.flow;
  const flow = state.flow[person] as number;
  if ((hospitalAfter[flow] as number) < Number.POSITIVE_INFINITY) drop(state, person * 4 + TOO_LATE, now);
  if ((patience[flow] as number) < Number.POSITIVE_INFINITY) drop(state, person * 4 + GIVES_UP, now);
};

const drop = (state: State, event: number, now: number): void => {
  if ((state.time[event] as number) >= now) unschedule(state, event);
};
