import { type Day, type HalfDay, halfDayAt, halfDayInterval } from '#kernel/calendar.ts';
import { counts, type FigurePhase, type FreshnessLimits } from '#kernel/freshness.ts';
import { contains, DAY, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import {
  type Claim,
  type Closure,
  type ClosureReason,
  EXTRA,
  type Place,
  type Standing,
  type UnitFacts,
} from '#modules/capacity/types.ts';
import { openedBy, phaseFor } from './counted.ts';

/** A planned departure this near shows as "komt vrij" on the bed itself: today or tomorrow. */
export const SOON = 2 * DAY;
/** A site that lets nobody in for longer than this has nothing free today, only something to come. */
export const ADMITS_WITHIN = DAY;

/** From whose point of view a place is looked at: now, for how long, and when the site lets people in. */
export interface Looking {
  readonly now: Instant;
  readonly limits: FreshnessLimits;
  /** Usual length of stay of the product looked for, in milliseconds. */
  readonly usual: number;
  /** The first moment from now on that the site admits; null when it does not say. */
  readonly admitsFrom: Instant | null;
  /** The care looked for: a house that reports counts has a number for each. */
  readonly product: Product;
}

/** Does this claim still take the place, now or later? Expired holds do not, even when nobody swept them. */
export const isLive = (claim: Claim, now: Instant): boolean =>
  claim.leftAt === null &&
  claim.releasedAt === null &&
  claim.displacedAt === null &&
  (claim.expiresAt === null || claim.expiresAt > now) &&
  (claim.kind !== 'cleaning' || claim.during.until > now);

/** Has this person arrived and not left? They have the bed, whatever the plan said. Away (in hospital) keeps it. */
export const isPresent = (claim: Claim): boolean => claim.arrivedAt !== null && claim.leftAt === null;

/** Still here after the expected end. */
export const isOverdue = (claim: Claim, now: Instant): boolean =>
  isPresent(claim) && claim.during.until <= now;

/** The end to count with: the latest one when it is uncertain. */
const endOf = (claim: Claim): Instant => Math.max(claim.during.until, claim.latestEnd ?? claim.during.until);

/** The start of the first plan on this place after a moment; null when nobody is planned. */
const nextPlan = (claims: readonly Claim[], after: Instant): Instant | null => {
  const starts = claims
    .filter((claim) => !isPresent(claim) && claim.during.from >= after)
    .map((claim) => claim.during.from);
  return starts.length === 0 ? null : Math.min(...starts);
};

/** Is the stretch from `from` long enough for a usual stay before the next plan? */
const fits = (claims: readonly Claim[], from: Instant, usual: number): boolean => {
  const next = nextPlan(claims, from);
  return next === null || next - from >= usual;
};

const closed = (
  reason: ClosureReason,
  until: Instant,
  phase: FigurePhase,
  availableFrom: Instant | null,
): Standing => ({
  state: 'closed',
  freeUntil: null,
  changesAt: until,
  availableFrom,
  overdue: false,
  closedFor: reason,
  phase,
});

const open = (state: Standing['state'], phase: FigurePhase, rest: Partial<Standing> = {}): Standing => ({
  state,
  freeUntil: null,
  changesAt: null,
  availableFrom: null,
  overdue: false,
  closedFor: null,
  phase,
  ...rest,
});

const occupied = (claim: Claim, others: readonly Claim[], looking: Looking, phase: FigurePhase): Standing => {
  const end = endOf(claim);
  if (isOverdue(claim, looking.now))
    return open('occupied', phase, { changesAt: claim.during.until, overdue: true });
  const plannedAt = nextPlan(others, claim.during.until);
  // Behind a person who leaves, somebody may already be planned: then nothing comes free.
  const availableFrom = plannedAt === null || plannedAt - end >= looking.usual ? end : null;
  const soon = claim.latestEnd === null && availableFrom !== null && end <= looking.now + SOON;
  return open(soon ? 'soon' : 'occupied', phase, { changesAt: end, availableFrom });
};

const claimedNow = (claims: readonly Claim[], now: Instant): Claim | undefined =>
  claims.find((claim) => claim.kind !== 'cleaning' && contains(claim.during, now));

const unclaimed = (claims: readonly Claim[], looking: Looking, phase: FigurePhase): Standing => {
  const from = Math.max(looking.now, looking.admitsFrom ?? looking.now);
  const next = nextPlan(claims, looking.now);
  if (!fits(claims, from, looking.usual)) {
    // Somebody is planned too soon for a usual stay: the bed is promised, with a gap in front of it.
    return open('held', phase, { freeUntil: next, changesAt: next });
  }
  const late = from > looking.now + ADMITS_WITHIN;
  return open(late ? 'soon' : 'free', phase, {
    freeUntil: next,
    changesAt: late ? from : null,
    availableFrom: from,
  });
};

/** How one place stands, by its own claims and closures. */
const standingAlone = (
  live: readonly Claim[],
  closures: readonly Closure[],
  looking: Looking,
  phase: FigurePhase,
): Standing => {
  if (!counts(phase)) return open('unknown', phase);
  const { now } = looking;
  const present = live.find(isPresent);
  if (present !== undefined)
    return occupied(
      present,
      live.filter((claim) => claim !== present),
      looking,
      phase,
    );
  const closure = closures.find((each) => contains(each.during, now));
  if (closure !== undefined) {
    const until = closure.during.until;
    return closed(closure.reason, until, phase, fits(live, until, looking.usual) ? until : null);
  }
  const claim = claimedNow(live, now);
  if (claim !== undefined) return open('held', phase, { changesAt: claim.expiresAt ?? claim.during.from });
  const cleaning = live.find((each) => each.kind === 'cleaning' && contains(each.during, now));
  if (cleaning !== undefined) return closed('cleaning', cleaning.during.until, phase, cleaning.during.until);
  return unclaimed(
    live.filter((each) => each.kind !== 'cleaning'),
    looking,
    phase,
  );
};

/** A place beyond what there is is somebody's or nobody's, never free and never to come. */
const asExtra = (standing: Standing): Standing => {
  const never = { freeUntil: null, availableFrom: null };
  if (standing.state === 'occupied' || standing.state === 'soon')
    return { ...standing, ...never, state: 'occupied' };
  if (standing.state === 'unknown' || (standing.state === 'held' && standing.freeUntil === null))
    return { ...standing, ...never };
  return { ...standing, ...never, state: 'closed', changesAt: null, closedFor: 'other' };
};

/** How many places of the unit have staff in a half-day; null when nothing is said: all. */
const staffedIn = (facts: UnitFacts, day: Day, halfDay: HalfDay): number | null =>
  facts.staffing.find((row) => row.day === day && row.halfDay === halfDay)?.staffed ?? null;

/** Takes free places away, the last ones first, when the unit closed some without saying which. */
const closeUnnamed = (
  standings: Standing[],
  facts: UnitFacts,
  looking: Looking,
  phase: FigurePhase,
): void => {
  const take = (count: number, reason: ClosureReason, until: Instant): void => {
    for (let i = standings.length - 1; i >= 0 && count > 0; i--) {
      if (standings[i]?.state !== 'free') continue;
      standings[i] = closed(reason, until, phase, null);
      count--;
    }
  };
  for (const closure of facts.closures) {
    if (closure.placeId === null && contains(closure.during, looking.now))
      take(closure.places, closure.reason, closure.during.until);
  }
};

/**
 * Staff goes to who is there or expected this moment, then to the empty places in their order; the last ones have none.
 * Counted over all places alike, whatever care is asked, so that no ward has more free beds together than staff.
 */
const closeUnstaffed = (
  standings: Standing[],
  facts: UnitFacts,
  claims: ReadonlyMap<string, readonly Claim[]>,
  { now }: Looking,
  phase: FigurePhase,
): void => {
  if (facts.staffing.length === 0) return;
  const { day, halfDay } = halfDayAt(now, facts.zone);
  const staffed = staffedIn(facts, day, halfDay);
  if (staffed === null) return;
  const { until } = halfDayInterval(day, halfDay, facts.zone);
  const taken = facts.places.map(({ id }, index) => {
    const live = claims.get(id) ?? [];
    return (
      live.some(isPresent) || claimedNow(live, now) !== undefined || standings[index]?.state === 'occupied'
    );
  });
  let left = staffed - taken.filter(Boolean).length;
  for (const [index, standing] of standings.entries()) {
    if (taken[index] === true || standing.state === 'closed') continue;
    if (left <= 0 && standing.state === 'free') standings[index] = closed('no-staff', until, phase, null);
    left--;
  }
};

/**
 * A house that reports counts knows itself who is in its other beds: what its number does not open is taken. When
 * somebody of ours leaves there, the next number tells it; nothing is promised before.
 */
const keepToCount = (
  standings: Standing[],
  facts: UnitFacts,
  claimed: ReadonlyMap<string, unknown>,
  opened: ReadonlySet<string>,
): void => {
  for (const [index, standing] of standings.entries()) {
    const placeId = facts.places[index]?.id ?? '';
    if (standing.state === 'unknown' || opened.has(placeId)) continue;
    const told = { freeUntil: null, availableFrom: null };
    if (standing.state === 'closed' || standing.state === 'held') standings[index] = { ...standing, ...told };
    else if (claimed.has(placeId)) standings[index] = { ...standing, ...told, state: 'occupied' };
    else standings[index] = open('occupied', standing.phase);
  }
};

const groupByPlace = <T extends { readonly placeId: string | null }>(
  rows: readonly T[],
): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (row.placeId === null) continue;
    const group = groups.get(row.placeId);
    if (group === undefined) groups.set(row.placeId, [row]);
    else group.push(row);
  }
  return groups;
};

/** How every place of a unit stands now, in the order of `facts.places`. The one place where "free" is decided. */
export const standings = (facts: UnitFacts, looking: Looking): Standing[] => {
  const phase = phaseFor(facts, looking.product, looking.now, looking.limits);
  const live = facts.claims.filter((claim) => isLive(claim, looking.now));
  const claims = groupByPlace(live);
  const closures = groupByPlace(facts.closures);
  const result = facts.places.map((place: Place) => {
    const alone = standingAlone(claims.get(place.id) ?? [], closures.get(place.id) ?? [], looking, phase);
    return place.labels.includes(EXTRA) ? asExtra(alone) : alone;
  });
  if (facts.published !== null)
    keepToCount(result, facts, claims, openedBy(facts, looking.product, live, looking.now));
  if (counts(phase)) {
    closeUnnamed(result, facts, looking, phase);
    closeUnstaffed(result, facts, claims, looking, phase);
  }
  return result;
};
