import type { FreshnessLimits } from '#kernel/freshness.ts';
import { DAY, type Instant, type Interval, overlaps } from '#kernel/interval.ts';
import { USUAL_DAYS } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  type CapacityCode,
  type Claim,
  EXTRA,
  type HoldPlace,
  type NewClaim,
  type Standing,
  type UnitFacts,
} from '#modules/capacity/types.ts';
import { openedBy } from './counted.ts';
import { isLive, isOverdue, isPresent, standings } from './standing.ts';

/** A gap shorter than this is not offered: nobody is moved for a night. */
const SHORTEST_GAP = DAY;

/** What the decision needs beside the facts. */
export interface HoldingAt {
  readonly now: Instant;
  readonly limits: FreshnessLimits;
  /** The first moment from the asked one on that the site admits; `undefined`: not within two weeks; null: it does not say. */
  readonly admitsFrom: Instant | null | undefined;
}

/** The place is held: from when to when, and until when nobody else can get it. */
export interface PlaceHeld {
  readonly command: HoldPlace;
  readonly during: Interval;
  readonly madeAt: Instant;
}

/** The stretch a claim takes for planning: who is overdue may stay for ever, as far as anyone knows. */
export const stretchOf = (claim: Claim, now: Instant): Interval =>
  isOverdue(claim, now) ? { from: claim.during.from, until: Number.MAX_SAFE_INTEGER } : claim.during;

const refusalFor = (standing: Standing): Refusal<CapacityCode> | null => {
  if (standing.state === 'unknown') return { code: 'stale-figure' };
  if (standing.state !== 'closed' || standing.availableFrom !== null) return null;
  return { code: standing.closedFor === 'no-staff' ? 'not-staffed' : 'place-closed' };
};

const freeStretch = (
  claims: readonly Claim[],
  from: Instant,
  usual: number,
  now: Instant,
): Interval | null => {
  const taken = claims.filter((claim) => claim.kind !== 'cleaning').map((claim) => stretchOf(claim, now));
  if (taken.some((stretch) => stretch.from <= from && from < stretch.until)) return null;
  const next = Math.min(
    from + usual,
    ...taken.filter((stretch) => stretch.from > from).map((stretch) => stretch.from),
  );
  const stretch = { from, until: next };
  if (next - from < Math.min(usual, SHORTEST_GAP)) return null;
  return taken.some((other) => overlaps(other, stretch)) ? null : stretch;
};

const liveOf = (facts: UnitFacts, now: Instant): Claim[] =>
  facts.claims.filter((claim) => isLive(claim, now));

/** A house that reports counts gives only the places its number opens. */
const refusalByCount = (
  facts: UnitFacts,
  { placeId, product }: HoldPlace,
  now: Instant,
): Refusal<CapacityCode> | null => {
  if (facts.published === null) return null;
  const live = liveOf(facts, now);
  if (openedBy(facts, product, live, now).has(placeId)) return null;
  return { code: live.some((claim) => claim.placeId === placeId) ? 'place-taken' : 'not-published' };
};

/** May this place be held for this person? Answers with the stretch, or says why not; never who is in the bed. */
export const decideHold = (
  facts: UnitFacts,
  command: HoldPlace,
  at: HoldingAt,
): Result<PlaceHeld, Refusal<CapacityCode>> => {
  const index = facts.places.findIndex((place) => place.id === command.placeId);
  const place = facts.places[index];
  if (place === undefined) return refuse({ code: 'place-unknown' });
  if (!place.products.includes(command.product)) return refuse({ code: 'product-not-here' });
  // It was made for one person, and goes with that person.
  if (place.labels.includes(EXTRA)) return refuse({ code: 'place-closed' });
  if (at.admitsFrom === undefined) return refuse({ code: 'outside-admission' });
  const usual = USUAL_DAYS[command.product] * DAY;
  const { now, limits, admitsFrom } = at;
  const standing = standings(facts, { now, limits, usual, admitsFrom, product: command.product })[index];
  const cannot =
    (standing === undefined ? null : refusalFor(standing)) ?? refusalByCount(facts, command, now);
  if (cannot !== null) return refuse(cannot);
  const live = liveOf(facts, now).filter((claim) => claim.placeId === place.id);
  const opensAt = standing?.state === 'closed' ? (standing.availableFrom ?? 0) : 0;
  const from = Math.max(command.from, at.now, at.admitsFrom ?? 0, opensAt);
  const during = freeStretch(live, from, usual, at.now);
  return during === null ? refuse({ code: 'place-taken' }) : ok({ command, during, madeAt: now });
};

/** The claim as it stands after the hold, so that the next caller in the same batch sees it. */
export const claimOfHold = (held: PlaceHeld): NewClaim => ({
  id: held.command.claimId,
  placeId: held.command.placeId,
  subject: held.command.subject,
  kind: 'hold',
  product: held.command.product,
  during: held.during,
  latestEnd: null,
  expiresAt: held.command.expiresAt,
  arrivedAt: null,
  awayAt: null,
  leftAt: null,
  releasedAt: null,
  displacedAt: null,
  madeAt: held.madeAt,
  source: 'work',
  version: 1,
});

/** Plans that lose their place when a fact takes this stretch: everything planned, nobody who is here. */
export const displacedBy = (
  claims: readonly Claim[],
  taken: Interval,
  except: string | null,
  now: Instant,
): Claim[] =>
  claims.filter(
    (claim) =>
      claim.id !== except &&
      claim.kind !== 'cleaning' &&
      isLive(claim, now) &&
      !isPresent(claim) &&
      overlaps(claim.during, taken),
  );
