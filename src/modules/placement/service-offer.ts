import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, unitOfPlace } from '#modules/capacity/index.ts';
import { relate } from '#modules/people/index.ts';
import { rulesOf } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { type Case, holdFor, moveRequest, openCase, openOwnOffer } from './case.ts';
import { decideOffer } from './decide/offer.ts';
import { addressOf, distanceTo, requestLine } from './doing.ts';
import { mustFit } from './service-fit.ts';
import { insertOffer, markRead, type OfferRow } from './store.ts';
import { whereOf } from './store-read.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** Whom to ask, and whether a place is held for it. */
export interface Ask {
  readonly placeId: string;
  readonly hold: boolean;
  /** Asked by itself after somebody else's no. */
  readonly byItself?: boolean;
}

/** Asks one provider, with a place held for it when the agreement allows. The provider sees a profile, no name. */
export const makeOffer = async (tx: Tx, found: Case, ask: Ask, doing: Doing): Answer<Case> => {
  const { request, offers } = found;
  const { byItself = false } = ask;
  const unitId = await unitOfPlace(tx, ask.placeId);
  if (unitId === null) return refuse({ code: 'place-unknown' });
  const rules = rulesOf(doing.region.agreement, request.crisisRoute);
  const allowed = decideOffer(request, offers, { unitId, hold: ask.hold }, rules, doing.now);
  if (!allowed.ok) return allowed;
  const fits = await mustFit(tx, request, { placeId: ask.placeId, unitId }, doing);
  if (!fits.ok) return fits;
  const where = await whereOf(tx, request.id);
  if (where === null) return refuse({ code: 'request-unknown' });
  const until = doing.now + rules.holdMinutes * MINUTE;
  const held = allowed.value.hold
    ? await holdFor(tx, request, { personId: where.personId, placeId: ask.placeId, until }, doing)
    : ok({ claimId: null });
  if (!held.ok) return held;
  const { site, organisation } = addressOf(doing.region, unitId);
  const offer: OfferRow = {
    id: newId(),
    requestId: request.id,
    personId: where.personId,
    organisationId: organisation.id,
    siteId: site.id,
    unitId,
    placeId: ask.placeId,
    claimId: held.value.claimId,
    distanceM: distanceTo(doing.region, where.homePc4, site),
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
    byItself,
    version: 1,
  };
  await insertOffer(tx, offer);
  await relate(tx, {
    personId: where.personId,
    organisationId: organisation.id,
    kind: 'offered',
    ground: 'offer',
    actor: doing.actor.id,
    now: doing.now,
  });
  return moveRequest(tx, { request, offers: [...offers, offer] }, 'offer', doing, {
    event: 'offered',
    offer,
    ...(byItself ? { body: { byItself } } : {}),
  });
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
