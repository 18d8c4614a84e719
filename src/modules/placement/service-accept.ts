import type { Instant } from '#kernel/interval.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, reachForPlaces, reservePlace, unitOfPlace } from '#modules/capacity/index.ts';
import { relate } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Case, holdFor, moveRequest, openOwnOffer, withdrawOthers } from './case.ts';
import { type Acceptance, decideAccept } from './decide/offer.ts';
import { type OfferRow, updateOffer } from './store.ts';
import type { Request, Weight } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A yes as the ward gives it; what is left out stays as it was asked. */
export interface Yes {
  readonly doctor: string;
  /** Another place of the unit. */
  readonly placeId: string | null;
  readonly product: Product | null;
  readonly arrivalFrom: Instant | null;
}

/** The place of the offer, held before or now, becomes the reservation. */
const reserve = async (
  tx: Tx,
  asked: { readonly request: Request; readonly offer: OfferRow },
  yes: Acceptance & { readonly placeId: string | null },
  doing: Doing,
): Answer<OfferRow> => {
  const { request, offer } = asked;
  const { doctor, product, arrivalFrom } = yes;
  const placeId = yes.placeId ?? offer.placeId;
  // The ward may choose another bed, of its own unit: it was asked, its neighbours were not.
  if ((await unitOfPlace(tx, placeId)) !== offer.unitId) return refuse({ code: 'place-unknown' });
  const hold = { personId: offer.personId, placeId, until: doing.now + MINUTE };
  const held =
    offer.claimId === null
      ? await holdFor(tx, { ...request, product }, hold, doing)
      : ok({ claimId: offer.claimId });
  if (!held.ok) return held;
  const wish = { claimId: held.value.claimId, arrival: arrivalFrom, placeId: yes.placeId, product };
  const reserved = await reservePlace(tx, wish, doing);
  if (!reserved.ok) return reserved;
  const accepted: OfferRow = {
    ...offer,
    state: 'accepted',
    claimId: held.value.claimId,
    placeId,
    doctor,
    answeredAt: doing.now,
    arrivalFrom: reserved.value.during.from,
  };
  await updateOffer(tx, accepted, null);
  return ok(accepted);
};

/** What the yes settles about the weight of the care, when the request did not know. */
const settledWeight = (request: Request, product: Product): Weight => {
  if (request.weight !== 'unknown') return request.weight;
  return product === 'elv-low' ? 'low' : 'high';
};

/** The ward says yes: its doctor takes over on arrival, the place is reserved, and all other questions end. */
export const acceptOffer = async (tx: Tx, offerId: string, yes: Yes, doing: Doing): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { request, offer, offers } = found.value;
  const decided = decideAccept(request, offer, yes, doing.now);
  if (!decided.ok) return decided;
  const asked = offers.filter((each) => each.state === 'open').map((each) => each.placeId);
  await reachForPlaces(tx, yes.placeId === null ? asked : [...asked, yes.placeId], doing);
  const accepted = await reserve(tx, { request, offer }, { ...decided.value, placeId: yes.placeId }, doing);
  if (!accepted.ok) return accepted;
  await relate(tx, {
    personId: offer.personId,
    organisationId: offer.organisationId,
    kind: 'accepted',
    ground: 'acceptance',
    actor: doing.actor.id,
    now: doing.now,
  });
  const withdrawn = await withdrawOthers(tx, offers, offer.id, doing);
  if (!withdrawn.ok) return withdrawn;
  const all = offers.map((each) =>
    each.id === offer.id ? accepted.value : (withdrawn.value.get(each.id) ?? each),
  );
  const { product } = decided.value;
  return moveRequest(tx, { request, offers: all }, 'accept', doing, {
    event: 'accepted',
    offer: accepted.value,
    change: { acceptedAt: doing.now, product, weight: settledWeight(request, product) },
  });
};
