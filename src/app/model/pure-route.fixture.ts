import { FOREVER, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { decideAccept, decideOffer, decideRefuse } from '#modules/placement/decide/offer.ts';
import { decideClose, step } from '#modules/placement/decide/request.ts';
import type { CloseReason, Offer, Request } from '#modules/placement/types.ts';
import { arriveOnBed, holdBed, releaseBed, replanBed, reserveBed } from './pure-acts.fixture.ts';
import { type PureBeds, unitOf } from './pure-store.fixture.ts';
import type { ResponsibleFact } from './world.fixture.ts';

type Answer<T> = Result<T, Refusal>;
type Act = Parameters<typeof step>[1];
export type Asked = Offer & { readonly person: string };
type Sent = Request & { readonly person: string };

/** The rules of the agreement of the small region. */
const RULES = { answerMinutes: 45, parallelOffers: 3, heldOffers: 2 };
const HOLD_MS = 45 * MINUTE;
const REFERRER = 'gp';

interface RouteRows {
  readonly requests: readonly Sent[];
  readonly offers: readonly Asked[];
  readonly responsible: readonly ResponsibleFact[];
}

/** Requests and offers in memory, on beds in memory. */
export interface PureRoute {
  readonly beds: PureBeds;
  readonly units: readonly [string, string];
  rows: RouteRows;
  made: number;
}

export const requestOf = (route: PureRoute, id: string): Sent | undefined =>
  route.rows.requests.find((request) => request.id === id);
const offersOf = (route: PureRoute, request: string): Asked[] =>
  route.rows.offers.filter((offer) => offer.requestId === request);
const accepted = (route: PureRoute, request: string): Asked | undefined =>
  offersOf(route, request).find((offer) => offer.state === 'accepted');

export const putRequest = (route: PureRoute, request: Sent): void => {
  const requests = route.rows.requests.map((each) => (each.id === request.id ? request : each));
  route.rows = { ...route.rows, requests };
};
export const putOffer = (route: PureRoute, offer: Asked): void => {
  const offers = route.rows.offers.map((each) => (each.id === offer.id ? offer : each));
  route.rows = { ...route.rows, offers };
};

const move = (route: PureRoute, request: Sent, act: Act, change: Partial<Request> = {}): Answer<string> => {
  const moved = step(request.state, act);
  if (!moved.ok) return moved;
  putRequest(route, { ...request, ...change, state: moved.value });
  return ok(request.id);
};

/** Responsibility ends, of a request when one is named; answers from when somebody else can have it. */
export const endResponsibility = (
  route: PureRoute,
  person: string,
  request: string | null,
  at: Instant,
): Instant => {
  const responsible = route.rows.responsible.map((row) =>
    row.person === person && row.until === FOREVER && (request === null || row.request === request)
      ? { ...row, until: Math.max(at, row.from + 1) }
      : row,
  );
  route.rows = { ...route.rows, responsible };
  return Math.max(at, ...responsible.filter((row) => row.person === person).map((row) => row.until));
};

const beginResponsibility = (route: PureRoute, row: Omit<ResponsibleFact, 'until'>): void => {
  route.rows = { ...route.rows, responsible: [...route.rows.responsible, { ...row, until: FOREVER }] };
};

const isInCare = (route: PureRoute, person: string): boolean =>
  route.rows.responsible.some((row) => row.person === person && route.beds.now() < row.until);

const holdFor = (
  route: PureRoute,
  request: Sent,
  wish: { readonly placeId: string; readonly until: Instant; readonly product: Product },
): Answer<Claim> => {
  const { placeId, until: expiresAt, product } = wish;
  const from = Math.max(request.wantedFrom, route.beds.now());
  return holdBed(route.beds, { placeId, subject: request.person, product, from, expiresAt });
};

/** Asks one more home. */
export const offerBed = (
  route: PureRoute,
  requestId: string,
  ask: { readonly place: string; readonly hold: boolean },
): Answer<string> => {
  const request = requestOf(route, requestId);
  if (request === undefined) return refuse({ code: 'request-unknown' });
  const { beds } = route;
  const unitId = unitOf(beds, ask.place);
  const allowed = decideOffer(
    request,
    offersOf(route, requestId),
    { unitId, hold: ask.hold },
    RULES,
    beds.now(),
  );
  if (!allowed.ok) return allowed;
  const until = beds.now() + HOLD_MS;
  const held = allowed.value.hold
    ? holdFor(route, request, { placeId: ask.place, until, product: request.product })
    : ok(null);
  if (!held.ok) return held;
  const offer: Asked = {
    id: `offer-${++route.made}`,
    requestId,
    person: request.person,
    organisationId: unitId,
    siteId: unitId,
    unitId,
    placeId: ask.place,
    claimId: held.value?.id ?? null,
    distanceM: null,
    state: 'open',
    sentAt: beds.now(),
    answerBy: allowed.value.answerBy,
    ...{ readAt: null, answeredAt: null, refusalCode: null, doctor: null, arrivalFrom: null },
    ...{ alternativeFrom: null, extra: null, byItself: false },
    version: 1,
  };
  route.rows = { ...route.rows, offers: [...route.rows.offers, offer] };
  return move(route, request, 'offer');
};

/** Sends a request, to these places at once. */
export const sendRequest = (
  route: PureRoute,
  sent: { person: string; from: Instant; places: readonly string[]; product: Product },
): Answer<string> => {
  const now = route.beds.now();
  const id = `request-${++route.made}`;
  const profile = { reason: 'recovery', weight: 'high', urgency: 'today', origin: 'home' } as const;
  const request: Sent = {
    ...{ id, code: id, person: sent.person, referrerOrg: REFERRER, ...profile, product: sent.product },
    ...{ wantedFrom: Math.max(sent.from, now), ageBand: '85-89', sex: 'female', needs: [], traits: [] },
    ...{ language: null, state: 'searching', closeReason: null, deskAsked: false, sentAt: now },
    ...{ acceptedAt: null, closedAt: null, version: 1, crisisRoute: false, candidates: [], askNext: false },
    ...{ legalTitle: null, uzovi: null, chooseBy: null, transport: null, withdrawCode: null },
    ...{ elsewhere: null, unmet: null },
  };
  route.rows = { ...route.rows, requests: [...route.rows.requests, request] };
  if (!isInCare(route, sent.person))
    beginResponsibility(route, { person: sent.person, request: id, house: null, from: now });
  for (const place of sent.places) {
    const offered = offerBed(route, id, { place, hold: true });
    if (!offered.ok) return offered;
  }
  return ok(id);
};

export const endOffer = (
  route: PureRoute,
  offer: Asked,
  state: 'refused' | 'expired' | 'withdrawn',
): Answer<null> => {
  const released = offer.claimId === null ? ok(null) : releaseBed(route.beds, offer.claimId);
  if (!released.ok) return released;
  putOffer(route, { ...offer, state, answeredAt: route.beds.now() });
  return ok(null);
};

const withdrawOthers = (route: PureRoute, request: string, except: string | null): Answer<null> => {
  for (const offer of offersOf(route, request)) {
    if (offer.id === except || (offer.state !== 'open' && offer.state !== 'accepted')) continue;
    const done = endOffer(route, offer, 'withdrawn');
    if (!done.ok) return done;
  }
  return ok(null);
};

export const afterNo = (route: PureRoute, requestId: string): Answer<string> => {
  const request = requestOf(route, requestId);
  const still = offersOf(route, requestId).some((offer) => offer.state === 'open');
  if (request?.state !== 'offered' || still) return ok(requestId);
  return move(route, request, 'all answers no');
};

const withOffer = (route: PureRoute, id: string, act: (offer: Asked, request: Sent) => Answer<string>) => {
  const offer = route.rows.offers.find((each) => each.id === id);
  const request = offer === undefined ? undefined : requestOf(route, offer.requestId);
  if (offer === undefined || request === undefined) return refuse<Refusal>({ code: 'offer-unknown' });
  return act(offer, request);
};

/** The ward says no. */
export const refuseOffer = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer) => {
    const decided = decideRefuse(offer, 'no-staff');
    if (!decided.ok) return decided;
    const ended = endOffer(route, offer, 'refused');
    return ended.ok ? afterNo(route, offer.requestId) : ended;
  });

