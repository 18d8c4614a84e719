import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type {
  CloseReason,
  Offer,
  PlacementCode,
  Reason,
  Request,
  RequestState,
  Urgency,
  Weight,
} from '#modules/placement/types.ts';
import { requestTransitions } from '#modules/placement/types.ts';
import { isPending } from './offer.ts';

type Refused = Refusal<PlacementCode>;
type Act = (typeof requestTransitions)[number]['act'];

/** The state a request comes in by an act, or why the act cannot be done from here. Only the arrows of the table. */
export const step = (from: RequestState, act: Act): Result<RequestState, Refused> => {
  const arrow = requestTransitions.find((each) => each.from === from && each.act === act);
  return arrow === undefined ? refuse({ code: 'request-not-open' }) : ok(arrow.to);
};

/**
 * Which product is asked. Unknown weight searches as high: a place where a specialist in elderly medicine
 * is responsible is safe for both; acceptance settles it.
 */
export const productFor = (reason: Reason, weight: Weight): Product => {
  switch (reason) {
    case 'recovery':
      return weight === 'low' ? 'elv-low' : 'elv-high';
    case 'observation':
      return 'reo-observation';
    case 'palliative':
      return 'elv-palliative';
    case 'crisis':
      return 'wlz-crisis';
    case 'respite':
      return 'respite';
    case 'rehabilitation':
      return 'grz';
  }
};

/** Since when a request waits for somebody's next step: sent, or the last answer that came in. */
const waitsSince = (request: Request, offers: readonly Offer[]): Instant =>
  Math.max(request.sentAt, ...offers.map((offer) => offer.answeredAt ?? 0));

/** After the planned half-day and four hours more, the desk asks what became of somebody who did not arrive. */
const ARRIVAL_SLACK = 8 * HOUR;

/** How long the desk may take to find a next step, per urgency, minutes. */
export interface SearchRules {
  readonly searchMinutes: Readonly<Record<Urgency, number>>;
}

/** Until when the one who must move now has time; null when nobody must. */
export const dueAt = (request: Request, offers: readonly Offer[], rules: SearchRules): Instant | null => {
  switch (request.state) {
    case 'draft':
    case 'admitted':
    case 'closed':
      return null;
    case 'searching':
      return waitsSince(request, offers) + rules.searchMinutes[request.urgency] * MINUTE;
    case 'offered': {
      const pending = offers.filter(isPending).map((offer) => offer.answerBy);
      return pending.length === 0 ? null : Math.min(...pending);
    }
    case 'accepted': {
      const accepted = offers.find((offer) => offer.state === 'accepted');
      return accepted?.arrivalFrom == null ? null : accepted.arrivalFrom + ARRIVAL_SLACK;
    }
  }
};

/** A request ends for a reason that fits where it stands. */
export const decideClose = (
  request: Request,
  reason: CloseReason,
): Result<{ state: 'closed'; reason: CloseReason }, Refused> => {
  const act = reason === 'no-place' ? 'no place' : request.state === 'admitted' ? 'leave' : 'withdraw';
  if (request.state === 'admitted' && (reason === 'withdrawn' || reason === 'no-place'))
    return refuse({ code: 'request-not-open' });
  const moved = step(request.state, act);
  return moved.ok ? ok({ state: 'closed', reason }) : moved;
};

/** A stay that ended closes the request: home again when it is the own living situation. */
export const closeReasonFor = (destination: string): CloseReason => {
  if (destination === 'home' || destination === 'home-adjusted') return 'home-again';
  return destination === 'died' ? 'died' : 'elsewhere';
};
