import { halfDayAt, halfDayInterval } from '#kernel/calendar.ts';
import type { FreshnessLimits } from '#kernel/freshness.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { ADMITS_WITHIN, isLive, SOON } from './decide/standing.ts';
import type { Claim, Figure, UnitFacts } from './types.ts';

/** How far ahead "to come" is counted on the board, cumulative: 24 hours, 72 hours, seven days. */
export const SOON_WITHIN: readonly [number, number, number] = [DAY, 72 * HOUR, 7 * DAY];

const momentsOfClaim = (claim: Claim, usuals: readonly number[], add: (at: Instant) => void): void => {
  add(claim.during.from);
  add(claim.during.until);
  if (claim.expiresAt !== null) add(claim.expiresAt);
  const end = Math.max(claim.during.until, claim.latestEnd ?? 0);
  add(end);
  add(end - SOON);
  // A gap in front of a plan is too short from one tick after this on.
  for (const usual of usuals) add(claim.during.from - usual + 1);
};

const momentsOfFigure = (figure: Figure, limits: FreshnessLimits, add: (at: Instant) => void): void => {
  add(figure.asOf + limits.oldAfterMinutes * MINUTE + 1);
  add(figure.asOf + limits.tooOldAfterMinutes * MINUTE + 1);
  if (figure.source === 'link') add(figure.asOf + limits.silentAfterMinutes * MINUTE + 1);
};

const momentsOfFigures = (facts: UnitFacts, limits: FreshnessLimits, add: (at: Instant) => void): void => {
  if (facts.published === null) {
    if (facts.figure !== null) momentsOfFigure(facts.figure, limits, add);
    return;
  }
  for (const told of facts.published) {
    momentsOfFigure(told, limits, add);
    if (told.freshUntil !== null) add(told.freshUntil);
  }
};

/** What else can move a unit: the opening hours of its site, and when its places come free. */
export interface Ahead {
  readonly limits: FreshnessLimits;
  /** Usual lengths of stay of the products of the unit, in milliseconds. */
  readonly usuals: readonly number[];
  /** When admission begins and ends. */
  readonly admission: readonly Instant[];
  /** From when places that are not free can be had. */
  readonly available: readonly Instant[];
}

/**
 * The first moment after `now` at which anything about the unit can change by itself, without a line in the diary.
 * Until then what was derived stays true. Too early costs a derivation; too late would show a bed that is not there.
 */
export const nextMoment = (facts: UnitFacts, ahead: Ahead, now: Instant): Instant => {
  let next = Number.POSITIVE_INFINITY;
  const add = (at: Instant): void => {
    if (at > now && at < next) next = at;
  };
  for (const claim of facts.claims) if (isLive(claim, now)) momentsOfClaim(claim, ahead.usuals, add);
  for (const closure of facts.closures) {
    add(closure.during.from);
    add(closure.during.until);
  }
  momentsOfFigures(facts, ahead.limits, add);
  if (facts.staffing.length > 0) {
    const { day, halfDay } = halfDayAt(now, facts.zone);
    add(halfDayInterval(day, halfDay, facts.zone).until);
  }
  for (const at of ahead.admission) {
    add(at);
    add(at - ADMITS_WITHIN);
  }
  for (const at of ahead.available) for (const within of SOON_WITHIN) add(at - within);
  return next;
};
