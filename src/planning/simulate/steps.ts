import { release, seek } from './beds.ts';
import { schedule, unschedule, waitsNoMore } from './calendar.ts';
import { exponential, SLOT, seedOf, uniform } from './chance.ts';
import * as count from './count.ts';
import { leaveDoor, stepOut } from './rows.ts';
import type { State } from './state.ts';
import * as at from './state.ts';
import { arrive, leave, staysOn } from './stays.ts';
import * as sums from './sums.ts';
import { GUIDE } from './tables.ts';

const WEEK = 168;
/** What makes of somebody who goes on a person of the next flow. */
const GOES_ON = 7;

/** Plans the next person of a flow: a gap on the clock of that flow, laid over the hours in which people ask. */
const planNext = (state: State, flow: number): void => {
  const of = state.tables.flow;
  const index = state.nextIndex[flow] as number;
  const seed = seedOf(state.flowSeed[flow] as number, index);
  const weeks = (state.nextAt[flow] as number) + exponential(seed, SLOT.gap) / (of.perWeek[flow] as number);
  state.nextIndex[flow] = index + 1;
  state.nextSeed[flow] = seed;
  state.nextAt[flow] = weeks;
  const week = Math.floor(weeks);
  const part = weeks - week;
  const row = flow * (WEEK + 1);
  let hour = of.guide[flow * GUIDE + Math.floor(part * GUIDE)] as number;
  while ((of.before[row + hour + 1] as number) <= part) hour++;
  const before = of.before[row + hour] as number;
  const share = (part - before) / ((of.before[row + hour + 1] as number) - before);
  schedule(state, flow * 8 + at.ASKS, week * WEEK + hour + share);
};

/** Draws a ward somebody wishes: 0 none, else its number in the list of wishes. */
const wishOf = (state: State, flow: number, seed: number): number => {
  const { wishStart, wishUntil } = state.tables.choices;
  const first = wishStart[flow] as number;
  const end = wishStart[flow + 1] as number;
  if (first === end) return 0;
  const chance = uniform(seed, SLOT.wish);
  for (let wish = first; wish < end; wish++)
    if (chance < (wishUntil[wish] as number)) return wish - first + 1;
  return 0;
};

/** Somebody new in a flow. */
const begin = (state: State, flow: number, seed: number, now: number): number => {
  const { flow: flows, choices } = state.tables;
  const person = at.newPerson(state);
  const inHospital = flows.fromHospital[flow] as number;
  state.whole[person * 16 + at.SEED] = seed;
  state.whole[person * 16 + at.FLOW] = flow;
  state.whole[person * 16 + at.ROW] = (choices.start[flow] as number) + 2 * wishOf(state, flow, seed) + inHospital;
  state.whole[person * 16 + at.BEFORE] = -1;
  state.whole[person * 16 + at.GOES_ON] = -1;
  state.real[person * 8 + at.ASKED] = now;
  state.real[person * 8 + at.WRONG_FROM] = inHospital === 1 ? now : Number.POSITIVE_INFINITY;
  count.countFlow(state, person, sums.ASKED, now);
  return person;
};

/** Somebody asks: first it must be known what is needed, and some can wait so long and no longer. */
const ask = (state: State, flow: number, now: number): void => {
  const of = state.tables.flow;
  const seed = state.nextSeed[flow] as number;
  const person = begin(state, flow, seed, now);
  planNext(state, flow);
  const late = of.hospitalAfter[flow] as number;
  const patience = of.patience[flow] as number;
  if (late < Number.POSITIVE_INFINITY) schedule(state, person * 8 + at.TOO_LATE, now + late);
  if (patience < Number.POSITIVE_INFINITY)
    schedule(state, person * 8 + at.GIVES_UP, now + patience * exponential(seed, SLOT.patience));
  const triage = of.triage[flow] as number;
  state.whole[person * 16 + at.STATE] = at.TRIAGE;
  if (triage > 0) schedule(state, person * 8 + at.NEXT, now + triage * exponential(seed, SLOT.triage));
  else known(state, person, now);
};

/** A start at home, when this week has one left; what a week does not use is gone. */
const takesStart = (state: State, now: number): boolean => {
  const { homeCareStarts, otherStarts } = state.tables;
  const week = Math.floor(now / WEEK);
  if (state.startsWeek !== week) {
    state.startsWeek = week;
    state.startsLeft[0] = Math.floor((week + 1) * homeCareStarts) - Math.floor(week * homeCareStarts);
    state.startsLeft[1] = Math.floor((week + 1) * otherStarts) - Math.floor(week * otherStarts);
  }
  const kind = (state.startsLeft[0] as number) > 0 ? 0 : 1;
  if ((state.startsLeft[kind] as number) === 0) return false;
  state.startsLeft[kind] = (state.startsLeft[kind] as number) - 1;
  if (kind === 0 && count.isWeekend(now)) count.countRegion(state, sums.WEEKEND_STARTS, now);
  return true;
};

