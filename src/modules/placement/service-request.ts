import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { arriveOnPlace, type Doing, reachForPlaces, replanPlace } from '#modules/capacity/index.ts';
import { enterPerson, person as personById, profileOf, relate } from '#modules/people/index.ts';
import type { Person, PersonEntry } from '#modules/people/types.ts';
import { REGION_ZONE, walksCrisisRoute } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { type Case, moveRequest, openCase, withdrawOthers } from './case.ts';
import { closeReasonFor, decideClose, productFor } from './decide/request.ts';
import { requestLine } from './doing.ts';
import { makeOffer } from './service-offer.ts';
import {
  beginResponsibility,
  endResponsibility,
  insertOpen,
  insertRequest,
  isInCare,
  nextCode,
  type OfferRow,
  openOf,
  updateOffer,
  updateRequest,
} from './store.ts';
import type { CloseReason, Profile, Request } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A request as it comes in: six fields, and whom to ask at once. */
export interface SentRequest {
  readonly person: { readonly id: string } | PersonEntry;
  readonly profile: Pick<
    Profile,
    'reason' | 'weight' | 'urgency' | 'needs' | 'traits' | 'language' | 'legalTitle' | 'uzovi' | 'origin'
  >;
  readonly wantedFrom: Instant;
  readonly callbackPhone: string;
  readonly remarks: string;
  readonly wish: string;
  readonly homePc4: string | null;
  readonly partnerPc4: string | null;
  readonly areaPc4: string | null;
  /** Asked at once, best first. */
  readonly placeIds: readonly string[];
  /** Asked next, in this order, when nobody of those says yes. */
  readonly candidates: readonly string[];
  /** May the next that fits be asked by itself after that? */
  readonly askNext: boolean;
}

const personOf = async (tx: Tx, given: SentRequest['person'], doing: Doing): Answer<Person> => {
  if (!('id' in given)) return enterPerson(tx, given, doing.actor, doing.now);
  const known = await personById(tx, given.id);
  return known === null ? refuse({ code: 'person-unknown' }) : ok(known);
};

const requestOf = (sent: SentRequest, who: Person, code: string, doing: Doing): Request => ({
  id: newId(),
  code,
  referrerOrg: doing.actor.organisationId,
  ...sent.profile,
  ...profileOf(who, doing.now, REGION_ZONE),
  product: productFor(sent.profile.reason, sent.profile.weight),
  wantedFrom: Math.max(sent.wantedFrom, doing.now),
  state: 'searching',
  closeReason: null,
  deskAsked: sent.placeIds.length === 0,
  crisisRoute: walksCrisisRoute(doing.region.agreement, sent.profile.urgency),
  candidates: sent.candidates,
  askNext: sent.askNext,
  chooseBy: null,
  transport: null,
  withdrawCode: null,
  elsewhere: null,
  unmet: null,
  sentAt: doing.now,
  acceptedAt: null,
  closedAt: null,
  version: 1,
});

/** Sends a request: recorded, its places held, its providers asked, in one go. A place that is gone leaves nothing behind. */
export const sendRequest = async (tx: Tx, sent: SentRequest, doing: Doing): Answer<Case> => {
  const who = await personOf(tx, sent.person, doing);
  if (!who.ok) return who;
  const request = requestOf(sent, who.value, await nextCode(tx), doing);
  await insertRequest(tx, request, doing.actor.id);
  await insertOpen(tx, {
    requestId: request.id,
    personId: who.value.id,
    callbackPhone: sent.callbackPhone,
    remarks: sent.remarks,
    wish: sent.wish,
    homePc4: sent.homePc4 ?? who.value.pc4,
    partnerPc4: sent.partnerPc4,
    areaPc4: sent.areaPc4,
  });
  const desk = doing.region.agreement.deskOrganisationId;
  await relate(tx, {
    personId: who.value.id,
    organisationId: desk,
    kind: 'desk',
    ground: 'triage',
    actor: doing.actor.id,
    now: doing.now,
  });
  if (!(await isInCare(tx, who.value.id, doing.now))) {
    await beginResponsibility(tx, {
      id: newId(),
      requestId: request.id,
      personId: who.value.id,
      organisationId: request.referrerOrg,
      doctor: null,
      from: doing.now,
    });
  }
  await record(tx, [
    requestLine(
      doing,
      'sent',
      { request, offers: [] },
      { product: request.product, urgency: request.urgency, origin: request.origin },
    ),
  ]);
  return offerAll(tx, { request, offers: [] }, sent.placeIds, doing);
};

const offerAll = async (tx: Tx, start: Case, placeIds: readonly string[], doing: Doing): Answer<Case> => {
  let found = start;
  await reachForPlaces(tx, placeIds, doing);
  for (const placeId of placeIds) {
    const next = await makeOffer(tx, found, { placeId, hold: true }, doing);
    if (!next.ok) return next;
    found = next.value;
  }
  return ok(found);
};

/** Who asked, who said yes, or the desk; a house that was asked too and said no has nothing to plan. */
const plans = (request: Request, offer: OfferRow, doing: Doing): boolean =>
  asks(request, doing) || offer.organisationId === doing.actor.organisationId;

const acceptedOf = (found: Case): OfferRow | null =>
  found.offers.find((offer) => offer.state === 'accepted') ?? null;

