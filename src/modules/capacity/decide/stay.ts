import { HOUR, type Instant, type Interval, overlaps } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CapacityCode, Claim } from '#modules/capacity/types.ts';
import { displacedBy, stretchOf } from './hold.ts';
import { isLive, isPresent } from './standing.ts';

/** Clocks on wards run apart: an arrival a few minutes ahead of ours is still now. */
const AHEAD = HOUR / 12;

type Refused = Refusal<CapacityCode>;

/** What an act on a claim does to the beds: the claim anew, and the plans that lose their place. */
export interface Changed {
  readonly claim: Claim;
  readonly displaced: readonly Claim[];
}

const ended = (claim: Claim): boolean => claim.leftAt !== null || claim.releasedAt !== null;

/** A hold becomes a reservation, from the agreed arrival on. After the hold ran out it can only be asked again. */
export const decideReserve = (
  claim: Claim,
  others: readonly Claim[],
  arrival: Instant,
  now: Instant,
): Result<Claim, Refused> => {
  if (ended(claim) || claim.displacedAt !== null) return refuse({ code: 'claim-ended' });
  if (claim.kind === 'hold' && (claim.expiresAt ?? 0) <= now) return refuse({ code: 'hold-expired' });
  if (claim.arrivedAt !== null) return refuse({ code: 'already-arrived' });
  const planned = others
    .filter(
      (other) =>
        other.id !== claim.id &&
        other.placeId === claim.placeId &&
        other.kind !== 'cleaning' &&
        isLive(other, now),
    )
    .map((other) => stretchOf(other, now));
  if (planned.some((stretch) => stretch.from <= arrival && arrival < stretch.until))
    return refuse({ code: 'place-taken' });
  const usual = arrival + (claim.during.until - claim.during.from);
  const until = Math.min(
    usual,
    ...planned.filter((stretch) => stretch.from > arrival).map((stretch) => stretch.from),
  );
  return ok({ ...claim, kind: 'reserved', expiresAt: null, during: { from: arrival, until } });
};

/** A hold that waits for somebody's choice stays a hold: until another moment, if wished from another arrival on. */
export const decideKeep = (
  claim: Claim,
  others: readonly Claim[],
  wish: { readonly arrival: Instant; readonly until: Instant },
  now: Instant,
): Result<Claim, Refused> => {
  if (claim.kind !== 'hold') return refuse({ code: 'claim-ended' });
  const kept = decideReserve(claim, others, wish.arrival, now);
  return kept.ok ? ok({ ...kept.value, kind: 'hold', expiresAt: wish.until }) : kept;
};

/**
 * Somebody arrives on their reserved place. A fact: refused only when it cannot be true; plans it hits are displaced.
 * `freeSince` is when the last person who left this place did.
 */
export const decideArrive = (
  claim: Claim,
  there: { readonly others: readonly Claim[]; readonly freeSince: Instant | null },
  at: Instant,
  now: Instant,
): Result<Changed, Refused> => {
  if (at > now + AHEAD) return refuse({ code: 'in-the-future' });
  if (claim.arrivedAt !== null) return refuse({ code: 'already-arrived' });
  if (ended(claim) || claim.displacedAt !== null) return refuse({ code: 'claim-ended' });
  const here = there.others.filter((other) => other.placeId === claim.placeId && other.id !== claim.id);
  if (here.some(isPresent)) return refuse({ code: 'bed-occupied' });
  const from = Math.min(at, now);
  if (there.freeSince !== null && from < there.freeSince) return refuse({ code: 'bed-occupied-then' });
  const during: Interval = { from, until: Math.max(claim.during.until, from + HOUR) };
  return ok({
    claim: { ...claim, kind: 'stay', expiresAt: null, arrivedAt: from, during },
    displaced: displacedBy(here, during, claim.id, now),
  });
};

/** Somebody left: the claim ends at the real moment and keeps its past. */
export const decideDepart = (claim: Claim, at: Instant, now: Instant): Result<Claim, Refused> => {
  if (claim.arrivedAt === null) return refuse({ code: 'not-arrived' });
  if (claim.leftAt !== null) return refuse({ code: 'claim-ended' });
  if (at > now + AHEAD) return refuse({ code: 'in-the-future' });
  if (at < claim.arrivedAt) return refuse({ code: 'end-before-start' });
  const leftAt = Math.max(Math.min(at, now), claim.arrivedAt);
  const during = { from: claim.during.from, until: Math.max(leftAt, claim.during.from + 1) };
  return ok({ ...claim, leftAt, latestEnd: null, during });
};

