import { ASKED, BEFORE, DOOR, FLOW, GOING_ON, HOSPITAL, NEXT, STATE, TRANSFER, WARD, WRONG_FROM, YES, type State } from './state.ts';
import * as sums from './sums.ts';
import { FLOW_MEASURES, REGION_MEASURES, WARD_MEASURES } from './types.ts';

const DAY = 24;
const WEEK = 168;
/** Saturday 00:00. */
const WEEKEND = 120;
const SOON_HOURS = 72;
/** When the tower looks whether a bed is free. */
const LOOK = 10;

export const isWeekend = (moment: number): boolean => moment - Math.floor(moment / WEEK) * WEEK >= WEEKEND;

const isOffice = (moment: number): boolean => {
  const hour = moment - Math.floor(moment / DAY) * DAY;
  return hour >= 8 && hour < 17 && !isWeekend(moment);
};

/** Hours of [start, end) that count. */
const counted = (state: State, start: number, end: number): number => {
  const from = start > state.from ? start : state.from;
  const until = end < state.until ? end : state.until;
  return until > from ? until - from : 0;
};

const add = (of: Float64Array, at: number, amount: number): void => {
  of[at] = (of[at] as number) + amount;
};

/** One more of something of a flow, when it happens within the counted time. */
export const countFlow = (state: State, person: number, sum: number, now: number): void => {
  if (now >= state.from) add(state.flowSums, (state.whole[person * 16 + FLOW] as number) * sums.FLOW_SUMS + sum, 1);
};

/** One more of something of the region, when it happens within the counted time. */
export const countRegion = (state: State, sum: number, now: number): void => {
  if (now >= state.from) add(state.regionSums, sum, 1);
};

/** The waiting of somebody ends. */
export const countWaited = (state: State, person: number, now: number): void => {
  if (now < state.from) return;
  const asked = state.real[person * 8 + ASKED] as number;
  add(state.regionSums, sums.WAITED, counted(state, asked, now));
  if (asked < state.from) add(state.regionSums, sums.AT_BEGIN, 1);
  const wrongFrom = state.real[person * 8 + WRONG_FROM] as number;
  if (wrongFrom < now) add(state.regionSums, sums.WRONG, counted(state, wrongFrom, now));
};

/** Somebody comes into a bed. */
export const countArrival = (state: State, person: number, now: number): void => {
  if (now < state.from) return;
  const flow = (state.whole[person * 16 + FLOW] as number) * sums.FLOW_SUMS;
  const ward = (state.whole[person * 16 + WARD] as number) * sums.WARD_SUMS;
  add(state.flowSums, flow + sums.CAME, 1);
  add(state.wardSums, ward + sums.ARRIVALS, 1);
  add(state.wardSums, ward + sums.KEPT, counted(state, state.real[person * 8 + YES] as number, now));
  if (!isOffice(now)) add(state.wardSums, ward + sums.OUT_OF_HOURS, 1);
  // Who goes on from one bed to another was helped already.
  if ((state.whole[person * 16 + BEFORE] as number) < 0) add(state.regionSums, sums.SERVED, 1);
  const asked = state.real[person * 8 + ASKED] as number;
  if (asked < state.from) return;
  add(state.flowSums, flow + sums.PLACED, 1);
  add(state.flowSums, flow + sums.WAIT_HOURS, now - asked);
  if (now - asked <= SOON_HOURS) add(state.flowSums, flow + sums.SOON, 1);
};

/** Whether somebody with a wish got the ward they wished. */
export const countWish = (state: State, person: number, granted: boolean): void => {
  if ((state.real[person * 8 + ASKED] as number) < state.from) return;
  const flow = (state.whole[person * 16 + FLOW] as number) * sums.FLOW_SUMS;
  add(state.flowSums, flow + sums.WISHED, 1);
  if (!granted) add(state.flowSums, flow + sums.NOT_WISHED, 1);
};

/** A bed is kept for somebody who does not come after all. */
export const countKept = (state: State, person: number, now: number): void => {
  const kept = counted(state, state.real[person * 8 + YES] as number, now);
  add(state.wardSums, (state.whole[person * 16 + WARD] as number) * sums.WARD_SUMS + sums.KEPT, kept);
};

