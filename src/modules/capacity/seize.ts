import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { Changed } from './decide/stay.ts';
import { claimLine, type Doing, notOwn } from './doing.ts';
import { lockSwept } from './service-hold.ts';
import { claimById, type Locked, unitOfPlace } from './store.ts';
import { displaceClaims, refreshFigure, updateClaim } from './store-write.ts';
import type { CapacityCode, Claim } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A claim with its place under lock. */
export interface Seized {
  readonly claim: Claim;
  readonly unitId: string;
  readonly locked: Locked;
}

/** Finds the claim, locks its place (and others), and reads the claim again under the lock. */
export const seize = async (
  tx: Tx,
  claimId: string,
  doing: Doing,
  alsoPlaces: readonly string[] = [],
): Answer<Seized> => {
  const before = await claimById(tx, claimId);
  if (before === null) return refuse({ code: 'claim-unknown' });
  const { locked, swept } = await lockSwept(tx, [before.placeId, ...alsoPlaces], doing);
  await record(tx, swept);
  const claim = await claimById(tx, claimId);
  const unitId = await unitOfPlace(tx, before.placeId);
  if (claim === null || unitId === null) return refuse({ code: 'claim-unknown' });
  if (claim.placeId !== before.placeId) return refuse({ code: 'version-stale' });
  return ok({ claim, unitId, locked });
};

/** The same for the ward whose bed it is, and only in the version it has read. */
export const seizeOwn = async (
  tx: Tx,
  claimId: string,
  version: number,
  doing: Doing,
  alsoPlaces: readonly string[] = [],
): Answer<Seized> => {
  const seized = await seize(tx, claimId, doing, alsoPlaces);
  if (!seized.ok) return seized;
  const foreign = notOwn(doing, seized.value.unitId);
  if (foreign !== null) return refuse(foreign);
  return seized.value.claim.version === version
    ? seized
    : refuse<Refusal<CapacityCode | 'version-stale'>>({ code: 'version-stale' });
};

/** Work on a ward keeps that ward's figure fresh. */
export const keepFresh = (tx: Tx, unitId: string, doing: Doing): Promise<void> =>
  refreshFigure(tx, {
    unitId,
    at: doing.now,
    since: doing.now - doing.region.agreement.tooOldAfterMinutes * MINUTE,
    actor: doing.actor.id,
  });

/** Writes a claim anew with the plans it displaces, and the diary lines of both. */
export const write = async (
  tx: Tx,
  changed: Changed,
  event: string,
  unitId: string,
  doing: Doing,
): Promise<Changed> => {
  await displaceClaims(tx, changed.displaced, doing.now);
  await updateClaim(tx, changed.claim);
  await record(tx, [
    claimLine(doing, event, changed.claim, unitId),
    ...changed.displaced.map((claim) => claimLine(doing, 'displaced', claim, unitId)),
  ]);
  return { ...changed, claim: { ...changed.claim, version: changed.claim.version + 1 } };
};
