import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { decideGone, decideOtherCare, decideReturned } from './decide/away.ts';
import { type Doing, notOwn } from './doing.ts';
import { keepFresh, type Seized, seize, write } from './seize.ts';
import { presentElsewhere } from './store.ts';
import type { Claim } from './types.ts';

type Answer = Promise<Result<Claim, Refusal>>;

/** The bed of one's own ward, under lock, whatever version was read: these acts say only what is so now. */
const seizeHere = async (tx: Tx, claimId: string, doing: Doing): Promise<Result<Seized, Refusal>> => {
  const seized = await seize(tx, claimId, doing);
  if (!seized.ok) return seized;
  const foreign = notOwn(doing, seized.value.unitId);
  return foreign === null ? seized : refuse(foreign);
};

const kept = async (
  tx: Tx,
  decided: Result<Claim, Refusal>,
  event: string,
  unitId: string,
  doing: Doing,
): Answer => {
  if (!decided.ok) return decided;
  const { claim } = await write(tx, { claim: decided.value, displaced: [] }, event, unitId, doing);
  await keepFresh(tx, unitId, doing);
  return ok(claim);
};

/** Somebody left their bed for a while; it is kept for them. */
export const awayFromPlace = async (
  tx: Tx,
  act: { readonly claimId: string; readonly at: Instant },
  doing: Doing,
): Answer => {
  const seized = await seizeHere(tx, act.claimId, doing);
  if (!seized.ok) return seized;
  const { claim, unitId } = seized.value;
  return kept(tx, decideGone(claim, act.at), 'away', unitId, doing);
};

/** Somebody is in their bed again. */
export const backOnPlace = async (tx: Tx, claimId: string, doing: Doing): Answer => {
  const seized = await seizeHere(tx, claimId, doing);
  if (!seized.ok) return seized;
  const { claim, unitId } = seized.value;
  // Where they were meanwhile does not matter, only where they are now.
  const elsewhere = await presentElsewhere(tx, claim.id, FOREVER);
  return kept(tx, decideReturned(claim, elsewhere), 'back', unitId, doing);
};

/** Who lies there gets another care, in the same bed. */
export const otherCareOnPlace = async (
  tx: Tx,
  act: { readonly claimId: string; readonly product: Product },
  doing: Doing,
): Answer => {
  const seized = await seizeHere(tx, act.claimId, doing);
  if (!seized.ok) return seized;
  const { claim, unitId, locked } = seized.value;
  const place = locked.places.find(({ id }) => id === claim.placeId);
  if (place === undefined) return refuse({ code: 'place-unknown' });
  return kept(tx, decideOtherCare(claim, place, act.product), 'care-changed', unitId, doing);
};
