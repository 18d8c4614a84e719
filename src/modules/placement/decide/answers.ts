import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Offer, PlacementCode, Request } from '#modules/placement/types.ts';
import { offerStep } from './offer.ts';

type Refused = Refusal<PlacementCode>;

/** How long who asked may think about an answer, minutes. */
export interface ChoiceRules {
  readonly choiceMinutes: number;
}

/** "Yes, but later": from when the ward can, and until when who asked may say what becomes of it. */
export interface Alternative {
  readonly from: Instant;
  readonly answerBy: Instant;
}

/** May the ward propose another date? Only a later one: on the day asked it says yes. */
export const decideAlternative = (
  request: Request,
  offer: Offer,
  from: Instant,
  at: ChoiceRules & { readonly now: Instant },
): Result<Alternative, Refused> => {
  if (request.state !== 'offered') return refuse({ code: 'request-not-open' });
  const moved = offerStep(offer.state, 'propose another date');
  if (!moved.ok) return moved;
  if (offer.answerBy <= at.now) return refuse({ code: 'offer-expired' });
  const asked = Math.max(request.wantedFrom, offer.alternativeFrom ?? 0, at.now);
  if (from <= asked) return refuse({ code: 'alternative-not-later' });
  return ok({ from, answerBy: at.now + at.choiceMinutes * MINUTE });
};

/** Who asked says "then, agreed": the same question again, for the date the ward named. */
export const decideAskAgain = (
  request: Request,
  offer: Offer,
  rules: { readonly answerMinutes: number },
  now: Instant,
): Result<{ readonly arrivalFrom: Instant; readonly answerBy: Instant }, Refused> => {
  if (request.state !== 'offered') return refuse({ code: 'request-not-open' });
  const moved = offerStep(offer.state, 'ask for that date');
  if (!moved.ok) return moved;
  if (offer.answerBy <= now) return refuse({ code: 'offer-expired' });
  const arrivalFrom = Math.max(offer.alternativeFrom ?? now, now);
  return ok({ arrivalFrom, answerBy: now + rules.answerMinutes * MINUTE });
};

/** Who asked does not want that date. Only an alternative can be declined: a question is taken back instead. */
export const decideDecline = (offer: Offer): Result<Offer['state'], Refused> =>
  offer.state === 'alternative' ? offerStep(offer.state, 'withdraw') : refuse({ code: 'offer-not-open' });

/** Until when the person chooses: counted from the first yes, the same for every yes that follows. */
export const choiceUntil = (request: Request, rules: ChoiceRules, now: Instant): Result<Instant, Refused> => {
  const until = request.chooseBy ?? now + rules.choiceMinutes * MINUTE;
  return until > now ? ok(until) : refuse({ code: 'already-accepted' });
};

/** May this yes be the one? Only among those who said it. */
export const decideChoose = (request: Request, offer: Offer): Result<Offer['state'], Refused> => {
  if (request.state === 'accepted' || request.state === 'admitted')
    return refuse({ code: 'already-accepted' });
  if (request.state !== 'offered') return refuse({ code: 'request-not-open' });
  const waits = offer.state === 'open' || offer.state === 'alternative';
  return waits ? refuse({ code: 'not-willing' }) : offerStep(offer.state, 'choose');
};

/** Who said yes, the first first: when nobody chooses in time, the first stands. */
export const willingInOrder = <O extends Offer>(offers: readonly O[]): O[] =>
  offers
    .filter((offer) => offer.state === 'willing')
    .toSorted((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0) || (a.id < b.id ? -1 : 1));

/** A place beyond what there is: only for who cannot wait, and with the reason in a sentence. */
export const decideExtra = (
  request: Request,
  extra: { readonly reason: string },
): Result<string, Refused> => {
  if (request.urgency !== 'crisis' && request.urgency !== 'today')
    return refuse({ code: 'extra-not-urgent' });
  const reason = extra.reason.trim();
  return reason.length < 3 ? refuse({ code: 'extra-reason-missing' }) : ok(reason);
};
