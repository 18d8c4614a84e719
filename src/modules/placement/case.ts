import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, holdPlaces, reachForPlaces, releaseClaim } from '#modules/capacity/index.ts';
import { endRelation } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { isPending } from './decide/offer.ts';
import { step } from './decide/request.ts';
import { asks, requestLine } from './doing.ts';
import {
  allOffersOf,
  hasOffer,
  lockRequest,
  type OfferRow,
  offerById,
  updateOffer,
  updateRequest,
} from './store.ts';
import { takeBack } from './store-settle.ts';
import type { Offer, OfferRefusal, Request } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** A request under lock with all its offers. */
export interface Case {
  readonly request: Request;
  readonly offers: readonly OfferRow[];
}

/** Locks a request and reads its offers after the lock. */
export const openCase = async (tx: Tx, requestId: string): Answer<Case> => {
  const request = await lockRequest(tx, requestId);
  return request === null
    ? refuse({ code: 'request-unknown' })
    : ok({ request, offers: await allOffersOf(tx, requestId) });
};

/** The same by one of its offers. */
export const openCaseOfOffer = async (tx: Tx, offerId: string): Answer<Case & { offer: OfferRow }> => {
  const before = await offerById(tx, offerId);
  if (before === null) return refuse({ code: 'offer-unknown' });
  const found = await openCase(tx, before.requestId);
  if (!found.ok) return found;
  const offer = found.value.offers.find((each) => each.id === offerId);
  return offer === undefined ? refuse({ code: 'offer-unknown' }) : ok({ ...found.value, offer });
};

/** Only the ward that was asked answers. */
export const openOwnOffer = async (
  tx: Tx,
  offerId: string,
  doing: Doing,
): Answer<Case & { offer: OfferRow }> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return found;
  return found.value.offer.organisationId === doing.actor.organisationId
    ? found
    : refuse({ code: 'offer-unknown' });
};

/** Who asked, who said yes, or the desk; a house that was asked too and said no has nothing to plan. */
export const plans = (request: Request, offer: OfferRow, doing: Doing): boolean =>
  asks(request, doing) || offer.organisationId === doing.actor.organisationId;

/** The offer that was accepted; null when none is. */
export const acceptedOf = (found: Case): OfferRow | null =>
  found.offers.find((offer) => offer.state === 'accepted') ?? null;

/** Only who asked, or the desk, says what becomes of an answer. */
export const openAskedOffer = async (
  tx: Tx,
  offerId: string,
  doing: Doing,
): Answer<Case & { offer: OfferRow }> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return found;
  return asks(found.value.request, doing) ? found : refuse({ code: 'offer-unknown' });
};

/** Holds a place for the person of a request, until a moment; `from` when it is not the moment asked. */
export const holdFor = async (
  tx: Tx,
  request: Request,
  ask: { personId: string; placeId: string; until: Instant; from?: Instant | null },
  doing: Doing,
): Answer<{ claimId: string }> => {
  const command = {
    claimId: newId(),
    placeId: ask.placeId,
    subject: ask.personId,
    product: request.product,
    from: Math.max(ask.from ?? request.wantedFrom, doing.now),
    expiresAt: ask.until,
  };
  const [held] = await holdPlaces(tx, [{ command, actor: doing.actor }], doing);
  if (held === undefined) return refuse({ code: 'place-unknown' });
  return held.ok ? ok({ claimId: held.value.command.claimId }) : held;
};

/** Moves the request along one arrow and writes the diary line of it. */
export const moveRequest = async (
  tx: Tx,
  found: Case,
  act: Parameters<typeof step>[1],
  doing: Doing,
  told: {
    readonly event: string;
    readonly offer?: Offer;
    readonly change?: Partial<Request>;
    readonly body?: Record<string, unknown>;
  },
): Answer<Case> => {
  const moved = step(found.request.state, act);
  if (!moved.ok) return moved;
  const request = { ...found.request, ...told.change, state: moved.value };
  await updateRequest(tx, request);
  const about = { request, offers: found.offers, ...(told.offer === undefined ? {} : { offer: told.offer }) };
  await record(tx, [requestLine(doing, told.event, about, told.body)]);
  return ok({ request: { ...request, version: request.version + 1 }, offers: found.offers });
};

/** Writes the case as it is now, with its diary line, when no arrow is walked. */
export const noteCase = async (
  tx: Tx,
  { request, offers }: Case,
  told: { readonly event: string; readonly offer?: Offer; readonly body?: Record<string, unknown> },
  doing: Doing,
): Promise<Case> => {
  await updateRequest(tx, request);
  const about = { request, offers, ...(told.offer === undefined ? {} : { offer: told.offer }) };
  await record(tx, [requestLine(doing, told.event, about, told.body)]);
  return { request: { ...request, version: request.version + 1 }, offers };
};

/** The offers of a case with one of them as it is now. */
export const withOffer = (offers: readonly OfferRow[], changed: OfferRow): OfferRow[] =>
  offers.map((each) => (each.id === changed.id ? changed : each));

const isAsked = async (
  tx: Tx,
  who: { readonly personId: string; readonly organisationId: string },
): Promise<boolean> => {
  for (const state of ['open', 'alternative', 'willing'] as const)
    if (await hasOffer(tx, who, state)) return true;
  return false;
};

/**
 * Two wards of one organisation may be asked at once, and one person may be asked for twice: the organisation is done with
 * the person when nothing is open there any more; and knows who it is no longer when its yes came to nothing.
 */
const forgetWhenDone = async (tx: Tx, before: OfferRow, doing: Doing): Promise<void> => {
  const who = { personId: before.personId, organisationId: before.organisationId };
  if (!(await isAsked(tx, who))) await endRelation(tx, { ...who, kind: 'offered', now: doing.now });
  if (before.state === 'accepted' && !(await hasOffer(tx, who, 'accepted')))
    await endRelation(tx, { ...who, kind: 'accepted', now: doing.now });
};

/** Ends an offer without a yes: the place is given back, and the provider no longer sees the request. */
export const endOffer = async (
  tx: Tx,
  offer: OfferRow,
  state: 'refused' | 'expired' | 'withdrawn',
  doing: Doing,
  no?: { code: OfferRefusal; text: string },
): Answer<OfferRow> => {
  if (offer.claimId !== null) {
    const released = await releaseClaim(tx, offer.claimId, doing);
    if (!released.ok) return released;
  }
  const ended: OfferRow = { ...offer, state, answeredAt: doing.now, refusalCode: no?.code ?? null };
  // The first yes takes back what other houses were asked, whose rows are not this house's to see.
  await (state === 'withdrawn'
    ? takeBack(tx, offer.id, doing.now)
    : updateOffer(tx, ended, no?.text ?? null));
  await forgetWhenDone(tx, offer, doing);
  return ok(ended);
};

/** The first yes wins: everybody else who was asked is told that it is settled, and their beds are free again. */
export const withdrawOthers = async (
  tx: Tx,
  offers: readonly OfferRow[],
  except: string | null,
  doing: Doing,
): Answer<Map<string, OfferRow>> => {
  const ended = new Map<string, OfferRow>();
  const others = offers.filter(
    (offer) => offer.id !== except && (isPending(offer) || offer.state === 'accepted'),
  );
  const places = others.map((offer) => offer.placeId);
  await reachForPlaces(tx, places, doing);
  for (const offer of others) {
    const result = await endOffer(tx, offer, 'withdrawn', doing);
    if (!result.ok) return result;
    ended.set(offer.id, result.value);
  }
  return ok(ended);
};
