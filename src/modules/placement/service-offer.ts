import type { Instant } from '#kernel/interval.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, holdPlaces, releaseClaim, reservePlace, unitOfPlace } from '#modules/capacity/index.ts';
import { endRelation, relate } from '#modules/people/index.ts';
import { newId } from '#platform/db/ids.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { decideAccept, decideOffer, decideRefuse, offerStep, overdueOffers } from './decide/offer.ts';
import { step } from './decide/request.ts';
import { addressOf, distanceTo, requestLine } from './doing.ts';
import { insertOffer, lockRequest, markRead, offerById, type OfferRow, offersOf, openOf, updateOffer, updateRequest } from './store.ts';
import type { Offer, OfferRefusal, Request } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A request under lock with all its offers. */
export interface Case {
  readonly request: Request;
  readonly offers: readonly OfferRow[];
}

/** Locks a request and reads its offers after the lock. */
export const openCase = async (tx: Tx, requestId: string): Answer<Case> => {
  const request = await lockRequest(tx, requestId);
  return request === null ? refuse({ code: 'request-unknown' }) : ok({ request, offers: await offersOf(tx, [requestId]) });
};

const openCaseOfOffer = async (tx: Tx, offerId: string): Answer<Case & { offer: OfferRow }> => {
  const before = await offerById(tx, offerId);
  if (before === null) return refuse({ code: 'offer-unknown' });
  const found = await openCase(tx, before.requestId);
  if (!found.ok) return found;
  const offer = found.value.offers.find((each) => each.id === offerId);
  return offer === undefined ? refuse({ code: 'offer-unknown' }) : ok({ ...found.value, offer });
};

/** Only the ward that was asked answers. */
const openOwnOffer = async (tx: Tx, offerId: string, doing: Doing): Answer<Case & { offer: OfferRow }> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return found;
  return found.value.offer.organisationId === doing.actor.organisationId ? found : refuse({ code: 'offer-unknown' });
};

const holdFor = async (
  tx: Tx,
  request: Request,
  ask: { personId: string; placeId: string; until: Instant },
  doing: Doing,
): Answer<{ claimId: string | null }> => {
  const command = {
    claimId: newId(),
    placeId: ask.placeId,
    subject: ask.personId,
    product: request.product,
    from: Math.max(request.wantedFrom, doing.now),
    expiresAt: ask.until,
  };
  const [held] = await holdPlaces(tx, [{ command, actor: doing.actor }], doing);
  if (held === undefined) return refuse({ code: 'place-unknown' });
  return held.ok ? ok({ claimId: held.value.command.claimId }) : held;
};

/** Asks one provider, with a place held for it when the agreement allows. The provider sees a profile, no name. */
export const makeOffer = async (
  tx: Tx,
  found: Case,
  ask: { readonly placeId: string; readonly hold: boolean },
  doing: Doing,
): Answer<Case> => {
  const { request, offers } = found;
  const unitId = await unitOfPlace(tx, ask.placeId);
  if (unitId === null) return refuse({ code: 'place-unknown' });
  const allowed = decideOffer(request, offers, { unitId, hold: ask.hold }, doing.region.agreement, doing.now);
  if (!allowed.ok) return allowed;
  const [open] = await openOf(tx, [request.id]);
  if (open === undefined) return refuse({ code: 'request-unknown' });
  const until = doing.now + doing.region.agreement.holdMinutes * MINUTE;
  const held = allowed.value.hold ? await holdFor(tx, request, { personId: open.personId, placeId: ask.placeId, until }, doing) : ok({ claimId: null });
  if (!held.ok) return held;
  const { site, organisation } = addressOf(doing.region, unitId);
  const offer: OfferRow = {
    id: newId(),
    requestId: request.id,
    personId: open.personId,
    organisationId: organisation.id,
    siteId: site.id,
    unitId,
    placeId: ask.placeId,
    claimId: held.value.claimId,
    distanceM: distanceTo(doing.region, open.homePc4, site),
    state: 'open',
    sentAt: doing.now,
    answerBy: allowed.value.answerBy,
    readAt: null,
    answeredAt: null,
    refusalCode: null,
    doctor: null,
    arrivalFrom: null,
    version: 1,
  };
  await insertOffer(tx, offer);
  await relate(tx, { personId: open.personId, organisationId: organisation.id, kind: 'offered', ground: 'offer', actor: doing.actor.id, now: doing.now });
  return moveRequest(tx, { request, offers: [...offers, offer] }, 'offer', doing, { event: 'offered', offer });
};

