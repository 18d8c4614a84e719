import { expect } from 'vitest';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { endOffer, fresh, newFact, remove } from './effects-base.fixture.ts';
import { type AskedFor, type AskedWhom, factsOn, type Model, standingOffers } from './model.fixture.ts';
import type { Command, Truth } from './world.fixture.ts';

type Of<D extends Command['do']> = Extract<Command, { do: D }>;
type ByOffer = Extract<Command, { do: 'askAgain' | 'decline' | 'choose' }>;

const CHOICE = 60 * MINUTE;

/** The bed of a yes, as the house made it when it is one beyond what there is. */
const bedOfYes = (model: Model, command: Of<'accept'>, offer: AskedWhom, truth: Truth): string => {
  if (!command.extra) return command.place ?? offer.place;
  const place = truth.offers.find(({ id }) => id === offer.id)?.place ?? offer.place;
  expect(model.places, 'a place beyond what there is').not.toContain(place);
  model.extras.set(place, offer.unit);
  remove(model, offer.fact);
  offer.fact = null;
  return place;
};

/** This yes is the one: its bed is reserved from a moment, and all other questions end. */
const standsFrom = (model: Model, request: AskedFor, offer: AskedWhom, from: Instant): void => {
  const fact = offer.fact ?? newFact(model, offer.place, request.person, from);
  if (!model.facts.includes(fact)) model.facts.push(fact);
  Object.assign(fact, { place: offer.place, from, kind: 'reserved', until: null, expires: null });
  Object.assign(offer, { fact, state: 'accepted' });
  for (const other of standingOffers(model, request.id))
    if (other !== offer) endOffer(model, other, 'withdrawn');
  Object.assign(request, { state: 'accepted', chooseBy: null });
  fresh(model, offer.unit);
};

/** The same when it was chosen, or stood by itself: a bed that was given back meanwhile is held anew. */
export const standsAsChosen = (model: Model, request: AskedFor, offer: AskedWhom): void => {
  const held =
    offer.fact !== null && model.facts.includes(offer.fact) && (offer.fact.expires ?? 0) > model.now;
  if (!held) {
    remove(model, offer.fact);
    offer.fact = null;
  }
  standsFrom(model, request, offer, Math.max(offer.agreed ?? model.now, model.now));
};

/** The ward says yes: reserved at once, or held until the person chose. */
export const accept = (model: Model, command: Of<'accept'>, truth: Truth): void => {
  const offer = model.offers.get(command.offer);
  const request = model.requests.get(offer?.request ?? '');
  if (offer === undefined || request === undefined) return;
  const asked = offer.fact?.from ?? offer.agreed ?? request.from;
  const wished = command.extra ? (offer.agreed ?? request.from) : asked;
  offer.place = bedOfYes(model, command, offer, truth);
  const from = Math.max(command.from ?? wished, model.now);
  if (model.rules.choice === 'first') {
    standsFrom(model, request, offer, from);
    return;
  }
  request.chooseBy ??= model.now + CHOICE;
  const fact = offer.fact ?? newFact(model, offer.place, request.person, from);
  const expires = request.chooseBy + MINUTE;
  Object.assign(fact, { place: offer.place, from, until: null, expires });
  Object.assign(offer, { fact, state: 'willing', answerBy: request.chooseBy, agreed: from });
  offer.answeredAt = model.now;
};

/** The ward can, but later: its bed waits for that date, unless somebody has it then. */
export const alternative = (model: Model, command: Of<'alternative'>, truth: Truth): void => {
  const offer = model.offers.get(command.offer);
  if (offer === undefined) return;
  const { from } = command;
  const answerBy = model.now + CHOICE;
  const keeps = truth.offers.find(({ id }) => id === offer.id)?.claim !== null;
  const held = offer.fact !== null && model.facts.includes(offer.fact);
  const alone = held && factsOn(model, offer.place, offer.fact).length === 0;
  if (alone && !model.loose) expect(keeps, `the bed of ${offer.id} waits for the other date`).toBe(true);
  if (held && !keeps) remove(model, offer.fact);
  if (keeps && offer.fact !== null) Object.assign(offer.fact, { from, until: null, expires: answerBy });
  else offer.fact = null;
  Object.assign(offer, { state: 'alternative', later: from, agreed: null, answerBy });
  offer.answeredAt = model.now;
};

/** The bed that waited for the other date is held from it; otherwise the house holds the same one anew, when it can. */
const holdAgain = (model: Model, offer: AskedWhom, request: AskedFor, keeps: boolean): void => {
  const from = Math.max(offer.later ?? model.now, model.now);
  const hold = (request.crisis ? 60 : 45) * MINUTE;
  const { fact } = offer;
  if (fact === null || !model.facts.includes(fact)) {
    offer.fact = keeps ? newFact(model, offer.place, request.person, from, hold) : null;
    return;
  }
  if (!model.loose) expect(keeps, `the bed of ${offer.id} that waited for this date`).toBe(true);
  Object.assign(fact, { from, until: null, expires: model.now + hold });
};

/** The same question again, for the date the ward named. */
export const again = (model: Model, command: ByOffer, truth: Truth): void => {
  const offer = model.offers.get(command.offer);
  const request = model.requests.get(offer?.request ?? '');
  if (offer === undefined || request === undefined) return;
  const keeps = truth.offers.find(({ id }) => id === offer.id)?.claim !== null;
  holdAgain(model, offer, request, keeps);
  const agreed = Math.max(offer.later ?? model.now, model.now);
  const answerBy = model.now + (request.crisis ? 15 : 45) * MINUTE;
  Object.assign(offer, { state: 'open', agreed, answeredAt: null, answerBy });
};

/** The person chooses among who said yes. */
export const choose = (model: Model, command: ByOffer): void => {
  const offer = model.offers.get(command.offer);
  const request = model.requests.get(offer?.request ?? '');
  if (offer !== undefined && request !== undefined) standsAsChosen(model, request, offer);
};
