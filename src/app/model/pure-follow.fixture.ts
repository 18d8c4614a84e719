import { overdueOffers } from '#modules/placement/decide/offer.ts';
import { closeReasonFor } from '#modules/placement/decide/request.ts';
import {
  type Asked,
  afterNo,
  endOffer,
  endResponsibility,
  loseBed,
  type PureRoute,
  putOffer,
  putRequest,
  requestOf,
} from './pure-route.fixture.ts';
import type { BedEvent } from './pure-store.fixture.ts';

/** What happened on the beds and changes a request. */
export const followEvent = (route: PureRoute, { event, claim, to }: BedEvent): void => {
  const offer = route.rows.offers.find(
    (each) => each.claimId === claim.id && (each.state === 'open' || each.state === 'accepted'),
  );
  if (offer === undefined) return;
  if (event === 'displaced') loseBed(route, offer.requestId, 'displaced');
  if (event === 'moved' && to !== null) putOffer(route, { ...offer, claimId: to.id, placeId: to.placeId });
  const request = requestOf(route, offer.requestId);
  if (event !== 'left' || request?.state !== 'admitted') return;
  endResponsibility(route, offer.person, request.id, claim.during.until);
  putRequest(route, { ...request, state: 'closed', closeReason: closeReasonFor('home') });
};

/** Silence is a no. */
export const expireOffers = (route: PureRoute): void => {
  for (const offer of overdueOffers(route.rows.offers, route.beds.now()) as Asked[]) {
    endOffer(route, offer, 'expired');
    afterNo(route, offer.requestId);
  }
};
