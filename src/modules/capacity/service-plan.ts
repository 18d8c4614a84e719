import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { decideReserve } from './decide/stay.ts';
import type { Doing } from './doing.ts';
import { keepFresh, seize, write } from './seize.ts';
import type { Claim } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A hold becomes a reservation from the agreed arrival on, if the ward wishes on another place of the unit. */
export const reservePlace = async (
  tx: Tx,
  wish: {
    readonly claimId: string;
    /** Null: from when the hold was given, which is when the site admits. */
    readonly arrival: Instant | null;
    readonly placeId: string | null;
    readonly product: Product;
  },
  doing: Doing,
): Answer<Claim> => {
  const swap = wish.placeId === null ? [] : [wish.placeId];
  const seized = await seize(tx, wish.claimId, doing, swap);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const placeId = wish.placeId ?? claim.placeId;
  const target = locked.places.find((place) => place.id === placeId);
  if (target === undefined || target.unitId !== unitId) return refuse({ code: 'place-unknown' });
  if (!target.products.includes(wish.product)) return refuse({ code: 'product-not-here' });
  const reserved = decideReserve(
    { ...claim, placeId, product: wish.product },
    locked.claims,
    Math.max(wish.arrival ?? claim.during.from, doing.now),
    doing.now,
  );
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
  return ok(written);
};