/**
 * Plans behind somebody who stayed longer than expected and leaves only now: they begin when the bed is empty. A plan that
 * would have been over by then has lost its bed.
 */
export const decideWaiting = (
  others: readonly Claim[],
  left: Claim,
  now: Instant,
): { readonly later: readonly Claim[]; readonly displaced: readonly Claim[] } => {
  const here = others.filter((other) => other.placeId === left.placeId);
  const waiting = displacedBy(here, left.during, left.id, now);
  const { until } = left.during;
  return {
    later: waiting
      .filter((plan) => plan.during.until > until)
      .map((plan) => ({ ...plan, during: { from: until, until: plan.during.until } })),
    displaced: waiting.filter((plan) => plan.during.until <= until),
  };
};

/**
 * The expected end moves; whoever was planned in the way is displaced, visibly, not silently. A plan whose person did not
 * come cannot grow over somebody who was in the bed meanwhile; `freeSince` is when the last who left did.
 */
export const decideExpectedEnd = (
  claim: Claim,
  there: { readonly others: readonly Claim[]; readonly freeSince: Instant | null },
  end: { readonly until: Instant; readonly latest: Instant | null },
  now: Instant,
): Result<Changed, Refused> => {
  if (!isLive(claim, now)) return refuse({ code: 'claim-ended' });
  if (end.until <= claim.during.from) return refuse({ code: 'end-before-start' });
  if (end.latest !== null && end.latest < end.until) return refuse({ code: 'end-before-start' });
  const during: Interval = { from: claim.during.from, until: end.until };
  const here = there.others.filter((other) => other.placeId === claim.placeId && other.id !== claim.id);
  const past = there.freeSince !== null && claim.during.from < there.freeSince;
  if (!isPresent(claim) && (past || here.some((other) => isPresent(other) && overlaps(other.during, during))))
    return refuse({ code: 'place-taken' });
  return ok({
    claim: { ...claim, during, latestEnd: end.latest },
    displaced: displacedBy(here, during, claim.id, now),
  });
};

/** To another place: the old claim ends now, a new one for the same person begins there. */
export const decideMove = (
  claim: Claim,
  target: { readonly placeId: string; readonly claims: readonly Claim[] },
  ids: { readonly claimId: string },
  now: Instant,
): Result<
  { readonly left: Claim; readonly entered: Claim; readonly displaced: readonly Claim[] },
  Refused
> => {
  if (!isLive(claim, now)) return refuse({ code: 'claim-ended' });
  // Who cleans one bed cleans that bed.
  if (claim.kind === 'cleaning') return refuse({ code: 'claim-unknown' });
  if (target.placeId === claim.placeId) return refuse({ code: 'place-taken' });
  if (isPresent(claim) && target.claims.some(isPresent)) return refuse({ code: 'bed-occupied' });
  // A plan whose moment has passed begins, on another bed, now.
  const from = isPresent(claim) ? now : Math.max(claim.during.from, now);
  const during = { from, until: Math.max(claim.during.until, from + HOUR) };
  const displaced = isPresent(claim) ? displacedBy(target.claims, during, claim.id, now) : [];
  const busy = target.claims.some(
    (other) =>
      isLive(other, now) &&
      !displaced.includes(other) &&
      other.during.from < during.until &&
      during.from < other.during.until,
  );
  if (busy) return refuse({ code: 'place-taken' });
  const left = isPresent(claim)
    ? {
        ...claim,
        leftAt: now,
        during: { from: claim.during.from, until: Math.max(now, claim.during.from + 1) },
      }
    : { ...claim, releasedAt: now };
  const entered = {
    ...claim,
    id: ids.claimId,
    placeId: target.placeId,
    during,
    arrivedAt: isPresent(claim) ? now : null,
    version: 1,
  };
  return ok({ left, entered, displaced });
};