/** Moves the request along one arrow and writes the diary line of it. */
export const moveRequest = async (
  tx: Tx,
  found: Case,
  act: Parameters<typeof step>[1],
  doing: Doing,
  told: { readonly event: string; readonly offer?: Offer; readonly change?: Partial<Request>; readonly body?: Record<string, unknown> },
): Answer<Case> => {
  const moved = step(found.request.state, act);
  if (!moved.ok) return moved;
  const request = { ...found.request, ...told.change, state: moved.value };
  await updateRequest(tx, request);
  const about = { request, offers: found.offers, ...(told.offer === undefined ? {} : { offer: told.offer }) };
  await record(tx, [requestLine(doing, told.event, about, told.body)]);
  return ok({ request: { ...request, version: request.version + 1 }, offers: found.offers });
};

/** Ends an offer without a yes: the place is given back, and the provider no longer sees the request. */
export const endOffer = async (tx: Tx, offer: OfferRow, state: 'refused' | 'expired' | 'withdrawn', doing: Doing, no?: { code: OfferRefusal; text: string }): Answer<OfferRow> => {
  if (offer.claimId !== null) {
    const released = await releaseClaim(tx, offer.claimId, doing);
    if (!released.ok) return released;
  }
  const ended: OfferRow = { ...offer, state, answeredAt: doing.now, refusalCode: no?.code ?? null };
  await updateOffer(tx, ended, no?.text ?? null);
  const who = { personId: offer.personId, organisationId: offer.organisationId, now: doing.now };
  await endRelation(tx, { ...who, kind: 'offered' });
  return ok(ended);
};

/** After an offer ended: the request goes back to searching when nobody is asked any more. */
const afterNo = async (tx: Tx, found: Case, ended: OfferRow, event: string, doing: Doing): Answer<Case> => {
  const offers = found.offers.map((offer) => (offer.id === ended.id ? ended : offer));
  const still = offers.some((offer) => offer.state === 'open');
  if (found.request.state === 'offered' && !still) {
    return moveRequest(tx, { request: found.request, offers }, 'all answers no', doing, { event, offer: ended, body: { code: ended.refusalCode } });
  }
  await record(tx, [requestLine(doing, event, { request: found.request, offers, offer: ended }, { code: ended.refusalCode })]);
  return ok({ request: found.request, offers });
};

/** The ward says no, with a reason. Its bed is free again for others. */
export const refuseOffer = async (tx: Tx, offerId: string, no: { code: OfferRefusal; text: string }, doing: Doing): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const decided = decideRefuse(found.value.offer, no.code);
  if (!decided.ok) return decided;
  const ended = await endOffer(tx, found.value.offer, 'refused', doing, no);
  return ended.ok ? afterNo(tx, found.value, ended.value, 'refused', doing) : ended;
};

/** Who asked takes the question back (also: undo within ten seconds). */
export const withdrawOffer = async (tx: Tx, offerId: string, doing: Doing): Answer<Case> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return found;
  const mine = found.value.request.referrerOrg === doing.actor.organisationId;
  if (!mine && doing.region.agreement.deskOrganisationId !== doing.actor.organisationId) return refuse({ code: 'offer-unknown' });
  if (found.value.offer.state === 'withdrawn') return ok(found.value);
  if (found.value.offer.state !== 'open') return refuse({ code: 'offer-not-open' });
  const ended = await endOffer(tx, found.value.offer, 'withdrawn', doing);
  return ended.ok ? afterNo(tx, found.value, ended.value, 'offer-withdrawn', doing) : ended;
};

