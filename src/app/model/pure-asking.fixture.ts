import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { mayAskOn, triedUnits } from '#modules/placement/decide/next.ts';
import { decideOffer, isPending } from '#modules/placement/decide/offer.ts';
import { couldHold } from './pure-acts.fixture.ts';
import {
  type Asked,
  beginResponsibility,
  holdFor,
  isInCare,
  move,
  offersOf,
  type PureRoute,
  requestOf,
  rulesFor,
  type Sent,
} from './pure-route.fixture.ts';
import { unitOf } from './pure-store.fixture.ts';

type Answer<T> = Result<T, Refusal>;

/** Asks one more home. */
export const offerBed = (
  route: PureRoute,
  requestId: string,
  ask: { readonly place: string; readonly hold: boolean; readonly byItself?: boolean },
): Answer<string> => {
  const request = requestOf(route, requestId);
  if (request === undefined) return refuse({ code: 'request-unknown' });
  const { beds } = route;
  const unitId = unitOf(beds, ask.place);
  const rules = rulesFor(request);
  const asked = { unitId, hold: ask.hold };
  const allowed = decideOffer(request, offersOf(route, requestId), asked, rules, beds.now());
  if (!allowed.ok) return allowed;
  const until = beds.now() + rules.holdMinutes * MINUTE;
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
    ...{ alternativeFrom: null, extra: null, byItself: ask.byItself ?? false },
    version: 1,
  };
  route.rows = { ...route.rows, offers: [...route.rows.offers, offer] };
  return move(route, request, 'offer');
};

/** Asks the next home by itself, when there is one that was not tried and has a bed; says whether it did. */
export const askOn = (route: PureRoute, requestId: string): boolean => {
  const request = requestOf(route, requestId);
  if (request === undefined) return false;
  const offers = offersOf(route, requestId);
  const rules = rulesFor(request);
  const { autoNext } = route.rules;
  if (!mayAskOn(request, offers, { autoNext, parallelOffers: rules.parallelOffers })) return false;
  const tried = triedUnits(offers, route.beds.now(), 'Europe/Amsterdam');
  const next = route.beds.places.filter(({ unitId }) => !tried.has(unitId));
  const held = offers.filter((offer) => isPending(offer) && offer.claimId !== null).length;
  for (const { id: place } of next) {
    const wish = { placeId: place, subject: request.person, product: request.product };
    // Asked without a hold, it is asked only what fits by what is seen.
    if (
      held >= rules.heldOffers &&
      !couldHold(route.beds, { ...wish, from: request.wantedFrom, expiresAt: 0 })
    )
      continue;
    if (offerBed(route, requestId, { place, hold: true, byItself: true }).ok) return true;
  }
  return false;
};

/** Sends a request, to these places at once. */
export const sendRequest = (
  route: PureRoute,
  sent: { person: string; from: Instant; places: readonly string[]; product: Product; crisis: boolean },
): Answer<string> => {
  const now = route.beds.now();
  const id = `request-${++route.made}`;
  const urgency = sent.crisis ? 'crisis' : 'today';
  const profile = { reason: 'recovery', weight: 'high', urgency, origin: 'home' } as const;
  const request: Sent = {
    ...{ id, code: id, person: sent.person, referrerOrg: 'gp', ...profile, product: sent.product },
    ...{ wantedFrom: Math.max(sent.from, now), ageBand: '85-89', sex: 'female', needs: [], traits: [] },
    ...{ language: null, state: 'searching', closeReason: null, deskAsked: false, sentAt: now },
    ...{
      acceptedAt: null,
      closedAt: null,
      version: 1,
      crisisRoute: sent.crisis,
      candidates: [],
      askNext: true,
    },
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
  while (sent.crisis && askOn(route, id));
  return ok(id);
};
