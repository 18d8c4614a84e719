import { expect } from 'vitest';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Claim } from '#modules/capacity/types.ts';
import {
  type AskedWhom,
  type Fact,
  factsOn,
  isStanding,
  isTakenAt,
  type Model,
  standingOffers,
  unitAt,
  yesTo,
} from './model.fixture.ts';
import type { Command } from './world.fixture.ts';

/** What the house has to do with a command: it goes through, it is refused, or either. */
export type Verdict = 'must' | 'must-not' | 'may';

type Of<D extends Command['do']> = Extract<Command, { do: D }>;

const AHEAD = 5 * MINUTE;

const when = (yes: boolean): Verdict => (yes ? 'must' : 'must-not');

/** All must, or one must not. */
const all = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes('must-not')) return 'must-not';
  return verdicts.every((each) => each === 'must') ? 'must' : 'may';
};

/** A bed with nobody on it, now or later, on a ward that stands by its figures, can be held: free means placeable. */
export const onHold = (model: Model, place: string, from: Instant, except: Fact | null = null): Verdict => {
  const unit = unitAt(model, place);
  if (model.now > model.counts[unit]) return 'must-not';
  if (model.extras.has(place)) return 'must-not';
  const facts = model.facts.filter((fact) => fact.place === place && fact !== except);
  // On a bed that is closed or cleaned the house may give what comes after.
  if (model.limited.has(unit) || facts.some((fact) => fact.kind === 'cleaning')) return 'may';
  if (isTakenAt(model, place, Math.max(from, model.now), except)) return 'must-not';
  return facts.length === 0 ? 'must' : 'may';
};

const onSend = (model: Model, command: Of<'send'>): Verdict => {
  const units = command.places.map((place) => unitAt(model, place));
  if (new Set(units).size < units.length) return 'must-not';
  // In crisis one bed is held, the others are asked without.
  const held = command.crisis ? command.places.slice(0, 1) : command.places;
  return all(held.map((place) => onHold(model, place, command.from)));
};

const onOffer = (model: Model, command: Of<'offer'>): Verdict => {
  const request = model.requests.get(command.request);
  if (request === undefined || (request.state !== 'searching' && request.state !== 'offered'))
    return 'must-not';
  const open = standingOffers(model, request.id);
  if (open.some((offer) => offer.unit === unitAt(model, command.place))) return 'must-not';
  const held = open.filter((offer) => offer.fact !== null).length;
  return command.hold && held < (request.crisis ? 1 : 2)
    ? onHold(model, command.place, request.from)
    : 'must';
};

/** Can the bed of a yes be had from the arrival on? */
const onBedOfYes = (model: Model, command: Of<'accept'>, offer: AskedWhom, asked: Instant): Verdict => {
  const { fact } = offer;
  const place = command.place ?? offer.place;
  if (unitAt(model, place) !== offer.unit) return 'must-not';
  const arrival = Math.max(command.from ?? fact?.from ?? asked, model.now);
  if (isTakenAt(model, place, arrival, fact)) return 'must-not';
  if (fact === null) return onHold(model, place, asked);
  // The bed it held may have been lost to a fact since.
  if (!model.facts.includes(fact)) return 'must-not';
  return factsOn(model, place, fact).length === 0 ? 'must' : 'may';
};

const onAccept = (model: Model, command: Of<'accept'>): Verdict => {
  const offer = model.offers.get(command.offer);
  const request = model.requests.get(offer?.request ?? '');
  if (offer?.state !== 'open' || request?.state !== 'offered' || offer.answerBy <= model.now)
    return 'must-not';
  if (command.from !== null && command.from < model.now - HOUR) return 'must-not';
  // Beyond what there is there is always a place, for who cannot wait.
  return command.extra ? 'must' : onBedOfYes(model, command, offer, offer.agreed ?? request.from);
};

const PENDING = ['open', 'alternative', 'willing'] as const;

/** A later date, while the question is open. */
const onAlternative = (model: Model, command: Of<'alternative'>): Verdict => {
  const offer = model.offers.get(command.offer);
  const request = model.requests.get(offer?.request ?? '');
  if (offer?.state !== 'open' || request === undefined || offer.answerBy <= model.now) return 'must-not';
  return when(command.from > Math.max(request.from, offer.later ?? 0, model.now));
};

const onChoose = (model: Model, command: { offer: string }): Verdict => {
  const offer = model.offers.get(command.offer);
  if (offer?.state !== 'willing' || offer.fact === null || !model.facts.includes(offer.fact))
    return 'must-not';
  const from = Math.max(offer.agreed ?? model.now, model.now);
  if (isTakenAt(model, offer.place, from, offer.fact)) return 'must-not';
  return factsOn(model, offer.place, offer.fact).length === 0 ? 'must' : 'may';
};

const onPlan = (model: Model, command: Of<'plan'>): Verdict => {
  const yes = yesTo(model, command.request);
  const fact = yes?.fact;
  if (model.requests.get(command.request)?.state !== 'accepted' || fact == null) return 'must-not';
  if (command.from < model.now || isTakenAt(model, fact.place, command.from, fact)) return 'must-not';
  return factsOn(model, fact.place, fact).length === 0 ? 'must' : 'may';
};