/** The ward has seen the question. */
export const readOffer = async (tx: Tx, offerId: string, doing: Doing): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  if (await markRead(tx, offerId, doing.now)) {
    await record(tx, [requestLine(doing, 'read', { request: found.value.request, offers: found.value.offers, offer: found.value.offer })]);
  }
  return openCase(tx, found.value.request.id);
};

/** Silence past the deadline is a no: the bed is free again and the request searches on. */
export const expireOffer = async (tx: Tx, offerId: string, doing: Doing): Answer<Case> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return found;
  const due = overdueOffers([found.value.offer], doing.now);
  const moved = offerStep(found.value.offer.state, 'no answer in time');
  if (due.length === 0 || !moved.ok) return ok(found.value);
  const ended = await endOffer(tx, found.value.offer, 'expired', doing);
  if (!ended.ok) return ended;
  const after = await afterNo(tx, { ...found.value, request: { ...found.value.request, deskAsked: true } }, ended.value, 'expired', doing);
  return after;
};

/** The ward says yes: its doctor takes over on arrival, the place is reserved, and all other questions end. */
export const acceptOffer = async (
  tx: Tx,
  offerId: string,
  yes: { readonly doctor: string; readonly placeId: string | null; readonly product: Product | null; readonly arrivalFrom: Instant | null },
  doing: Doing,
): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { request, offer, offers } = found.value;
  const decided = decideAccept(request, offer, yes, doing.now);
  if (!decided.ok) return decided;
  const { doctor, product, arrivalFrom } = decided.value;
  const place = yes.placeId ?? offer.placeId;
  const held = offer.claimId === null
    ? await holdFor(tx, { ...request, product }, { personId: offer.personId, placeId: place, until: doing.now + MINUTE }, doing)
    : ok({ claimId: offer.claimId });
  if (!held.ok || held.value.claimId === null) return held.ok ? refuse({ code: 'place-unknown' }) : held;
  const reserved = await reservePlace(tx, { claimId: held.value.claimId, arrival: arrivalFrom, placeId: yes.placeId, product }, doing);
  if (!reserved.ok) return reserved;
  const accepted: OfferRow = {
    ...offer, state: 'accepted', claimId: held.value.claimId, placeId: place, doctor, answeredAt: doing.now,
    arrivalFrom: reserved.value.during.from,
  };
  await updateOffer(tx, accepted, null);
  const person = { personId: offer.personId, actor: doing.actor.id, now: doing.now };
  await relate(tx, { ...person, organisationId: offer.organisationId, kind: 'accepted', ground: 'acceptance' });
  const withdrawn = await withdrawOthers(tx, offers, offer.id, doing);
  if (!withdrawn.ok) return withdrawn;
  const all = offers.map((each) => (each.id === offer.id ? accepted : (withdrawn.value.get(each.id) ?? each)));
  const weight = request.weight === 'unknown' ? (product === 'elv-low' ? 'low' : 'high') : request.weight;
  return moveRequest(tx, { request, offers: all }, 'accept', doing, {
    event: 'accepted', offer: accepted, change: { acceptedAt: doing.now, product, weight },
  });
};

/** The first yes wins: everybody else who was asked is told that it is settled, and their beds are free again. */
export const withdrawOthers = async (tx: Tx, offers: readonly OfferRow[], except: string | null, doing: Doing): Answer<Map<string, OfferRow>> => {
  const ended = new Map<string, OfferRow>();
  for (const offer of offers) {
    if (offer.id === except || (offer.state !== 'open' && offer.state !== 'accepted')) continue;
    const result = await endOffer(tx, offer, 'withdrawn', doing);
    if (!result.ok) return result;
    ended.set(offer.id, result.value);
  }
  return ok(ended);
};
