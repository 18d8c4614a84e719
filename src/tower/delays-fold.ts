import { type Cause, type Going, inDays, type Shares, together, waitingToGo } from '#modules/stay/index.ts';
import type { Delays } from './contract-delays.ts';

/** With fewer stays than this a number tells about a person. */
export const ENOUGH_STAYS = 5;

type Waited = Delays['delayed'];

interface Told {
  readonly cause: Cause;
  readonly stays: number;
  readonly days: number;
}

/**
 * Which causes stay unsaid: those with too few stays, and when that is only one, the smallest of the others too, because
 * the total would give it away.
 */
const unsaidOf = (causes: readonly Told[], enough: number): ReadonlySet<Cause> => {
  const few = causes.filter(({ stays }) => stays < enough);
  const others = causes.filter(({ stays }) => stays >= enough).toSorted((a, b) => a.stays - b.stays);
  const beside = few.length === 1 ? others.slice(0, 1) : [];
  return new Set([...few, ...beside].map(({ cause }) => cause));
};

const waitedOf = (all: readonly Shares[], days: number, enough: number): Waited => {
  const waiting = all.filter((shares) => shares.size > 0);
  const causes = inDays(together(waiting)).map(({ cause, days: shared }) => ({
    cause,
    stays: waiting.filter((shares) => shares.has(cause)).length,
    days: shared,
  }));
  const few = waiting.length > 0 && waiting.length < enough;
  const unsaid = unsaidOf(causes, enough);
  return {
    stays: few ? null : waiting.length,
    days: few ? null : days,
    causes: causes.map((told) =>
      few || unsaid.has(told.cause) ? { cause: told.cause, stays: null, days: null } : told,
    ),
  };
};

/** Adds up who could go and was still there; `enough` is 1 for a house about its own. */
export const foldDelays = (
  goings: readonly Going[],
  enough: number,
): Pick<Delays, 'delayed' | 'wrongBed'> => {
  const waits = goings.map(waitingToGo);
  const sum = (of: (wait: (typeof waits)[number]) => number) =>
    waits.reduce((all, wait) => all + of(wait), 0);
  return {
    delayed: waitedOf(
      waits.map(({ delayed }) => delayed),
      sum(({ delayedDays }) => delayedDays),
      enough,
    ),
    wrongBed: waitedOf(
      waits.map(({ wrongBed }) => wrongBed),
      sum(({ wrongBedDays }) => wrongBedDays),
      enough,
    ),
  };
};
