import { HOUR, MINUTE } from '#kernel/interval.ts';
import { accept, again, alternative, choose } from './answer-effects.fixture.ts';
import { endOffer, fresh, newFact, remove, searchAgain } from './effects-base.fixture.ts';
import {
  type AskedWhom,
  COUNTS_FOR,
  endOf,
  type Fact,
  type Model,
  standingOffers,
  yesTo,
} from './model.fixture.ts';
import type { Command, Truth } from './world.fixture.ts';

type Of<D extends Command['do']> = Extract<Command, { do: D }>;

/** All that stands of a request ends without a stay. */
const endAll = (model: Model, requestId: string): void => {
  for (const offer of standingOffers(model, requestId)) endOffer(model, offer, 'withdrawn');
};

/** The planned bed is lost to a fact: who was accepted there is searched for again. */
const lose = (model: Model, fact: Fact): void => {
  remove(model, fact);
  const offer = [...model.offers.values()].find(
    (each) => each.fact === fact && (each.state === 'accepted' || each.state === 'willing'),
  );
  const request = model.requests.get(offer?.request ?? '');
  if (offer?.state === 'willing') {
    endOffer(model, offer, 'withdrawn');
    searchAgain(model, offer.request);
  }
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
  model.past.push({ place: left.place, who: left.who, until });
};

const factOf = (model: Model, id: string): Fact | undefined => model.facts.find((fact) => fact.id === id);

/** New requests and offers are named by the house. */
const learnRequests = (model: Model, truth: Truth, { from, crisis }: Of<'send'>): void => {
  for (const { id, person } of truth.requests) {
    if (model.requests.has(id)) continue;
    const since = Math.max(from, model.now);
    model.requests.set(id, { id, person, state: 'searching', from: since, crisis, chooseBy: null });
    const byNobody = (model.responsible.get(person) ?? null) === null;
    if (byNobody) model.responsible.set(person, { by: 'gp', request: id });
  }
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
  // The home stays responsible until somebody else says that they are.
  if (request?.state === 'admitted') request.state = 'closed';
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
  if (offer === undefined || !isPending(offer) || command.do === 'read') return;
  endOffer(model, offer, command.do === 'refuse' ? 'refused' : 'withdrawn');
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

const isPending = ({ state }: AskedWhom): boolean =>
  state === 'open' || state === 'alternative' || state === 'willing';

/** What a command that went through does to the model; what it asked, and whom by itself, is learned from the house. */
export const takeEffect = (model: Model, command: Command, truth: Truth): void => {
  switch (command.do) {
    case 'send':
      learnRequests(model, truth, command);
      return;
    case 'offer':
      return;
    case 'hold':
      newFact(model, command.place, 'gp', Math.max(command.from, model.now));
      return;
    case 'release':
      remove(model, factOf(model, command.claim) ?? null);
      return;
    case 'accept':
      accept(model, command, truth);
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
    case 'alternative':
      alternative(model, command, truth);
      return;
    case 'askAgain':
      again(model, command, truth);
      return;
    case 'choose':
      choose(model, command);
      return;
    case 'decline':
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