/** Facts are never refused, unless they cannot be true. */
const onArrive = (model: Model, command: Of<'arrive'>): Verdict => {
  const fact = yesTo(model, command.request)?.fact;
  if (model.requests.get(command.request)?.state !== 'accepted' || fact == null) return 'must-not';
  const at = Math.min(command.at, model.now);
  const others = model.facts.filter((each) => each.kind === 'stay');
  if (others.some((each) => each.place === fact.place || each.who === fact.who)) return 'must-not';
  // Somebody lay in this bed then, or this person in another.
  const was = ({ place, who }: { place: string; who: string }): boolean =>
    place === fact.place || who === fact.who;
  if (model.past.some((stay) => was(stay) && at < stay.until)) return 'must-not';
  return when(command.at <= model.now + AHEAD);
};

/** The claim as it stands, when it stands and the version is the one that was read. */
const standing = (model: Model, command: { claim: string; version: number }) => {
  const claim = model.truth.claims.find((each) => each.id === command.claim);
  if (claim === undefined || claim.version !== command.version) return null;
  return isStanding(claim, model.now) ? claim : null;
};

/** Was somebody in this bed, or is, in the stretch a plan would have? */
const wasTaken = (model: Model, plan: Claim, until: Instant): boolean =>
  model.past.some((stay) => stay.place === plan.placeId && stay.until > plan.during.from) ||
  model.facts.some(
    (fact) =>
      fact.kind === 'stay' &&
      fact.place === plan.placeId &&
      fact.from < until &&
      plan.during.from < (fact.until ?? 0),
  );

const onExpectedEnd = (model: Model, command: Of<'expectedEnd'>): Verdict => {
  const claim = standing(model, command);
  if (claim === null) return 'must-not';
  const fits = command.until > claim.during.from && (command.latest ?? command.until) >= command.until;
  // Beyond three months only with a decision: those are the histories of stays.
  const latest = Math.max(command.until, command.latest ?? 0);
  if (fits && claim.arrivedAt !== null && latest > claim.arrivedAt + 85 * DAY) return 'may';
  return when(fits && !(claim.arrivedAt === null && wasTaken(model, claim, command.until)));
};

const onDepart = (model: Model, command: Of<'depart'>): Verdict => {
  const claim = standing(model, command);
  if (claim?.arrivedAt == null) return 'must-not';
  return when(command.at >= claim.arrivedAt && command.at <= model.now + AHEAD);
};

const onMove = (model: Model, command: Of<'move'>): Verdict => {
  const claim = standing(model, command);
  if (claim === null || claim.kind === 'cleaning' || claim.placeId === command.place) return 'must-not';
  if (unitAt(model, claim.placeId) !== unitAt(model, command.place)) return 'must-not';
  const there = model.facts.filter((fact) => fact.place === command.place);
  if (there.some((fact) => fact.kind === 'stay') && claim.arrivedAt !== null) return 'must-not';
  return there.length === 0 ? 'must' : 'may';
};

const onOfferState = (model: Model, id: string, states: readonly string[]): Verdict =>
  when(states.includes(model.offers.get(id)?.state ?? ''));

const onRequestState = (model: Model, id: string, states: readonly string[]): Verdict =>
  when(states.includes(model.requests.get(id)?.state ?? ''));

const BEDS_OF_UNIT = [2, 1] as const;

const onWard = (model: Model, command: Command): Verdict => {
  switch (command.do) {
    case 'expectedEnd':
      return onExpectedEnd(model, command);
    case 'depart':
      return onDepart(model, command);
    case 'move':
      return onMove(model, command);
    case 'closeBeds':
      return when(
        command.until > command.from &&
          (command.place === null || unitAt(model, command.place) === command.unit),
      );
    case 'staff':
      if ([...model.extras.values()].includes(command.unit)) return 'may';
      return when(command.staffed <= BEDS_OF_UNIT[command.unit]);
    default:
      return 'must';
  }
};

/** I5 for the route: after a no, whoever certainly has a bed and was not tried was asked by itself. */
export const asksWhatItCan = (model: Model, command: Command): void => {
  if (!('offer' in command) || !model.rules.autoNext) return;
  const request = model.requests.get(model.offers.get(command.offer)?.request ?? '');
  if (request?.state !== 'searching') return;
  const tried = [...model.offers.values()].filter((offer) => offer.request === request.id);
  for (const place of model.places) {
    if (tried.some((offer) => offer.unit === unitAt(model, place))) continue;
    expect(onHold(model, place, request.from), `${place} was not asked for ${request.id}`).not.toBe('must');
  }
};

/** What must become of a command, by the rules of the model alone. */
export const verdictOn = (model: Model, command: Command): Verdict => {
  switch (command.do) {
    case 'send':
      return onSend(model, command);
    case 'hold':
      return onHold(model, command.place, command.from);
    case 'offer':
      return onOffer(model, command);
    case 'accept':
      return onAccept(model, command);
    case 'refuse':
      return onOfferState(model, command.offer, PENDING);
    case 'withdraw':
      return onOfferState(model, command.offer, [...PENDING, 'withdrawn']);
    case 'alternative':
      return onAlternative(model, command);
    case 'askAgain':
    case 'decline':
      return onOfferState(model, command.offer, ['alternative']);
    case 'choose':
      return onChoose(model, command);
    case 'plan':
      return onPlan(model, command);
    case 'arrive':
      return onArrive(model, command);
    case 'notArrived':
      return onRequestState(model, command.request, ['accepted']);
    case 'close':
      return onRequestState(model, command.request, ['searching', 'offered', 'accepted']);
    default:
      return onWard(model, command);
  }
};
