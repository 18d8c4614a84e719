import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Claim } from '#modules/capacity/types.ts';
import {
  type AskedWhom,
  COUNTS_FOR,
  endOf,
  type Fact,
  isStanding,
  type Model,
  standingOffers,
  unitAt,
  yesTo,
} from './model.fixture.ts';
import type { Command, OfferFact, Truth } from './world.fixture.ts';

type Of<D extends Command['do']> = Extract<Command, { do: D }>;

const HOLD = 45 * MINUTE;

const remove = (model: Model, fact: Fact | null): void => {
  model.facts = model.facts.filter((each) => each !== fact);
};

const end = (model: Model, offer: AskedWhom, state: 'refused' | 'expired' | 'withdrawn'): void => {
  offer.state = state;
  remove(model, offer.fact);
};

const searchAgain = (model: Model, requestId: string): void => {
  const request = model.requests.get(requestId);
  if (request?.state === 'offered' && standingOffers(model, requestId).length === 0)
    request.state = 'searching';
};

/** All that stands of a request ends without a stay. */
const endAll = (model: Model, requestId: string): void => {
  for (const offer of standingOffers(model, requestId)) end(model, offer, 'withdrawn');
};

/** The planned bed is lost to a fact: who was accepted there is searched for again. */
const lose = (model: Model, fact: Fact): void => {
  remove(model, fact);
  const offer = [...model.offers.values()].find((each) => each.fact === fact && each.state === 'accepted');
  const request = model.requests.get(offer?.request ?? '');
  if (request?.state !== 'accepted') return;
  endAll(model, request.id);
  request.state = 'searching';
};

const isPlan = (fact: Fact): boolean => fact.kind === 'hold' || fact.kind === 'reserved';

/** Plans that are in the way of a fact on this bed. */
const inTheWay = (model: Model, fact: Fact): Fact[] =>
  model.facts.filter(
    (plan) =>
      plan !== fact &&
      isPlan(plan) &&
      plan.place === fact.place &&
      plan.from < (fact.until ?? 0) &&
      fact.from < endOf(plan, model.now),
  );

const displace = (model: Model, fact: Fact): void => {
  for (const plan of inTheWay(model, fact)) lose(model, plan);
};

/** Who waited comes after who was in the bed. */
const afterwards = (model: Model, left: Fact): void => {
  const until = left.until ?? 0;
  for (const plan of inTheWay(model, left)) {
    if ((plan.until ?? 0) > until) plan.from = until;
    else lose(model, plan);
  }
  model.past.push({ place: left.place, until });
};

const factOf = (model: Model, id: string): Fact | undefined => model.facts.find((fact) => fact.id === id);

const fresh = (model: Model, unit: 0 | 1): void => {
  if (model.now <= model.counts[unit]) model.counts[unit] = model.now + COUNTS_FOR;
};

const newFact = (model: Model, place: string, who: string, from: Instant): Fact => {
  const fact: Fact = { id: null, place, who, kind: 'hold', from, until: null, expires: model.now + HOLD };
  model.facts.push(fact);
  return fact;
};

const learnOffer = (model: Model, { id, unit, place, answerBy, request: of, claim }: OfferFact): void => {
  const request = model.requests.get(of);
  if (request === undefined || model.offers.has(id)) return;
  const start = Math.max(request.from, model.now);
  const fact = claim === null ? null : newFact(model, place, request.person, start);
  model.offers.set(id, { id, request: of, unit, place, answerBy, state: 'open', fact });
  request.state = 'offered';
};

/** New requests and offers are named by the house. */
const learnRoute = (model: Model, truth: Truth, from: Instant): void => {
  for (const { id, person } of truth.requests) {
    if (model.requests.has(id)) continue;
    model.requests.set(id, { id, person, state: 'searching', from });
    const byNobody = (model.responsible.get(person) ?? null) === null;
    if (byNobody) model.responsible.set(person, { by: 'gp', request: id });
  }
  for (const offer of truth.offers) learnOffer(model, offer);
};

const accept = (model: Model, command: Of<'accept'>): void => {
  const offer = model.offers.get(command.offer);
  const request = model.requests.get(offer?.request ?? '');
  if (offer === undefined || request === undefined) return;
  const place = command.place ?? offer.place;
  const from = Math.max(command.from ?? offer.fact?.from ?? request.from, model.now);
  const fact = offer.fact ?? newFact(model, place, request.person, from);
  Object.assign(fact, { place, from, kind: 'reserved', until: null, expires: null });
  Object.assign(offer, { place, fact, state: 'accepted' });
  for (const other of standingOffers(model, request.id)) if (other !== offer) end(model, other, 'withdrawn');
  request.state = 'accepted';
  fresh(model, offer.unit);
};

const arrive = (model: Model, command: Of<'arrive'>): void => {
  const yes = yesTo(model, command.request);
  const request = model.requests.get(command.request);
  if (yes?.fact == null || request === undefined) return;
  const from = Math.min(command.at, model.now);
  Object.assign(yes.fact, { kind: 'stay', from, until: Math.max(yes.fact.until ?? 0, from + HOUR) });
  displace(model, yes.fact);
  request.state = 'admitted';
  model.responsible.set(request.person, { by: yes.unit, request: request.id });
  fresh(model, yes.unit);
};

