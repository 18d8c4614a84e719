import type { Refusal } from '#kernel/refusal.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import { claimOfHold, decideHold, type PlaceHeld } from './decide/hold.ts';
import { admitsFrom, claimLine, type Doing, siteOf } from './doing.ts';
import { factsOf, type Locked, lockPlaces } from './store.ts';
import { insertClaims, releaseExpired } from './store-write.ts';
import type { CapacityCode, Claim, HoldPlace, NewClaim, UnitFacts } from './types.ts';

/** Whose hold this is, when several callers share one transaction. */
export interface HoldFor {
  readonly command: HoldPlace;
  readonly actor: Doing['actor'];
}

const hasRunOut = (claim: Claim, now: number): boolean => claim.expiresAt !== null && claim.expiresAt <= now;

/** Locks the places and gives back what ran out there, so that an expired hold blocks nobody, swept or not. */
export const lockSwept = async (
  tx: Tx,
  placeIds: readonly string[],
  doing: Doing,
): Promise<{ locked: Locked; swept: Entry[] }> => {
  const locked = await lockPlaces(tx, placeIds, doing.now);
  const out = locked.claims.filter((claim) => hasRunOut(claim, doing.now));
  await releaseExpired(tx, out);
  const units = new Map(locked.places.map((place) => [place.id, place.unitId]));
  const swept = out.map((claim) => claimLine(doing, 'expired', claim, units.get(claim.placeId) ?? ''));
  return { locked: { ...locked, claims: locked.claims.filter((claim) => !out.includes(claim)) }, swept };
};

/**
 * A command that takes or gives back several places one by one locks them all first, in the order of the house: then two
 * such commands never wait for each other in a ring.
 */
export const reachForPlaces = async (tx: Tx, placeIds: readonly string[], doing: Doing): Promise<void> => {
  if (placeIds.length > 1) await lockPlaces(tx, placeIds, doing.now);
};

/**
 * Holds places, each decided after the one before it, in one transaction. Either a caller has the place, durably once
 * the transaction commits, or reads why not. Two callers for one bed: the first in the row wins.
 */
export const holdPlaces = async (
  tx: Tx,
  wanted: readonly HoldFor[],
  doing: Doing,
): Promise<Result<PlaceHeld, Refusal<CapacityCode>>[]> => {
  const { locked, swept } = await lockSwept(
    tx,
    wanted.map((each) => each.command.placeId),
    doing,
  );
  const unitOf = new Map(locked.places.map((place) => [place.id, place.unitId]));
  const units = new Map<string, { facts: UnitFacts; claims: Claim[] }>();
  const unitFacts = (unitId: string): { facts: UnitFacts; claims: Claim[] } => {
    const known = units.get(unitId);
    if (known !== undefined) return known;
    const facts = factsOf(locked, unitId, siteOf(doing.region, unitId).zone);
    const claims = [...facts.claims];
    const fresh = { facts: { ...facts, claims }, claims };
    units.set(unitId, fresh);
    return fresh;
  };
  const made: NewClaim[] = [];
  const lines: Entry[] = swept;
  const results = wanted.map(({ command, actor }) => {
    const unitId = unitOf.get(command.placeId);
    if (unitId === undefined) return refuse<Refusal<CapacityCode>>({ code: 'place-unknown' });
    const { facts, claims } = unitFacts(unitId);
    const opensAt = admitsFrom(doing.region, unitId, command.product, Math.max(command.from, doing.now));
    const result = decideHold(facts, command, {
      now: doing.now,
      limits: doing.region.agreement,
      admitsFrom: opensAt,
    });
    if (result.ok) {
      const claim = claimOfHold(result.value);
      claims.push(claim);
      made.push(claim);
      lines.push(claimLine({ ...doing, actor }, 'held', claim, unitId));
    }
    return result;
  });
  await insertClaims(tx, made);
  await record(tx, lines);
  return results;
};
