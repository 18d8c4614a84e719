import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { decideClose } from '#modules/placement/decide/request.ts';
import type { CloseReason } from '#modules/placement/types.ts';
import { arriveOnBed, replanBed } from './pure-acts.fixture.ts';
import {
  accepted,
  beginResponsibility,
  endResponsibility,
  move,
  type PureRoute,
  putOffer,
  putRequest,
  requestOf,
  withdrawOthers,
} from './pure-route.fixture.ts';

type Answer<T> = Result<T, Refusal>;

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
