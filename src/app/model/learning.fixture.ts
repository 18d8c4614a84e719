import { expect } from 'vitest';
import { localDay } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { standsAsChosen } from './answer-effects.fixture.ts';
import { endOffer, newFact, searchAgain, startOf } from './effects-base.fixture.ts';
import {
  type AskedFor,
  type AskedWhom,
  type Fact,
  factsOn,
  isStanding,
  isTakenAt,
  type Model,
  unitAt,
  willingFor,
} from './model.fixture.ts';
import { onHold } from './verdicts.fixture.ts';
import type { Command, OfferFact, Truth } from './world.fixture.ts';

const ZONE = 'Europe/Amsterdam';

/** Asked by itself is only a home that was not tried: after "not now" another day, after silence never. */
const mayBeAskedByItself = (model: Model, offer: OfferFact, request: AskedFor): void => {
  expect(offer.byItself, `offer ${offer.id} that nobody asked for`).toBe(true);
  expect(['searching', 'offered'], `request ${request.id} is ${request.state}`).toContain(request.state);
  const about = `home ${offer.unit} asked by itself for ${offer.request}`;
  expect(model.rules.autoNext, about).toBe(true);
  for (const each of model.offers.values()) {
    if (each.request !== offer.request || each.unit !== offer.unit) continue;
    expect(each.state, about).toBe('refused');
    expect(localDay(each.answeredAt ?? 0, ZONE) < localDay(model.now, ZONE), about).toBe(true);
  }
};

/** The house names new offers, and says itself for which of them it holds a bed. */
const learnOffer = (model: Model, offer: OfferFact): void => {
  const { id, unit, place, answerBy, request: of, claim } = offer;
  const request = model.requests.get(of);
  if (request === undefined || model.offers.has(id)) return;
  const hold = request.crisis ? 60 : 45;
  const start = startOf(model, request);
  const fact = claim === null ? null : newFact(model, place, request.person, start, hold * MINUTE);
  const times = { later: null, agreed: null, answeredAt: null };
  model.offers.set(id, { id, request: of, unit, place, answerBy, state: 'open', fact, ...times });
  request.state = 'offered';
};

/** What the house asked by itself since: checked before it is believed. */
export const learnNext = (model: Model, truth: Truth): void => {
  for (const offer of truth.offers) {
    const request = model.requests.get(offer.request);
    if (request === undefined || model.offers.has(offer.id)) continue;
    if (!model.loose) mayBeAskedByItself(model, offer, request);
    learnOffer(model, offer);
  }
};

/** What a command asked: whom it named, and in crisis or after a no whom the house asks with them. */
export const learnAsked = (model: Model, command: Command, truth: Truth): void => {
  const named = command.do === 'send' || command.do === 'offer';
  for (const offer of truth.offers) if (named && !offer.byItself) learnOffer(model, offer);
  learnNext(model, truth);
};

/** The bed of a yes that stood until the time to choose was over: certainly there, certainly gone, or either. */
const isBedThere = (model: Model, offer: AskedWhom): 'must' | 'must-not' | 'may' => {
  const { fact, place } = offer;
  const from = Math.max(offer.agreed ?? model.now, model.now);
  if (fact === null || !model.facts.includes(fact)) return onHold(model, place, from, fact);
  // It was said for a gap, and the gap is over.
  if (isTakenAt(model, place, from, fact)) return 'must-not';
  return factsOn(model, place, fact).length === 0 ? 'must' : 'may';
};

/** Nobody chose in time: the first yes whose bed can be had stands; the house says which, the model whether that is right. */
const passChoice = (model: Model, truth: Truth, request: AskedFor): void => {
  for (const offer of willingFor(model, request.id)) {
    const { state } = truth.offers.find(({ id }) => id === offer.id) ?? offer;
    const could = isBedThere(model, offer);
    const about = `the choice for ${request.id}: ${offer.id} is ${state} and its bed ${could} be there`;
    if (could !== 'may') expect(state === 'accepted', about).toBe(could === 'must');
    if (state === 'accepted') {
      standsAsChosen(model, request, offer);
      return;
    }
    endOffer(model, offer, 'withdrawn');
  }
  searchAgain(model, request.id);
};

const passChoices = (model: Model, truth: Truth): void => {
  for (const request of model.requests.values())
    if (request.state === 'offered' && request.chooseBy !== null && request.chooseBy <= model.now)
      passChoice(model, truth, request);
};

/** What time does by itself. */
export const passTime = (model: Model, truth: Truth): void => {
  model.facts = model.facts.filter(
    (fact) =>
      (fact.expires === null || fact.expires > model.now) &&
      (fact.kind !== 'cleaning' || (fact.until ?? 0) > model.now),
  );
  passChoices(model, truth);
  for (const offer of model.offers.values()) {
    const waits = offer.state === 'open' || offer.state === 'alternative';
    if (!waits || offer.answerBy > model.now) continue;
    endOffer(model, offer, 'expired');
    searchAgain(model, offer.request);
  }
};

/** Is this the claim of that fact? Where beds are closed or cleaned, the house may let a new one begin later. */
const isOf = (model: Model, fact: Fact, claim: Claim): boolean => {
  if (fact.id !== null) return fact.id === claim.id;
  if (!isStanding(claim, model.now) || claim.placeId !== fact.place || claim.kind !== fact.kind) return false;
  const { from } = claim.during;
  const cleaned = model.facts.some((each) => each.place === fact.place && each.kind === 'cleaning');
  const later = cleaned || model.limited.has(unitAt(model, fact.place));
  return later ? from >= fact.from : from === fact.from;
};

/** From when the house let it begin; a yes that waits for a choice was said for that moment. */
const learnStart = (model: Model, fact: Fact, from: Instant): void => {
  fact.from = from;
  for (const offer of model.offers.values())
    if (offer.fact === fact && offer.state === 'willing') offer.agreed = from;
};

/** The house names what is new and says how long; which bed, whose and from when, the model knows. */
export const learn = (model: Model, truth: Truth): void => {
  const known = new Set(model.facts.map((fact) => fact.id));
  for (const fact of model.facts) {
    const claim = truth.claims.find(
      (each) => isOf(model, fact, each) && (fact.id !== null || !known.has(each.id)),
    );
    if (claim === undefined) continue;
    if (fact.id === null) learnStart(model, fact, claim.during.from);
    fact.id = claim.id;
    fact.until ??= claim.during.until;
    known.add(claim.id);
  }
};