/** Who asked takes the question back. */
export const withdrawOffer = (route: PureRoute, id: string): Answer<string> =>
  withOffer(route, id, (offer) => {
    if (offer.state === 'withdrawn') return ok(offer.requestId);
    if (offer.state !== 'open') return refuse({ code: 'offer-not-open' });
    const ended = endOffer(route, offer, 'withdrawn');
    return ended.ok ? afterNo(route, offer.requestId) : ended;
  });

/** The place of an offer, held before or now, becomes the reservation. */
const reserveFor = (
  route: PureRoute,
  asked: { readonly offer: Asked; readonly request: Sent },
  wish: { readonly placeId: string; readonly product: Product; readonly from: Instant | null },
): Answer<Claim> => {
  const { offer, request } = asked;
  const { placeId, product } = wish;
  if (unitOf(route.beds, placeId) !== offer.unitId) return refuse({ code: 'place-unknown' });
  const until = route.beds.now() + MINUTE;
  const held =
    offer.claimId === null ? holdFor(route, request, { placeId, until, product }) : ok({ id: offer.claimId });
  return held.ok ? reserveBed(route.beds, held.value.id, { placeId, product }, wish.from) : held;
};

/** The ward says yes. */
export const acceptOffer = (
  route: PureRoute,
  id: string,
  yes: { readonly place: string | null; readonly from: Instant | null },
): Answer<string> =>
  withOffer(route, id, (offer, request) => {
    const answer = { doctor: 'dr. Oefen', product: null, arrivalFrom: yes.from };
    const decided = decideAccept(request, offer, answer, route.beds.now());
    if (!decided.ok) return decided;
    const { product, arrivalFrom: from } = decided.value;
    const reserved = reserveFor(
      route,
      { offer, request },
      { placeId: yes.place ?? offer.placeId, product, from },
    );
    if (!reserved.ok) return reserved;
    const { id: claimId, placeId, during } = reserved.value;
    const said = { claimId, placeId, doctor: 'dr. Oefen', answeredAt: route.beds.now() };
    putOffer(route, { ...offer, ...said, state: 'accepted', arrivalFrom: during.from });
    const others = withdrawOthers(route, request.id, offer.id);
    return others.ok ? move(route, request, 'accept', { product }) : others;
  });

