import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type Case,
  endOffer,
  moveRequest,
  noteCase,
  openAskedOffer,
  openCaseOfOffer,
  openOwnOffer,
  withOffer,
} from './case.ts';
import { decideDecline } from './decide/answers.ts';
import { decideRefuse, isPending, offerStep, overdueOffers } from './decide/offer.ts';
import { askOn, lookOnward, type NextPlaces, wakeDesk } from './service-next.ts';
import type { OfferRow } from './store.ts';
import type { OfferRefusal, Request } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** The time to choose ends with the last yes that still stands. */
const withoutChoice = (request: Request, offers: readonly OfferRow[]): Request =>
  offers.some((offer) => offer.state === 'willing') ? request : { ...request, chooseBy: null };

/** After an offer ended: the request goes back to searching when nobody must move any more. */
const afterNo = async (tx: Tx, found: Case, ended: OfferRow, event: string, doing: Doing): Answer<Case> => {
  const offers = withOffer(found.offers, ended);
  const request = withoutChoice(found.request, offers);
  const told = { event, offer: ended, body: { code: ended.refusalCode } };
  return request.state === 'offered' && !offers.some(isPending)
    ? moveRequest(tx, { request, offers }, 'all answers no', doing, told)
    : ok(await noteCase(tx, { request, offers }, told, doing));
};

/** How an offer ends without a yes, and what goes on after it. */
interface Ending {
  readonly state: 'refused' | 'expired' | 'withdrawn';
  readonly event: string;
  readonly no?: { readonly code: OfferRefusal; readonly text: string };
  /** Silence wakes the desk also where nobody is asked by itself. */
  readonly silent?: boolean;
}

/** Ends an offer, and asks the next by itself; when nobody is left, the desk looks. */
export const endAndGoOn = async (
  tx: Tx,
  { offer, ...found }: Case & { readonly offer: OfferRow },
  ending: Ending,
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const onward = await lookOnward(tx, found, find, doing);
  const ended = await endOffer(tx, offer, ending.state, doing, ending.no);
  if (!ended.ok) return ended;
  const after = await afterNo(tx, found, ended.value, ending.event, doing);
  if (!after.ok) return after;
  const next = await askOn(tx, after.value, onward, doing);
  if (next !== null) return ok(next);
  const { request } = after.value;
  const asksByItself = doing.region.agreement.autoNext && request.askNext && request.state === 'searching';
  return ok(asksByItself || ending.silent === true ? await wakeDesk(tx, after.value, doing) : after.value);
};

/** The ward says no, with a reason. Its bed is free again for others, and the next is asked by itself. */
export const refuseOffer = async (
  tx: Tx,
  offerId: string,
  no: { code: OfferRefusal; text: string },
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const found = await openOwnOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const decided = decideRefuse(found.value.offer, no.code);
  if (!decided.ok) return decided;
  return endAndGoOn(tx, found.value, { state: 'refused', event: 'refused', no }, find, doing);
};

/** Who asked takes the question back (also: undo within ten seconds). Nobody else is asked by itself then. */
export const withdrawOffer = async (tx: Tx, offerId: string, doing: Doing): Answer<Case> => {
  const found = await openAskedOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const { offer } = found.value;
  if (offer.state === 'withdrawn') return ok(found.value);
  if (!isPending(offer)) return refuse({ code: 'offer-not-open' });
  const ended = await endOffer(tx, offer, 'withdrawn', doing);
  return ended.ok ? afterNo(tx, found.value, ended.value, 'offer-withdrawn', doing) : ended;
};

/** Who asked does not want the other date: the ward is thanked, and the next is asked by itself. */
export const declineAlternative = async (
  tx: Tx,
  offerId: string,
  find: NextPlaces,
  doing: Doing,
): Answer<Case> => {
  const found = await openAskedOffer(tx, offerId, doing);
  if (!found.ok) return found;
  const decided = decideDecline(found.value.offer);
  if (!decided.ok) return decided;
  return endAndGoOn(tx, found.value, { state: 'withdrawn', event: 'declined' }, find, doing);
};

/** Silence past the deadline is a no: the bed is free again, and the next is asked by itself. */
export const expireOffer = async (tx: Tx, offerId: string, find: NextPlaces, doing: Doing): Answer<Case> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return found;
  const { offer } = found.value;
  const moved = offerStep(offer.state, 'no answer in time');
  if (overdueOffers([offer], doing.now).length === 0 || !moved.ok) return ok(found.value);
  return endAndGoOn(tx, found.value, { state: 'expired', event: 'expired', silent: true }, find, doing);
};
