import { overdueOffers } from '#modules/placement/decide/offer.ts';
import { closeReasonFor } from '#modules/placement/decide/request.ts';
import { endAndGoOn, loseBed, settleChoice } from './pure-answers.fixture.ts';
import { type Asked, type PureRoute, putOffer, putRequest, requestOf } from './pure-route.fixture.ts';
import type { BedEvent } from './pure-store.fixture.ts';

const FOLLOWED: readonly Asked['state'][] = ['open', 'alternative', 'willing', 'accepted'];

/** What happened on the beds and changes a request. */
export const followEvent = (route: PureRoute, { event, claim, to }: BedEvent): void => {
  const offer = route.rows.offers.find((each) => each.claimId === claim.id && FOLLOWED.includes(each.state));
  if (offer === undefined) return;
  if (event === 'displaced' && offer.state === 'willing') endAndGoOn(route, offer, 'withdrawn');
  if (event === 'displaced' && offer.state === 'accepted') loseBed(route, offer.requestId, 'displaced');
  if (event === 'moved' && to !== null) putOffer(route, { ...offer, claimId: to.id, placeId: to.placeId });
  const request = requestOf(route, offer.requestId);
  if (event !== 'left' || request?.state !== 'admitted') return;
  putRequest(route, { ...request, state: 'closed', closeReason: closeReasonFor('home') });
};

/** A choice that nobody made is made; silence is a no. */
export const passTime = (route: PureRoute): void => {
  for (const { id } of route.rows.requests) settleChoice(route, id);
  const overdue = overdueOffers(route.rows.offers, route.beds.now()) as Asked[];
  for (const { id } of overdue.toSorted((a, b) => a.answerBy - b.answerBy)) {
    const offer = route.rows.offers.find((each) => each.id === id);
    if (offer !== undefined && overdueOffers([offer], route.beds.now()).length > 0)
      endAndGoOn(route, offer, 'expired');
  }
};
