import { type Instant, MINUTE } from '#kernel/interval.ts';
import {
  type AskedFor,
  type AskedWhom,
  COUNTS_FOR,
  type Fact,
  type Model,
  standingOffers,
  willingFor,
} from './model.fixture.ts';

const HOLD = 45 * MINUTE;

/** From when somebody is asked for: as was wished, and never in the past. */
export const startOf = (model: Model, request: AskedFor): Instant => Math.max(request.from, model.now);

/** Nobody has this bed any more. */
export const remove = (model: Model, fact: Fact | null): void => {
  model.facts = model.facts.filter((each) => each !== fact);
};

/** An offer ends without a yes, and its bed is free again. */
export const endOffer = (
  model: Model,
  offer: AskedWhom,
  state: 'refused' | 'expired' | 'withdrawn',
): void => {
  offer.state = state;
  offer.answeredAt = model.now;
  remove(model, offer.fact);
};

/** Nobody must move any more: the request searches again. The time to choose ends with the last yes. */
export const searchAgain = (model: Model, requestId: string): void => {
  const request = model.requests.get(requestId);
  if (request !== undefined && willingFor(model, requestId).length === 0) request.chooseBy = null;
  if (request?.state === 'offered' && standingOffers(model, requestId).length === 0)
    request.state = 'searching';
};

/** Who works on a ward keeps its figures fresh. */
export const fresh = (model: Model, unit: 0 | 1): void => {
  if (model.now <= model.counts[unit]) model.counts[unit] = model.now + COUNTS_FOR;
};

/** A hold that the house just gave. */
export const newFact = (model: Model, place: string, who: string, from: Instant, hold = HOLD): Fact => {
  const fact: Fact = { id: null, place, who, kind: 'hold', from, until: null, expires: model.now + hold };
  model.facts.push(fact);
  return fact;
};
