import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Claim } from '#modules/capacity/types.ts';
import { unitOfBed } from './acts.fixture.ts';
import type { Command, HouseRules, OfferFact, RequestFact, Truth } from './world.fixture.ts';

/** Something that is so about a bed: a hold, a reservation, a person in it, or cleaning. */
export interface Fact {
  /** Null until the house told its name. */
  id: string | null;
  place: string;
  readonly who: string;
  kind: Claim['kind'];
  from: Instant;
  /** Null: as the house sees fit; learned from it. */
  until: Instant | null;
  expires: Instant | null;
}

/** A request as the model remembers it. */
export interface AskedFor {
  readonly id: string;
  readonly person: string;
  readonly from: Instant;
  readonly crisis: boolean;
  state: RequestFact['state'];
  /** Until when the person chooses; null while nobody said yes. */
  chooseBy: Instant | null;
}

/** An offer as the model remembers it. */
export interface AskedWhom {
  readonly id: string;
  readonly request: string;
  readonly unit: 0 | 1;
  place: string;
  answerBy: Instant;
  state: OfferFact['state'];
  fact: Fact | null;
  /** From when the ward can, when it said so, and from when it was agreed. */
  later: Instant | null;
  agreed: Instant | null;
  answeredAt: Instant | null;
}

/** A command that was done, under its key, with its answer. */
export interface Done {
  readonly command: Command;
  readonly key: string;
  readonly answer: string;
}

/** What the house should be, in a few words: beds, facts, requests, who is responsible, keys, the clock. */
export interface Model {
  now: Instant;
  readonly places: readonly string[];
  readonly rules: HouseRules;
  /** In histories in which a clock went back the model only remembers names; it expects nothing. */
  loose: boolean;
  /** Places beyond what there is, with their unit. */
  readonly extras: Map<string, 0 | 1>;
  facts: Fact[];
  readonly past: { readonly place: string; readonly who: string; readonly until: Instant }[];
  readonly requests: Map<string, AskedFor>;
  readonly offers: Map<string, AskedWhom>;
  /** For each person the home that is responsible, `gp` for who referred, null for nobody. */
  readonly responsible: Map<string, { readonly by: 0 | 1 | 'gp'; readonly request: string } | null>;
  /** Until when the figures of a unit count. */
  readonly counts: [Instant, Instant];
  /** Units where beds were ever closed or staffed: there the house may refuse more. */
  readonly limited: Set<0 | 1>;
  readonly closures: { readonly id: string; readonly unit: 0 | 1 }[];
  readonly done: Done[];
  /** The keys so far; each command gets a new one. */
  keys: number;
  /** As the house was after the last command. */
  truth: Truth;
}

const NOTHING: Truth = { claims: [], requests: [], offers: [], responsible: [], closures: [], diary: [] };

/** How long a figure counts. */
export const COUNTS_FOR = 12 * HOUR;

/** A model of an empty house whose wards stood by their figures at the start. */
export const openModel = (places: readonly string[], rules: HouseRules, start: Instant): Model => ({
  now: start,
  places,
  rules,
  loose: false,
  extras: new Map(),
  facts: [],
  past: [],
  requests: new Map(),
  offers: new Map(),
  responsible: new Map(),
  counts: [start + COUNTS_FOR, start + COUNTS_FOR],
  limited: new Set(),
  closures: [],
  done: [],
  keys: 0,
  truth: NOTHING,
});

/** The unit of a place. */
export const unitAt = (model: Model, place: string): 0 | 1 =>
  model.extras.get(place) ?? unitOfBed(model.places.indexOf(place));

/** Until when somebody takes the bed, as far as anyone can know: who should have left may stay for ever. */
export const endOf = (fact: Fact, now: Instant): Instant => {
  const until = fact.until ?? Number.POSITIVE_INFINITY;
  return fact.kind === 'stay' && until <= now ? Number.POSITIVE_INFINITY : until;
};

/** Whoever has or will have the bed; cleaning does not count. */
export const factsOn = (model: Model, place: string, except: Fact | null = null): Fact[] =>
  model.facts.filter((fact) => fact.place === place && fact.kind !== 'cleaning' && fact !== except);

/** Is the bed somebody's at this moment? */
export const isTakenAt = (model: Model, place: string, at: Instant, except: Fact | null = null): boolean =>
  factsOn(model, place, except).some((fact) => fact.from <= at && at < endOf(fact, model.now));

const STANDING: readonly OfferFact['state'][] = ['open', 'alternative', 'willing', 'accepted'];

/** Offers of a request that somebody must still say something to, or that were accepted. */
export const standingOffers = (model: Model, request: string): AskedWhom[] =>
  [...model.offers.values()].filter((offer) => offer.request === request && STANDING.includes(offer.state));

/** Who said yes for a request, the first first. */
export const willingFor = (model: Model, request: string): AskedWhom[] =>
  standingOffers(model, request)
    .filter((offer) => offer.state === 'willing')
    .sort((a, b) => (a.answeredAt ?? 0) - (b.answeredAt ?? 0) || (a.id < b.id ? -1 : 1));

/** The offer that was accepted for a request. */
export const yesTo = (model: Model, request: string): AskedWhom | undefined =>
  standingOffers(model, request).find((offer) => offer.state === 'accepted');

/** What the house counts as standing now, by a rule of the model's own. */
export const isStanding = (claim: Claim, now: Instant): boolean =>
  claim.leftAt === null &&
  claim.releasedAt === null &&
  claim.displacedAt === null &&
  (claim.expiresAt === null || claim.expiresAt > now) &&
  (claim.kind !== 'cleaning' || claim.during.until > now);