const depart = (model: Model, command: Of<'depart'>): void => {
  const fact = factOf(model, command.claim);
  if (fact === undefined) return;
  const at = Math.min(command.at, model.now);
  fact.until = Math.max(at, fact.from + 1);
  afterwards(model, fact);
  remove(model, fact);
  if (command.cleaning > 0) {
    const until = at + command.cleaning * MINUTE;
    model.facts.push({ ...fact, id: null, who: '', kind: 'cleaning', from: at, until, expires: null });
  }
  const offer = [...model.offers.values()].find((each) => each.fact === fact);
  const request = model.requests.get(offer?.request ?? '');
  if (request?.state === 'admitted') {
    request.state = 'closed';
    model.responsible.set(request.person, null);
  }
  fresh(model, command.unit);
};

const move = (model: Model, command: Of<'move'>): void => {
  const before = factOf(model, command.claim);
  if (before === undefined) return;
  const isHere = before.kind === 'stay';
  const from = isHere ? model.now : Math.max(before.from, model.now);
  const until = Math.max(before.until ?? 0, from + HOUR);
  const after: Fact = { ...before, id: null, place: command.place, from, until };
  if (isHere) afterwards(model, { ...before, until: Math.max(model.now, before.from + 1) });
  remove(model, before);
  model.facts.push(after);
  if (isHere) displace(model, after);
  for (const offer of model.offers.values())
    if (offer.fact === before) Object.assign(offer, { fact: after, place: command.place });
  fresh(model, command.unit);
};

const close = (model: Model, requestId: string): void => {
  const request = model.requests.get(requestId);
  if (request === undefined) return;
  endAll(model, requestId);
  request.state = 'closed';
  if (model.responsible.get(request.person)?.request === requestId)
    model.responsible.set(request.person, null);
};

const onOffer = (model: Model, command: Extract<Command, { offer: string; unit: 0 | 1 }>): void => {
  const offer = model.offers.get(command.offer);
  if (offer?.state !== 'open' || command.do === 'read') return;
  end(model, offer, command.do === 'refuse' ? 'refused' : 'withdrawn');
  searchAgain(model, offer.request);
};

const onRequest = (model: Model, command: Command): void => {
  if (command.do === 'plan') {
    const fact = yesTo(model, command.request)?.fact;
    if (fact != null) Object.assign(fact, { from: command.from, until: null });
  }
  if (command.do === 'notArrived') {
    const request = model.requests.get(command.request);
    endAll(model, command.request);
    if (request !== undefined) request.state = 'searching';
  }
  if (command.do === 'close') close(model, command.request);
};

const onUnit = (model: Model, command: Command): void => {
  if (command.do === 'confirm') model.counts[command.unit] = model.now + COUNTS_FOR;
  if (command.do === 'staff' || command.do === 'closeBeds') model.limited.add(command.unit);
  if (command.do !== 'closeBeds' || command.place === null) return;
  const { place, from, until } = command;
  displace(model, { id: null, place, who: '', kind: 'cleaning', from, until, expires: null });
};

const expectedEnd = (model: Model, command: Of<'expectedEnd'>): void => {
  const fact = factOf(model, command.claim);
  if (fact === undefined) return;
  fact.until = command.until;
  displace(model, fact);
  fresh(model, command.unit);
};

/** What a command that went through does to the model. */
export const takeEffect = (model: Model, command: Command, truth: Truth): void => {
  switch (command.do) {
    case 'send':
    case 'offer':
      learnRoute(model, truth, command.do === 'send' ? Math.max(command.from, model.now) : 0);
      return;
    case 'hold':
      newFact(model, command.place, 'gp', Math.max(command.from, model.now));
      return;
    case 'release':
      remove(model, factOf(model, command.claim) ?? null);
      return;
    case 'accept':
      accept(model, command);
      return;
    case 'arrive':
      arrive(model, command);
      return;
    case 'depart':
      depart(model, command);
      return;
    case 'move':
      move(model, command);
      return;
    case 'expectedEnd':
      expectedEnd(model, command);
      return;
    case 'read':
    case 'refuse':
    case 'withdraw':
      onOffer(model, command);
      return;
    default:
      onRequest(model, command);
      onUnit(model, command);
  }
};

/** What time does by itself. */
export const passTime = (model: Model): void => {
  for (const offer of model.offers.values()) {
    if (offer.state !== 'open' || offer.answerBy > model.now) continue;
    end(model, offer, 'expired');
    searchAgain(model, offer.request);
  }
  model.facts = model.facts.filter(
    (fact) =>
      (fact.expires === null || fact.expires > model.now) &&
      (fact.kind !== 'cleaning' || (fact.until ?? 0) > model.now),
  );
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

/** The house names what is new and says how long; which bed, whose and from when, the model knows. */
export const learn = (model: Model, truth: Truth): void => {
  const known = new Set(model.facts.map((fact) => fact.id));
  for (const fact of model.facts) {
    const claim = truth.claims.find(
      (each) => isOf(model, fact, each) && (fact.id !== null || !known.has(each.id)),
    );
    if (claim === undefined) continue;
    if (fact.id === null) fact.from = claim.during.from;
    fact.id = claim.id;
    fact.until ??= claim.during.until;
    known.add(claim.id);
  }
};
