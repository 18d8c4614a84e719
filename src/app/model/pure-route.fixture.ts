import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { isPending } from '#modules/placement/decide/offer.ts';
import { step } from '#modules/placement/decide/request.ts';
import type { Offer, Request } from '#modules/placement/types.ts';
import { holdBed, releaseBed } from './pure-acts.fixture.ts';
import type { PureBeds } from './pure-store.fixture.ts';
import type { HouseRules, ResponsibleFact } from './world.fixture.ts';

type Answer<T> = Result<T, Refusal>;
type Act = Parameters<typeof step>[1];
export type Asked = Offer & { readonly person: string };
export type Sent = Request & { readonly person: string };

/** The rules of the agreement of the small region. */
const RULES = { holdMinutes: 45, answerMinutes: 45, parallelOffers: 3, heldOffers: 2 };
const CRISIS = { holdMinutes: 60, answerMinutes: 15, parallelOffers: 5, heldOffers: 1 };

interface RouteRows {
  readonly requests: readonly Sent[];
  readonly offers: readonly Asked[];
  readonly responsible: readonly ResponsibleFact[];
}

/** Requests and offers in memory, on beds in memory. */
export interface PureRoute {
  readonly beds: PureBeds;
  readonly units: readonly [string, string];
  readonly rules: HouseRules;
  rows: RouteRows;
  made: number;
}

export const requestOf = (route: PureRoute, id: string): Sent | undefined =>
  route.rows.requests.find((request) => request.id === id);
export const offersOf = (route: PureRoute, request: string): Asked[] =>
  route.rows.offers.filter((offer) => offer.requestId === request);
export const accepted = (route: PureRoute, request: string): Asked | undefined =>
  offersOf(route, request).find((offer) => offer.state === 'accepted');

export const putRequest = (route: PureRoute, request: Sent): void => {
  const requests = route.rows.requests.map((each) => (each.id === request.id ? request : each));
  route.rows = { ...route.rows, requests };
};
export const putOffer = (route: PureRoute, offer: Asked): void => {
  const offers = route.rows.offers.map((each) => (each.id === offer.id ? offer : each));
  route.rows = { ...route.rows, offers };
};

export const move = (
  route: PureRoute,
  request: Sent,
  act: Act,
  change: Partial<Request> = {},
): Answer<string> => {
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

export const beginResponsibility = (route: PureRoute, row: Omit<ResponsibleFact, 'until'>): void => {
  route.rows = { ...route.rows, responsible: [...route.rows.responsible, { ...row, until: FOREVER }] };
};

export const isInCare = (route: PureRoute, person: string): boolean =>
  route.rows.responsible.some((row) => row.person === person && route.beds.now() < row.until);

/** The clocks and numbers of the route this request walks. */
export const rulesFor = ({ crisisRoute }: Sent): typeof RULES => (crisisRoute ? CRISIS : RULES);

export const holdFor = (
  route: PureRoute,
  request: Sent,
  wish: {
    readonly placeId: string;
    readonly until: Instant;
    readonly product: Product;
    readonly from?: Instant | null;
  },
): Answer<Claim> => {
  const { placeId, until: expiresAt, product } = wish;
  const from = Math.max(wish.from ?? request.wantedFrom, route.beds.now());
  return holdBed(route.beds, { placeId, subject: request.person, product, from, expiresAt });
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

export const withdrawOthers = (route: PureRoute, request: string, except: string | null): Answer<null> => {
  for (const offer of offersOf(route, request)) {
    if (offer.id === except || !(isPending(offer) || offer.state === 'accepted')) continue;
    const done = endOffer(route, offer, 'withdrawn');
    if (!done.ok) return done;
  }
  return ok(null);
};

export const afterNo = (route: PureRoute, requestId: string): Answer<string> => {
  const before = requestOf(route, requestId);
  if (before === undefined) return ok(requestId);
  const offers = offersOf(route, requestId);
  const chooseBy = offers.some((offer) => offer.state === 'willing') ? before.chooseBy : null;
  const request = { ...before, chooseBy };
  putRequest(route, request);
  if (request.state !== 'offered' || offers.some(isPending)) return ok(requestId);
  return move(route, request, 'all answers no');
};

export const withOffer = (
  route: PureRoute,
  id: string,
  act: (offer: Asked, request: Sent) => Answer<string>,
) => {
  const offer = route.rows.offers.find((each) => each.id === id);
  const request = offer === undefined ? undefined : requestOf(route, offer.requestId);
  if (offer === undefined || request === undefined) return refuse<Refusal>({ code: 'offer-unknown' });
  return act(offer, request);
};
