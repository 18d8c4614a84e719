import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, unitOfPlace } from '#modules/capacity/index.ts';
import { relate } from '#modules/people/index.ts';
import { rulesOf } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import {
  type Case,
  endOffer,
  holdFor,
  moveRequest,
  openCase,
  openCaseOfOffer,
  openOwnOffer,
} from './case.ts';
import { decideOffer, decideRefuse, offerStep, overdueOffers } from './decide/offer.ts';
import { addressOf, distanceTo, requestLine } from './doing.ts';
import { insertOffer, markRead, type OfferRow, openOf } from './store.ts';
import type { OfferRefusal } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

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
  const allowed = decideOffer(
    request,
    offers,
    { unitId, hold: ask.hold },
    rulesOf(doing.region.agreement, request.crisisRoute),
    doing.now,
  );
  if (!allowed.ok) return allowed;
  const [open] = await openOf(tx, [request.id]);
  if (open === undefined) return refuse({ code: 'request-unknown' });
  const until = doing.now + rulesOf(doing.region.agreement, request.crisisRoute).holdMinutes * MINUTE;
  const held = allowed.value.hold
    ? await holdFor(tx, request, { personId: open.personId, placeId: ask.placeId, until }, doing)
    : ok({ claimId: null });
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
    alternativeFrom: null,
    extra: null,
    byItself: false,
    version: 1,
  };
  await insertOffer(tx, offer);
  await relate(tx, {
    personId: open.personId,
    organisationId: organisation.id,
    kind: 'offered',
    ground: 'offer',
    actor: doing.actor.id,
    now: doing.now,
  });
  return moveRequest(tx, { request, offers: [...offers, offer] }, 'offer', doing, {
    event: 'offered',
    offer,
  });
};

/** After an offer ended: the request goes back to searching when nobody is asked any more. */
const afterNo = async (tx: Tx, found: Case, ended: OfferRow, event: string, doing: Doing): Answer<Case> => {
  const offers = found.offers.map((offer) => (offer.id === ended.id ? ended : offer));
  const still = offers.some((offer) => offer.state === 'open');
  if (found.request.state === 'offered' && !still) {
    return moveRequest(tx, { request: found.request, offers }, 'all answers no', doing, {
      event,
      offer: ended,
      body: { code: ended.refusalCode },
    });
  }
  await record(tx, [
    requestLine(doing, event, { request: found.request, offers, offer: ended }, { code: ended.refusalCode }),
  ]);
  return ok({ request: found.request, offers });
};

/** The ward says no, with a reason. Its bed is free again for others. */
export const refuseOffer = async (
  tx: Tx,
  offerId: string,
  no: { code: OfferRefusal; text: string },
  doing: Doing,
): Answer<Case> => {
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
  if (!mine && doing.region.agreement.deskOrganisationId !== doing.actor.organisationId)
    return refuse({ code: 'offer-unknown' });
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
    await record(tx, [
      requestLine(doing, 'read', {
        request: found.value.request,
        offers: found.value.offers,
        offer: found.value.offer,
      }),
    ]);
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
  const request = { ...found.value.request, deskAsked: true };
  return afterNo(tx, { ...found.value, request }, ended.value, 'expired', doing);
};
