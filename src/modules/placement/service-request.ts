import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  arriveOnPlace,
  type Doing,
  decideMore,
  HELD_PER_ORGANISATION,
  replanPlace,
} from '#modules/capacity/index.ts';
import { enterPerson, person as personById, profileOf, relate } from '#modules/people/index.ts';
import type { Person, PersonEntry } from '#modules/people/types.ts';
import { REGION_ZONE, walksCrisisRoute } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { acceptedOf, type Case, moveRequest, openCase, plans, withdrawOthers } from './case.ts';
import { closeReasonFor, decideClose, productFor } from './decide/request.ts';
import { asks, requestLine } from './doing.ts';
import { askAll, type NextPlaces } from './service-next.ts';
import { refuseSecond } from './service-running.ts';
import { type SentTriage, triageOnSending } from './service-triage.ts';
import { insertOpen, insertRequest, nextCode, updateOffer, updateRequest } from './store.ts';
import { beginResponsibility, endResponsibility, isInCare } from './store-care.ts';
import { heldByRequests } from './store-held.ts';
import { whereOf } from './store-read.ts';
import { tellElsewhere } from './store-settle.ts';
import type { CloseReason, Profile, Request, UnmetCode, WithdrawCode, WouldHave } from './types.ts';

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
  /** Answers to the decision tree; null: they follow later. */
  readonly triage: SentTriage | null;
  /** On purpose, though a request runs for this person already. */
  readonly second: boolean;
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

/** What one organisation's requests hold, nobody else can have: there is a most to it. */
const mayHoldMore = async (tx: Tx, more: number, doing: Doing): Answer<null> => {
  if (more === 0) return ok(null);
  const held = await heldByRequests(tx, doing.actor.organisationId, HELD_PER_ORGANISATION, doing.now);
  return decideMore(held, more, HELD_PER_ORGANISATION, doing.now);
};

/** Sends a request: recorded, its places held, its providers asked, in one go. A place that is gone leaves nothing behind. */
export const sendRequest = async (
  tx: Tx,
  sent: SentRequest,
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const free = sent.second ? ok(null) : await refuseSecond(tx, sent.person);
  if (!free.ok) return free;
  const more = await mayHoldMore(tx, sent.placeIds.length, doing);
  if (!more.ok) return more;
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
  const triaged = await triageOnSending(tx, { request, offers: [] }, sent.triage, doing);
  return triaged.ok ? askAll(tx, triaged.value, sent.placeIds, find, doing) : triaged;
};

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

/** How a request ends without a stay here. "No place" without its code is refused: it would not be counted. */
export type Ending =
  | { readonly reason: 'withdrawn'; readonly code: WithdrawCode }
  | { readonly reason: 'elsewhere'; readonly place: string; readonly metres: number | null }
  | { readonly reason: 'no-place'; readonly code: UnmetCode | null; readonly would: readonly WouldHave[] };

/** What the ending writes on the request. */
const endingOf = (ending: Ending): Result<Partial<Request>, Refusal> => {
  switch (ending.reason) {
    case 'withdrawn':
      return ok({ withdrawCode: ending.code });
    case 'elsewhere':
      return ok({ elsewhere: { place: ending.place, metres: ending.metres } });
    case 'no-place':
      return ending.code === null
        ? refuse({ code: 'unmet-reason-missing' })
        : ok({ unmet: { code: ending.code, would: ending.would } });
  }
};

/** The request ends without a stay here: withdrawn, a place elsewhere, or no place at all, which counts. */
export const closeRequest = async (tx: Tx, requestId: string, ending: Ending, doing: Doing): Answer<Case> => {
  const { reason } = ending;
  const found = await openCase(tx, requestId);
  if (!found.ok) return found;
  if (!asks(found.value.request, doing)) return refuse({ code: 'request-unknown' });
  const decided = decideClose(found.value.request, reason);
  if (!decided.ok) return decided;
  const written = endingOf(ending);
  if (!written.ok) return written;
  const ended = await withdrawOthers(tx, found.value.offers, null, doing);
  if (!ended.ok) return ended;
  const where = await whereOf(tx, requestId);
  if (where !== null) await endResponsibility(tx, { personId: where.personId, requestId }, doing.now);
  const offers = found.value.offers.map((each) => ended.value.get(each.id) ?? each);
  const request = { ...found.value.request, ...written.value };
  if (ending.reason === 'elsewhere') await tellElsewhere(tx, requestId, ending.place);
  return finish(tx, { request, offers }, reason, 'closed', doing);
};

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

/**
 * The stay ended: the request closes by itself, home again or elsewhere. The house stays responsible until somebody else
 * says that they are (the handover of the stay); only death ends it here.
 */
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
  if (left.destination === 'died')
    await endResponsibility(tx, { personId: offer.personId, requestId }, left.at);
  return finish(tx, found.value, closeReasonFor(left.destination), 'left', doing);
};
