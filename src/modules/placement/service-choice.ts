import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import { type Doing, reachForPlaces, reservePlace } from '#modules/capacity/index.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { relate } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type Case,
  holdFor,
  moveRequest,
  openAskedOffer,
  openCase,
  withdrawOthers,
  withOffer,
} from './case.ts';
import { decideChoose, willingInOrder } from './decide/answers.ts';
import { isPending } from './decide/offer.ts';
import type { NextPlaces } from './service-next.ts';
import { endAndGoOn } from './service-no.ts';
import { type OfferRow, updateOffer } from './store.ts';
import type { Request, Weight } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** What the yes settles about the weight of the care, when the request did not know. */
const settledWeight = (request: Request, product: Claim['product']): Weight => {
  if (request.weight !== 'unknown') return request.weight;
  return product === 'elv-low' ? 'low' : 'high';
};

/**
 * This yes is the one: the house may know who it is, everybody else is told that it is settled, and the request is accepted.
 * The bed must be reserved already.
 */
export const settle = async (
  tx: Tx,
  { request, offers }: Case,
  yes: { readonly offer: OfferRow; readonly bed: Claim },
  told: { readonly event: string; readonly body?: Record<string, unknown> },
  doing: Doing,
): Answer<Case> => {
  const { offer, bed } = yes;
  const accepted: OfferRow = {
    ...offer,
    state: 'accepted',
    claimId: bed.id,
    placeId: bed.placeId,
    arrivalFrom: bed.during.from,
    answeredAt: offer.answeredAt ?? doing.now,
  };
  await updateOffer(tx, accepted, null);
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
  const all = withOffer(offers, accepted).map((each) => withdrawn.value.get(each.id) ?? each);
  const { product } = bed;
  const weight = settledWeight(request, product);
  return moveRequest(tx, { request, offers: all }, 'accept', doing, {
    ...told,
    offer: accepted,
    change: { acceptedAt: doing.now, chooseBy: null, product, weight },
  });
};

const bedOf = (tx: Tx, { claimId, arrivalFrom }: OfferRow, doing: Doing): Answer<Claim> =>
  reservePlace(tx, { claimId: claimId ?? '', arrival: arrivalFrom, placeId: null, product: null }, doing);

/** The person or family chooses among who said yes. */
export const chooseOffer = async (tx: Tx, offerId: string, doing: Doing): Answer<Case> => {
  const found = await openAskedOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { request, offer, offers } = found.value;
  const decided = decideChoose(request, offer);
  if (!decided.ok) return decided;
  await reachForPlaces(
    tx,
    offers.filter(isPending).map(({ placeId }) => placeId),
    doing,
  );
  const bed = await bedOf(tx, offer, doing);
  if (!bed.ok) return bed;
  const told = { event: 'chosen', body: { byItself: false } };
  return settle(tx, { request, offers }, { offer, bed: bed.value }, told, doing);
};

/** The bed of a yes that stood too long: it may have been given back meanwhile, then the same bed when nobody has it. */
const bedAgain = async (tx: Tx, request: Request, offer: OfferRow, doing: Doing): Answer<Claim> => {
  const bed = await bedOf(tx, offer, doing);
  if (bed.ok) return bed;
  const { personId, placeId, arrivalFrom } = offer;
  const ask = { personId, placeId, until: doing.now + MINUTE, from: arrivalFrom };
  const held = await holdFor(tx, request, ask, doing);
  return held.ok ? bedOf(tx, { ...offer, ...held.value, arrivalFrom: null }, doing) : held;
};

/** Nobody chose in time: the first yes stands by itself; when its bed is gone the next one. Safe to run twice. */
export const settleChoice = async (
  tx: Tx,
  requestId: string,
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const { request, offers } = found.value;
  if (request.state !== 'offered' || request.chooseBy === null || request.chooseBy > doing.now) return found;
  await reachForPlaces(
    tx,
    offers.filter(isPending).map(({ placeId }) => placeId),
    doing,
  );
  const [first] = willingInOrder(offers);
  if (first === undefined) return found;
  const bed = await bedAgain(tx, request, first, doing);
  if (bed.ok) {
    const told = { event: 'chosen', body: { byItself: true } };
    return settle(tx, { request, offers }, { offer: first, bed: bed.value }, told, doing);
  }
  const gone = { state: 'withdrawn', event: 'offer-withdrawn' } as const;
  const after = await endAndGoOn(tx, { request, offers, offer: first }, gone, find, doing);
  return after.ok ? settleChoice(tx, requestId, find, doing) : after;
};

/** A bed that was promised to who may choose went to a fact: that yes is over, and the next is asked by itself. */
export const loseWilling = async (
  tx: Tx,
  found: Case & { readonly offer: OfferRow },
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => endAndGoOn(tx, found, { state: 'withdrawn', event: 'displaced' }, find, doing);
