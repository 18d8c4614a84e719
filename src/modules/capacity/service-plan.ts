import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { decideKeep, decideReserve } from './decide/stay.ts';
import type { Doing } from './doing.ts';
import { keepFresh, type Seized, seize, write } from './seize.ts';
import { endIdleExtras } from './service-extra.ts';
import { type Claim, EXTRA } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** What becomes of a hold: which, from when, on which place, as which care. */
export interface HoldWish {
  readonly claimId: string;
  /** Null: from when the hold was given, which is when the site admits. */
  readonly arrival: Instant | null;
  /** Null: the place that is held. Otherwise another of the same unit. */
  readonly placeId: string | null;
  /** Null: the care it was held for. */
  readonly product: Product | null;
}

/** The hold as it is wished, under lock, with from when the person comes. */
const seizeAsWished = async (
  tx: Tx,
  wish: HoldWish,
  doing: Doing,
): Answer<Seized & { readonly arrival: Instant }> => {
  const swap = wish.placeId === null ? [] : [wish.placeId];
  const seized = await seize(tx, wish.claimId, doing, swap);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const placeId = wish.placeId ?? claim.placeId;
  const product = wish.product ?? claim.product;
  const target = locked.places.find((place) => place.id === placeId);
  if (target === undefined || target.unitId !== unitId) return refuse({ code: 'place-unknown' });
  if (target.id !== claim.placeId && target.labels.includes(EXTRA)) return refuse({ code: 'place-closed' });
  if (!target.products.includes(product)) return refuse({ code: 'product-not-here' });
  const arrival = Math.max(wish.arrival ?? claim.during.from, doing.now);
  return ok({ ...seized.value, claim: { ...claim, placeId, product }, arrival });
};

/** A hold stays a hold, longer or from another moment on: the bed waits for somebody's choice. */
export const keepHold = async (
  tx: Tx,
  wish: HoldWish & { readonly until: Instant },
  doing: Doing,
): Answer<Claim> => {
  const seized = await seizeAsWished(tx, wish, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked, arrival } = seized.value;
  const kept = decideKeep(claim, locked.claims, { arrival, until: wish.until }, doing.now);
  if (!kept.ok) return kept;
  const { claim: written } = await write(tx, { claim: kept.value, displaced: [] }, 'held', unitId, doing);
  return ok(written);
};

/** A hold becomes a reservation from the agreed arrival on, if the ward wishes on another place of the unit. */
export const reservePlace = async (tx: Tx, wish: HoldWish, doing: Doing): Answer<Claim> => {
  const seized = await seizeAsWished(tx, wish, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked, arrival } = seized.value;
  const reserved = decideReserve(claim, locked.claims, arrival, doing.now);
  if (!reserved.ok) return reserved;
  const { claim: written } = await write(
    tx,
    { claim: reserved.value, displaced: [] },
    'reserved',
    unitId,
    doing,
  );
  await keepFresh(tx, unitId, doing);
  return ok(written);
};

/** A reservation begins at another moment, on the same place. */
export const replanPlace = async (tx: Tx, claimId: string, arrival: Instant, doing: Doing): Answer<Claim> => {
  const seized = await seize(tx, claimId, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const replanned = decideReserve(claim, locked.claims, arrival, doing.now);
  if (!replanned.ok) return replanned;
  const { claim: written } = await write(
    tx,
    { claim: replanned.value, displaced: [] },
    'reserved',
    unitId,
    doing,
  );
  return ok(written);
};

/** Gives a hold or a reservation back; giving back twice is the same as once. */
export const releaseClaim = async (tx: Tx, claimId: string, doing: Doing): Answer<Claim> => {
  const seized = await seize(tx, claimId, doing);
  if (!seized.ok) return seized;
  const { claim, unitId } = seized.value;
  if (claim.arrivedAt !== null) return refuse({ code: 'already-arrived' });
  if (claim.releasedAt !== null) return ok(claim);
  const { claim: written } = await write(
    tx,
    { claim: { ...claim, releasedAt: doing.now }, displaced: [] },
    'released',
    unitId,
    doing,
  );
  await endIdleExtras(tx, [claim.placeId], doing);
  return ok(written);
};