/** Somebody lies in a bed from arriving to leaving, of which the last part without need. */
export const countBed = (state: State, ward: number, start: number, ready: number, end: number): void => {
  const at = ward * sums.WARD_SUMS;
  const used = counted(state, start, end);
  if (used === 0) return;
  add(state.wardSums, at + sums.KEPT, used);
  add(state.wardSums, at + sums.USED, used);
  if (ready < end) add(state.wardSums, at + sums.COULD_GO, counted(state, ready, end));
};

/** No bed was free from `start` to `end`: on how many of those mornings somebody looked. */
export const countFull = (state: State, start: number, end: number): void => {
  const from = start > state.from ? start : state.from;
  const until = end < state.until ? end : state.until;
  if (until <= from) return;
  add(state.regionSums, sums.FULL_DAYS, Math.ceil((until - LOOK) / DAY) - Math.ceil((from - LOOK) / DAY));
};

/** The year ends: who waits and who lies somewhere is counted up to that moment. */
export const countEnd = (state: State): void => {
  const { until } = state;
  for (let person = state.tables.flow.count; person < state.people; person++) {
    const at = state.whole[person * 16 + STATE] as number;
    if (at <= HOSPITAL) {
      countWaited(state, person, until);
      add(state.regionSums, sums.AT_END, 1);
      if (at === TRANSFER || at === DOOR) countKept(state, person, until);
    } else if (at === GOING_ON) countGoingOn(state, person, until);
  }
  if (state.free === 0) countFull(state, state.fullSince[0] as number, until);
};

/** Somebody past the longest stay leaves their bed for the next one. */
export const countGoingOn = (state: State, person: number, now: number): void => {
  const since = state.real[person * 8 + NEXT] as number;
  countBed(state, state.whole[person * 16 + WARD] as number, since, since, now);
};

const over = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN);

/** Writes the figures of the year that was played, in the order of the measures. */
export const writeYear = (state: State, into: Float64Array, row: number): void => {
  const hours = state.until - state.from;
  let at = writeFlows(state, into, row);
  for (let ward = 0; ward < state.tables.ward.count; ward++, at += WARD_MEASURES.length) {
    const of = (sum: number): number => state.wardSums[ward * sums.WARD_SUMS + sum] as number;
    into[at] = over(of(sums.KEPT), (state.tables.ward.beds[ward] as number) * hours);
    into[at + 1] = of(sums.ARRIVALS);
    into[at + 2] = of(sums.OUT_OF_HOURS);
    into[at + 3] = of(sums.COULD_GO) / DAY;
    into[at + 4] = of(sums.USED) / DAY;
  }
  const of = (sum: number): number => state.regionSums[sum] as number;
  into[at] = over(of(sums.WAITED), hours);
  into[at + 1] = of(sums.ADMISSIONS);
  into[at + 2] = of(sums.WRONG) / DAY;
  into[at + 3] = of(sums.SERVED);
  into[at + 4] = state.tables.beds > 0 ? over(of(sums.FULL_DAYS) * DAY, hours) : Number.NaN;
  into[at + 5] = of(sums.WEEKEND_STARTS);
  into[at + 6] = of(sums.AT_END) - of(sums.AT_BEGIN);
};

const writeFlows = (state: State, into: Float64Array, row: number): number => {
  let at = row;
  for (let flow = 0; flow < state.tables.flow.count; flow++, at += FLOW_MEASURES.length) {
    const of = (sum: number): number => state.flowSums[flow * sums.FLOW_SUMS + sum] as number;
    into[at] = of(sums.ASKED);
    into[at + 1] = of(sums.CAME);
    into[at + 2] = over(of(sums.WAIT_HOURS), of(sums.PLACED));
    into[at + 3] = over(of(sums.SOON), of(sums.PLACED));
    into[at + 4] = over(of(sums.TO_HOSPITAL), of(sums.ASKED));
    into[at + 5] = of(sums.GAVE_UP);
    into[at + 6] = of(sums.AT_HOME);
    into[at + 7] = over(of(sums.NOT_WISHED), of(sums.WISHED));
  }
  return at;
};

/** How many numbers a year has. */
export const widthOf = (flows: number, wards: number): number =>
  flows * FLOW_MEASURES.length + wards * WARD_MEASURES.length + REGION_MEASURES.length;