/** The admission moves. */
export const planAdmission = (route: PureRoute, id: string, from: Instant): Answer<string> => {
  const offer = accepted(route, id);
  if (offer?.claimId == null || requestOf(route, id)?.state !== 'accepted')
    return refuse({ code: 'not-accepted' });
  if (from < route.beds.now()) return refuse({ code: 'arrival-in-the-past' });
  const planned = replanBed(route.beds, offer.claimId, from);
  if (planned.ok) putOffer(route, { ...offer, arrivalFrom: from });
  return planned.ok ? ok(id) : planned;
};

/** The person is here. */
export const confirmArrival = (route: PureRoute, id: string, at: Instant): Answer<string> => {
  const [offer, request] = [accepted(route, id), requestOf(route, id)];
  if (offer?.claimId == null || request === undefined) return refuse({ code: 'not-accepted' });
  const arrived = arriveOnBed(route.beds, offer.claimId, at);
  if (!arrived.ok) return arrived;
  const from = endResponsibility(route, offer.person, null, arrived.value.arrivedAt ?? at);
  const house = offer.unitId === route.units[0] ? 0 : 1;
  beginResponsibility(route, { person: offer.person, request: id, house, from });
  return move(route, request, 'arrive');
};

/** The bed is lost: nobody came, or a fact took it. */
export const loseBed = (route: PureRoute, id: string, act: 'not arrived' | 'displaced'): Answer<string> => {
  const request = requestOf(route, id);
  if (request?.state !== 'accepted' || accepted(route, id) === undefined)
    return refuse({ code: 'not-accepted' });
  const ended = withdrawOthers(route, id, null);
  return ended.ok ? move(route, request, act) : ended;
};

/** Closes the request. */
export const closeRequest = (route: PureRoute, id: string, reason: CloseReason): Answer<string> => {
  const request = requestOf(route, id);
  if (request === undefined) return refuse({ code: 'request-unknown' });
  const decided = decideClose(request, reason);
  if (!decided.ok) return decided;
  const ended = withdrawOthers(route, id, null);
  if (!ended.ok) return ended;
  endResponsibility(route, request.person, id, route.beds.now());
  putRequest(route, { ...request, state: 'closed', closeReason: reason });
  return ok(id);
};
