import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { type Doing, keepHold, releaseClaim } from '#modules/capacity/index.ts';
import { rulesOf } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Case, holdFor, noteCase, openAskedOffer, openOwnOffer, withOffer } from './case.ts';
import { decideAlternative, decideAskAgain } from './decide/answers.ts';
import { type OfferRow, updateOffer } from './store.ts';
import type { Request } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** The held bed is kept for the other date, as far as it is free then; otherwise it is given back. */
const keepFor = async (
  tx: Tx,
  { claimId }: OfferRow,
  { arrival, until }: { readonly arrival: Instant; readonly until: Instant },
  doing: Doing,
): Answer<string | null> => {
  if (claimId === null) return ok(null);
  const kept = await keepHold(tx, { claimId, arrival, until, placeId: null, product: null }, doing);
  if (kept.ok) return ok(claimId);
  const released = await releaseClaim(tx, claimId, doing);
  return released.ok ? ok(null) : released;
};

/** The ward can, but later. Its bed waits for that date while who asked thinks about it. */
export const proposeAlternative = async (
  tx: Tx,
  offerId: string,
  other: { readonly from: Instant; readonly text: string },
  doing: Doing,
): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { request, offer, offers } = found.value;
  const { choiceMinutes } = doing.region.agreement;
  const decided = decideAlternative(request, offer, other.from, { choiceMinutes, now: doing.now });
  if (!decided.ok) return decided;
  const { from, answerBy } = decided.value;
  const claimId = await keepFor(tx, offer, { arrival: from, until: answerBy }, doing);
  if (!claimId.ok) return claimId;
  const proposed: OfferRow = {
    ...offer,
    state: 'alternative',
    claimId: claimId.value,
    alternativeFrom: from,
    arrivalFrom: null,
    answeredAt: doing.now,
    answerBy,
  };
  await updateOffer(tx, proposed, other.text);
  const after = { request, offers: withOffer(offers, proposed) };
  const told = { event: 'alternative', offer: proposed, body: { from } };
  return ok(await noteCase(tx, after, told, doing));
};

/** The bed for the date that was agreed: the one that waited, or the same one held now, when it can be had. */
const holdAgain = async (
  tx: Tx,
  request: Request,
  offer: OfferRow,
  { arrival, until }: { readonly arrival: Instant; readonly until: Instant },
  doing: Doing,
): Promise<string | null> => {
  if (offer.claimId === null) return null;
  const kept = await keepHold(
    tx,
    { claimId: offer.claimId, arrival, until, placeId: null, product: null },
    doing,
  );
  if (kept.ok) return offer.claimId;
  const { personId, placeId } = offer;
  const held = await holdFor(tx, request, { personId, placeId, until, from: arrival }, doing);
  return held.ok ? held.value.claimId : null;
};

/** Who asked agrees with the other date: the ward is asked again, for that date, with its bed held from then. */
export const askAgain = async (tx: Tx, offerId: string, doing: Doing): Answer<Case> => {
  const found = await openAskedOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { request, offer, offers } = found.value;
  const rules = rulesOf(doing.region.agreement, request.crisisRoute);
  const decided = decideAskAgain(request, offer, rules, doing.now);
  if (!decided.ok) return decided;
  const { arrivalFrom, answerBy } = decided.value;
  const until = doing.now + rules.holdMinutes * MINUTE;
  const claimId = await holdAgain(tx, request, offer, { arrival: arrivalFrom, until }, doing);
  const asked: OfferRow = {
    ...offer,
    state: 'open',
    claimId,
    arrivalFrom,
    answerBy,
    answeredAt: null,
    readAt: null,
  };
  await updateOffer(tx, asked, null);
  const told = { event: 'asked-again', offer: asked, body: { from: arrivalFrom } };
  return ok(await noteCase(tx, { request, offers: withOffer(offers, asked) }, told, doing));
};