/** It is known what they need: help at home that can begin at once, or a bed. */
const known = (state: State, person: number, now: number): void => {
  const share = state.tables.flow.homeShare[state.whole[person * 16 + at.FLOW] as number] as number;
  const home = share > 0 && uniform(state.whole[person * 16 + at.SEED] as number, SLOT.home) < share;
  if (!home || !takesStart(state, now)) {
    seek(state, person, now);
    return;
  }
  count.countWaited(state, person, now);
  count.countFlow(state, person, sums.AT_HOME, now);
  count.countRegion(state, sums.SERVED, now);
  waitsNoMore(state, person, now);
  at.gone(state, person);
};

/** Whoever waits lets go of where they stand: the row, the door, the bed that was kept. */
const letGo = (state: State, person: number, now: number): void => {
  const where = state.whole[person * 16 + at.STATE] as number;
  if (where === at.QUEUED) {
    stepOut(state, person);
    return;
  }
  unschedule(state, person * 8 + at.NEXT);
  if (where === at.DOOR) leaveDoor(state, person);
  if (where === at.TRIAGE) return;
  count.countKept(state, person, now);
  release(state, person, now);
};

/** No place in time: the hospital takes them in, and there they wait on once they could go. */
const toHospital = (state: State, person: number, now: number): void => {
  letGo(state, person, now);
  const flow = state.whole[person * 16 + at.FLOW] as number;
  const ready = now + (state.tables.flow.hospital[flow] as number);
  state.whole[person * 16 + at.STATE] = at.HOSPITAL;
  state.whole[person * 16 + at.ROW] = (state.whole[person * 16 + at.ROW] as number) | 1;
  state.real[person * 8 + at.WRONG_FROM] = ready;
  count.countRegion(state, sums.ADMISSIONS, now);
  if ((state.real[person * 8 + at.ASKED] as number) >= state.from) count.countFlow(state, person, sums.TO_HOSPITAL, now);
  schedule(state, person * 8 + at.TOO_LATE, ready);
};

const givesUp = (state: State, person: number, now: number): void => {
  letGo(state, person, now);
  count.countWaited(state, person, now);
  count.countFlow(state, person, sums.GAVE_UP, now);
  waitsNoMore(state, person, now);
  at.gone(state, person);
};

/** Who must go on asks again, from the bed they lie in. */
const goesOn = (state: State, person: number, now: number): void => {
  const seed = seedOf(state.whole[person * 16 + at.SEED] as number, GOES_ON);
  const next = begin(state, state.whole[person * 16 + at.GOES_ON] as number, seed, now);
  // They lie in no hospital, whatever the others of that flow do.
  state.whole[next * 16 + at.ROW] = (state.whole[next * 16 + at.ROW] as number) & ~1;
  state.real[next * 8 + at.WRONG_FROM] = Number.POSITIVE_INFINITY;
  state.whole[next * 16 + at.BEFORE] = person;
  seek(state, next, now);
};

const next = (state: State, person: number, now: number): void => {
  const where = state.whole[person * 16 + at.STATE] as number;
  if (where === at.IN_BED) {
    if (staysOn(state, person)) goesOn(state, person, now);
    else leave(state, person, now);
  } else if (where === at.TRIAGE) known(state, person, now);
  else arrive(state, person, now);
};

/** Who was taken in by the hospital meanwhile does not walk away. */
const waitsFree = (state: State, person: number): boolean =>
  state.real[person * 8 + at.WRONG_FROM] === Number.POSITIVE_INFINITY ||
  state.tables.flow.fromHospital[state.whole[person * 16 + at.FLOW] as number] === 1;

/** The end of somebody's time to wait, or of their stay in the hospital; false when they have a bed or went home. */
const late = (state: State, person: number, now: number): boolean => {
  const where = state.whole[person * 16 + at.STATE] as number;
  if (where > at.HOSPITAL) return false;
  if (where === at.HOSPITAL) seek(state, person, now);
  else toHospital(state, person, now);
  return true;
};

/** The end of somebody's patience; false when they have a yes, or are taken care of. */
const tired = (state: State, person: number, now: number): boolean => {
  if ((state.whole[person * 16 + at.STATE] as number) > at.QUEUED || !waitsFree(state, person)) return false;
  givesUp(state, person, now);
  return true;
};

/** One event; false when it came too late to matter. */
const happen = (state: State, event: number, now: number): boolean => {
  const person = event >> 3;
  const kind = event & 7;
  if (kind === at.TOO_LATE) return late(state, person, now);
  if (kind === at.GIVES_UP) return tired(state, person, now);
  if (kind === at.ASKS) ask(state, person, now);
  else next(state, person, now);
  return true;
};

/** Plays one year from its empty first morning; how many events it had. */
export const playYear = (state: State, year: number): number => {
  const { flow } = state.tables;
  at.emptyState(state);
  const seed = seedOf(state.seed0, year);
  for (let each = 0; each < flow.count; each++) {
    state.flowSeed[each] = seedOf(seed ^ (flow.seed[each] as number), year);
    state.nextIndex[each] = 0;
    state.nextAt[each] = 0;
    if ((flow.perWeek[each] as number) > 0) planNext(state, each);
  }
  let events = 0;
  const hours = state.hour.length;
  for (let hour = 0; hour < hours; hour++) {
    let event = state.hour[hour] as number;
    while (event >= 0) {
      state.hour[hour] = state.whole[2 * event] as number;
      if (happen(state, event, state.real[event] as number)) events++;
      event = state.hour[hour] as number;
    }
  }
  count.countEnd(state);
  return events;
};
