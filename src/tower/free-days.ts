import { type Day, daysBetween, halfDayAt, instantOf, localDay } from '#kernel/calendar.ts';
import { contains, type Instant } from '#kernel/interval.ts';
import { isLive, isOverdue, isPresent } from '#modules/capacity/index.ts';
import type { Claim, UnitFacts } from '#modules/capacity/types.ts';

/** A bed counts for a day when it is free at the end of the afternoon: who leaves at two makes room that day. */
const LOOKED_AT = 17 * 60 - 1;
/** From this many days ahead on, plans are a forecast. */
const FORECAST_FROM = 4;

/** Beds free on a day, and by how many that can differ. */
export interface FreeDay {
  readonly day: Day;
  readonly free: number;
  readonly plusMinus: number;
}

const endOf = (claim: Claim): Instant => Math.max(claim.during.until, claim.latestEnd ?? 0);

const takes = (claim: Claim, at: Instant, now: Instant): boolean => {
  if (claim.kind === 'cleaning') return false;
  // Who stays beyond the expected end may stay for ever, as far as anyone knows.
  if (isOverdue(claim, now)) return true;
  return claim.during.from <= at && at < (isPresent(claim) ? endOf(claim) : claim.during.until);
};

/** Nobody knows whether this person is still there: after the expected end, before the latest one. */
const isDoubtful = (claim: Claim, at: Instant, now: Instant): boolean =>
  !isOverdue(claim, now) && claim.latestEnd !== null && claim.during.until <= at && at < claim.latestEnd;

/** Departures and arrivals planned before a moment: each of them may slip a day. */
const movesBefore = (claims: readonly Claim[], at: Instant, now: Instant): number =>
  claims.reduce((sum, claim) => {
    const leaves = !isOverdue(claim, now) && endOf(claim) <= at;
    const comes = !isPresent(claim) && claim.during.from <= at;
    return sum + (leaves ? 1 : 0) + (comes ? 1 : 0);
  }, 0);

const closedAt = (facts: UnitFacts, at: Instant): number =>
  facts.closures
    .filter((closure) => closure.placeId === null && contains(closure.during, at))
    .reduce((sum, closure) => sum + closure.places, 0);

const staffedAt = (facts: UnitFacts, at: Instant): number => {
  const { day, halfDay } = halfDayAt(at, facts.zone);
  const row = facts.staffing.find((each) => each.day === day && each.halfDay === halfDay);
  return row?.staffed ?? Number.POSITIVE_INFINITY;
};

const freeAt = (facts: UnitFacts, live: readonly Claim[], at: Instant, now: Instant): number => {
  const taken = new Set(live.filter((claim) => takes(claim, at, now)).map((claim) => claim.placeId));
  const shut = new Set(
    facts.closures.filter((closure) => contains(closure.during, at)).map((closure) => closure.placeId),
  );
  const open = facts.places.filter((place) => !taken.has(place.id) && !shut.has(place.id)).length;
  return Math.max(0, Math.min(open - closedAt(facts, at), staffedAt(facts, at) - taken.size));
};

/**
 * How many beds of a unit are free on each of these days from today on, by the plans as they are now. Uncertain ends
 * widen the number; from day four on every planned move widens it too (half the square root of the moves, at least
 * one: our rule of thumb for "a departure slips a day", until departures are forecast from history).
 */
export const freePerDay = (
  facts: UnitFacts,
  days: readonly Day[],
  freeNow: number,
  now: Instant,
): FreeDay[] => {
  const live = facts.claims.filter((claim) => isLive(claim, now));
  // Who is in the other beds of a house that reports counts only the house knows: they are taken until it says more.
  const openNow = freeAt(facts, live, now, now);
  const untold = facts.published === null ? 0 : Math.max(0, openNow - freeNow);
  const today = localDay(now, facts.zone);
  return days
    .filter((day) => day >= today)
    .map((day) => {
      if (day === today) return { day, free: freeNow, plusMinus: 0 };
      const at = instantOf(day, LOOKED_AT, facts.zone);
      const doubtful = live.filter((claim) => isDoubtful(claim, at, now)).length;
      const slips = Math.max(1, Math.round(Math.sqrt(movesBefore(live, at, now)) / 2));
      return {
        day,
        free: Math.max(0, freeAt(facts, live, at, now) - untold),
        plusMinus: doubtful + (daysBetween(today, day) >= FORECAST_FROM ? slips : 0),
      };
    });
};