/** The admission moves to another moment. */
export const planAdmission = async (
  tx: Tx,
  requestId: string,
  arrivalFrom: Instant,
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const offer = acceptedOf(found.value);
  if (offer === null || offer.claimId === null || found.value.request.state !== 'accepted')
    return refuse({ code: 'not-accepted' });
  if (!plans(found.value.request, offer, doing)) return refuse({ code: 'request-unknown' });
  if (arrivalFrom < doing.now) return refuse({ code: 'arrival-in-the-past' });
  const replanned = await replanPlace(tx, offer.claimId, arrivalFrom, doing);
  if (!replanned.ok) return replanned;
  const planned = { ...offer, arrivalFrom };
  await updateOffer(tx, planned, null);
  const offers = found.value.offers.map((each) => (each.id === offer.id ? planned : each));
  await record(tx, [
    requestLine(doing, 'planned', { request: found.value.request, offers, offer: planned }, { arrivalFrom }),
  ]);
  return ok({ request: found.value.request, offers });
};

/** The person is here: from this moment the admitting doctor's organisation is responsible, and no earlier. */
export const confirmArrival = async (tx: Tx, requestId: string, at: Instant, doing: Doing): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const offer = acceptedOf(found.value);
  if (offer === null || offer.claimId === null) return refuse({ code: 'not-accepted' });
  if (offer.organisationId !== doing.actor.organisationId) return refuse({ code: 'other-unit' });
  const arrived = await arriveOnPlace(tx, offer.claimId, at, doing);
  if (!arrived.ok) return arrived;
  const person = { personId: offer.personId, organisationId: offer.organisationId };
  await relate(tx, {
    ...person,
    kind: 'care-team',
    ground: 'treatment',
    actor: doing.actor.id,
    now: doing.now,
  });
  const here = arrived.value.arrivedAt ?? at;
  const from = await endResponsibility(tx, { personId: offer.personId, requestId: null }, here);
  await beginResponsibility(tx, { id: newId(), requestId, ...person, doctor: offer.doctor, from });
  return moveRequest(tx, found.value, 'arrive', doing, { event: 'admitted', offer, body: { at: here } });
};

/** Planned, and not come: the bed is given back, and the desk searches or asks what happened. */
export const reportNotArrived = async (tx: Tx, requestId: string, doing: Doing): Answer<Case> =>
  loseBed(tx, requestId, 'not arrived', doing);

/** The bed went to a fact (somebody stayed, a bed closed): the request searches again, with the desk awake. */
export const reportDisplaced = async (tx: Tx, requestId: string, doing: Doing): Answer<Case> =>
  loseBed(tx, requestId, 'displaced', doing);

const loseBed = async (
  tx: Tx,
  requestId: string,
  act: 'not arrived' | 'displaced',
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const offer = acceptedOf(found.value);
  if (offer === null || found.value.request.state !== 'accepted') return refuse({ code: 'not-accepted' });
  if (!plans(found.value.request, offer, doing)) return refuse({ code: 'request-unknown' });
  const ended = await withdrawOthers(tx, found.value.offers, null, doing);
  if (!ended.ok) return ended;
  const offers = found.value.offers.map((each) => ended.value.get(each.id) ?? each);
  return moveRequest(tx, { request: found.value.request, offers }, act, doing, {
    event: act === 'displaced' ? 'displaced' : 'not-arrived',
    offer,
    change: { deskAsked: true, acceptedAt: null },
  });
};

/** The request ends without a stay here: withdrawn, a place elsewhere, or no place at all, which counts. */
export const closeRequest = async (
  tx: Tx,
  requestId: string,
  reason: Exclude<CloseReason, 'home-again' | 'died'>,
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  if (!asks(found.value.request, doing)) return refuse({ code: 'request-unknown' });
  const decided = decideClose(found.value.request, reason);
  if (!decided.ok) return decided;
  const ended = await withdrawOthers(tx, found.value.offers, null, doing);
  if (!ended.ok) return ended;
  const [open] = await openOf(tx, [requestId]);
  if (open !== undefined) await endResponsibility(tx, { personId: open.personId, requestId }, doing.now);
  const offers = found.value.offers.map((each) => ended.value.get(each.id) ?? each);
  return finish(tx, { request: found.value.request, offers }, reason, 'closed', doing);
};

/** Who asked, or the desk for the region. */
const asks = (request: Request, doing: Doing): boolean =>
  [request.referrerOrg, doing.region.agreement.deskOrganisationId].includes(doing.actor.organisationId);

const finish = async (
  tx: Tx,
  found: Case,
  reason: CloseReason,
  event: string,
  doing: Doing,
): Answer<Case> => {
  const request: Request = { ...found.request, state: 'closed', closeReason: reason, closedAt: doing.now };
  await updateRequest(tx, request);
  await record(tx, [requestLine(doing, event, { request, offers: found.offers }, { reason })]);
  return ok({ request: { ...request, version: request.version + 1 }, offers: found.offers });
};

/** The stay ended: the request closes by itself, home again or elsewhere, and the house is no longer responsible. */
export const followDeparture = async (
  tx: Tx,
  requestId: string,
  left: { at: Instant; destination: string },
  doing: Doing,
): Answer<Case> => {
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  const offer = acceptedOf(found.value);
  if (offer === null || found.value.request.state !== 'admitted') return ok(found.value);
  await endResponsibility(tx, { personId: offer.personId, requestId }, left.at);
  return finish(tx, found.value, closeReasonFor(left.destination), 'left', doing);
};
