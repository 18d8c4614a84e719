import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Changed } from './decide/stay.ts';
import { decideArrive, decideDepart, decideExpectedEnd, decideMove, decideWaiting } from './decide/stay.ts';
import { claimLine, type Doing, notOwn } from './doing.ts';
import { keepFresh, seize, seizeOwn, write } from './seize.ts';
import { endIdleExtras } from './service-extra.ts';
import { lastLeft, presentElsewhere } from './store.ts';
import { deferConstraints, displaceClaims, insertClaims, samePerson, updateClaim } from './store-write.ts';
import { type Claim, EXTRA, type NewClaim } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** Somebody arrived on their place. */
export const arriveOnPlace = async (tx: Tx, claimId: string, at: Instant, doing: Doing): Answer<Claim> => {
  const seized = await seize(tx, claimId, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const freeSince = await lastLeft(tx, claim.placeId, at);
  const arrived = decideArrive(claim, { others: locked.claims, freeSince }, at, doing.now);
  if (!arrived.ok) return arrived;
  const here = arrived.value.claim.during.from;
  if (await presentElsewhere(tx, claim.id, here)) return refuse({ code: 'person-elsewhere' });
  const { claim: written } = await write(tx, arrived.value, 'arrived', unitId, doing);
  await keepFresh(tx, unitId, doing);
  return ok(written);
};

/** Who waited for this bed comes after who was in it; their claims move before the one in front of them grows. */
const moveWaiting = async (
  tx: Tx,
  others: readonly Claim[],
  left: Claim,
  unitId: string,
  doing: Doing,
): Promise<void> => {
  const { later, displaced } = decideWaiting(others, left, doing.now);
  await displaceClaims(tx, displaced, doing.now);
  for (const plan of later) await updateClaim(tx, plan);
  await record(tx, [
    ...later.map((plan) => claimLine(doing, plan.kind === 'hold' ? 'held' : 'reserved', plan, unitId)),
    ...displaced.map((plan) => claimLine(doing, 'displaced', plan, unitId)),
  ]);
};

/** Somebody left. Cleaning may follow; it never holds the departure up. */
export const departFromPlace = async (
  tx: Tx,
  act: {
    readonly claimId: string;
    readonly version: number;
    readonly at: Instant;
    readonly destination: string;
    readonly cleaningMinutes: number;
  },
  doing: Doing,
): Answer<Claim> => {
  const seized = await seizeOwn(tx, act.claimId, act.version, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const left = decideDepart(claim, act.at, doing.now);
  if (!left.ok) return left;
  await moveWaiting(tx, locked.claims, left.value, unitId, doing);
  const line = claimLine(doing, 'left', left.value, unitId);
  await updateClaim(tx, left.value);
  await record(tx, [{ ...line, body: { ...line.body, destination: act.destination } }]);
  if (act.cleaningMinutes > 0)
    await clean(
      tx,
      left.value,
      { from: Math.min(act.at, doing.now), minutes: act.cleaningMinutes, unitId },
      doing,
    );
  await endIdleExtras(tx, [claim.placeId], doing);
  await keepFresh(tx, unitId, doing);
  return ok({ ...left.value, version: left.value.version + 1 });
};

const clean = async (
  tx: Tx,
  left: Claim,
  { from, minutes, unitId }: { readonly from: Instant; readonly minutes: number; readonly unitId: string },
  doing: Doing,
): Promise<void> => {
  const cleaning: NewClaim = {
    ...left,
    id: newId(),
    subject: newId(),
    kind: 'cleaning',
    during: { from, until: from + minutes * MINUTE },
    latestEnd: null,
    arrivedAt: null,
    awayAt: null,
    leftAt: null,
    madeAt: doing.now,
    version: 1,
  };
  await insertClaims(tx, [cleaning]);
  await record(tx, [claimLine(doing, 'cleaning', cleaning, unitId)]);
};

/** The bed is clean before its time; saying so twice is the same as once. */
export const finishCleaning = async (
  tx: Tx,
  act: { readonly claimId: string; readonly version: number },
  doing: Doing,
): Answer<Claim> => {
  const seized = await seizeOwn(tx, act.claimId, act.version, doing);
  if (!seized.ok) return seized;
  const { claim, unitId } = seized.value;
  if (claim.kind !== 'cleaning') return refuse({ code: 'claim-unknown' });
  if (claim.releasedAt !== null) return ok(claim);
  const cleaned = { ...claim, releasedAt: doing.now };
  const { claim: written } = await write(tx, { claim: cleaned, displaced: [] }, 'cleaned', unitId, doing);
  await keepFresh(tx, unitId, doing);
  return ok(written);
};

/** The expected end moves; plans in the way are displaced and become the desk's next question. */
export const moveExpectedEnd = async (
  tx: Tx,
  act: {
    readonly claimId: string;
    readonly version: number;
    readonly until: Instant;
    readonly latest: Instant | null;
  },
  doing: Doing,
): Answer<Changed> => {
  const seized = await seizeOwn(tx, act.claimId, act.version, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const freeSince = await lastLeft(tx, claim.placeId, claim.during.from);
  const changed = decideExpectedEnd(claim, { others: locked.claims, freeSince }, act, doing.now);
  if (!changed.ok) return changed;
  await keepFresh(tx, unitId, doing);
  return ok(await write(tx, changed.value, 'end-expected', unitId, doing));
};

/** To another place of the same organisation, in one go: nobody is between two beds. */
export const moveToPlace = async (
  tx: Tx,
  act: { readonly claimId: string; readonly version: number; readonly placeId: string },
  doing: Doing,
): Answer<Changed> => {
  const seized = await seizeOwn(tx, act.claimId, act.version, doing, [act.placeId]);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const target = locked.places.find((place) => place.id === act.placeId);
  if (target === undefined) return refuse({ code: 'place-unknown' });
  if (target.labels.includes(EXTRA)) return refuse({ code: 'place-closed' });
  const foreign = notOwn(doing, target.unitId);
  if (foreign !== null) return refuse(foreign);
  const there = locked.claims.filter((other) => other.placeId === target.id);
  const moved = decideMove(claim, { placeId: target.id, claims: there }, { claimId: newId() }, doing.now);
  if (!moved.ok) return moved;
  const { left, entered, displaced } = moved.value;
  await deferConstraints(tx);
  await displaceClaims(tx, displaced, doing.now);
  await moveWaiting(tx, locked.claims, left, unitId, doing);
  await updateClaim(tx, left);
  await insertClaims(tx, [{ ...entered, subject: newId() }]);
  await samePerson(tx, left.id, entered.id);
  const line = claimLine(doing, 'moved', left, unitId);
  await record(tx, [
    { ...line, body: { ...line.body, to: entered.id, toPlaceId: target.id } },
    claimLine(doing, 'moved-in', entered, target.unitId),
    ...displaced.map((lost) => claimLine(doing, 'displaced', lost, target.unitId)),
  ]);
  await endIdleExtras(tx, [claim.placeId], doing);
  await keepFresh(tx, unitId, doing);
  return ok({ claim: entered, displaced });
};
