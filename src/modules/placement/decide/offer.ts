import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  type Offer,
  type OfferRefusal,
  offerTransitions,
  type PlacementCode,
  type Request,
} from '#modules/placement/types.ts';

type Refused = Refusal<PlacementCode>;
type Act = (typeof offerTransitions)[number]['act'];

/** The state an offer comes in by an act; from anywhere else the act is refused. */
export const offerStep = (from: Offer['state'], act: Act): Result<Offer['state'], Refused> => {
  const arrow = offerTransitions.find((each) => each.from === from && each.act === act);
  return arrow === undefined ? refuse({ code: 'offer-not-open' }) : ok(arrow.to);
};

/** The rules of the agreement that bound offering. */
export interface OfferRules {
  readonly answerMinutes: number;
  readonly parallelOffers: number;
  readonly heldOffers: number;
}

/** Does somebody still have to move on it: the ward, the asker, or the person who chooses? */
export const isPending = ({ state }: Offer): boolean =>
  state === 'open' || state === 'alternative' || state === 'willing';

/** May one more provider be asked? Answers until when it has time, and whether a place may be held for it. */
export const decideOffer = (
  request: Request,
  offers: readonly Offer[],
  ask: { readonly unitId: string; readonly hold: boolean },
  rules: OfferRules,
  now: Instant,
): Result<{ answerBy: Instant; hold: boolean }, Refused> => {
  if (request.state !== 'searching' && request.state !== 'offered')
    return refuse({ code: 'request-not-open' });
  const pending = offers.filter(isPending);
  if (pending.some((offer) => offer.unitId === ask.unitId)) return refuse({ code: 'already-asked' });
  if (pending.length >= rules.parallelOffers) {
    return refuse({ code: 'too-many-offers', params: { most: rules.parallelOffers } });
  }
  const held = pending.filter((offer) => offer.claimId !== null).length;
  return ok({ answerBy: now + rules.answerMinutes * MINUTE, hold: ask.hold && held < rules.heldOffers });
};

/** A yes, with the doctor who takes over, the product it will be, and from when the person can come. */
export interface Acceptance {
  readonly doctor: string;
  readonly product: Product;
  /** Null: from when the held place can be entered, by the admission hours of its site. */
  readonly arrivalFrom: Instant | null;
}

/**
 * May this ward say yes? The first yes wins; silence past the deadline is a no.
 * How heavy the care is must be settled by now: a request that did not know says it here.
 */
export const decideAccept = (
  request: Request,
  offer: Offer,
  answer: { readonly doctor: string; readonly product: Product | null; readonly arrivalFrom: Instant | null },
  now: Instant,
): Result<Acceptance, Refused> => {
  if (request.state === 'accepted' || request.state === 'admitted')
    return refuse({ code: 'already-accepted' });
  if (request.state !== 'offered') return refuse({ code: 'request-not-open' });
  const moved = offerStep(offer.state, 'accept');
  if (!moved.ok) return moved;
  if (offer.answerBy <= now) return refuse({ code: 'offer-expired' });
  if (answer.doctor.trim().length < 2) return refuse({ code: 'doctor-missing' });
  if (request.weight === 'unknown' && answer.product === null) return refuse({ code: 'weight-unknown' });
  const { arrivalFrom } = answer;
  if (arrivalFrom !== null && arrivalFrom < now - HOUR) return refuse({ code: 'arrival-in-the-past' });
  return ok({ doctor: answer.doctor.trim(), product: answer.product ?? request.product, arrivalFrom });
};

/** A no with its coded reason. */
export const decideRefuse = (
  offer: Offer,
  code: OfferRefusal,
): Result<{ state: 'refused'; code: OfferRefusal }, Refused> => {
  const moved = offerStep(offer.state, 'refuse');
  return moved.ok ? ok({ state: 'refused', code }) : moved;
};

/** Offers whose time is up: silence, of the ward or of who asked, is a no, and the bed is free again. */
export const overdueOffers = (offers: readonly Offer[], now: Instant): readonly Offer[] =>
  offers.filter(
    (offer) => (offer.state === 'open' || offer.state === 'alternative') && offer.answerBy <= now,
  );
