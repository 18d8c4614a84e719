import type { Instant } from '#kernel/interval.ts';
import type { Product, Property } from '#kernel/product.ts';

/** Why a place is asked. */
export const REASONS = [
  'recovery',
  'observation',
  'palliative',
  'crisis',
  'respite',
  'rehabilitation',
] as const;
export type Reason = (typeof REASONS)[number];

/** How heavy the care is; `unknown` asks the specialist in elderly medicine to think along, and blocks nothing. */
export const WEIGHTS = ['low', 'high', 'unknown'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Where the person is now. */
export const ORIGINS = ['home', 'hospital', 'emergency', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

/** How soon, in the words of the agreement. */
export const URGENCIES = ['crisis', 'today', 'within-72-hours', 'planned'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What a ward must know before it says yes; says nothing about who it is. */
export const TRAITS = [
  'fall-risk',
  'dementia',
  'restless',
  'mrsa',
  'oxygen',
  'wound',
  'lift',
  'partner',
  'home-care-needed',
] as const;
export type Trait = (typeof TRAITS)[number];

/** The states of a request, in order. The waiting list is what is `searching`. */
export const REQUEST_STATES = ['draft', 'searching', 'offered', 'accepted', 'admitted', 'closed'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Why a request ended. */
export const CLOSE_REASONS = ['home-again', 'withdrawn', 'elsewhere', 'no-place', 'died'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** The states of an offer. */
export const OFFER_STATES = ['open', 'accepted', 'refused', 'expired', 'withdrawn'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Which acts move a request from one state to another; everything else is refused. Drawn in docs/states. */
export const requestTransitions = [
  { from: 'draft', act: 'send', to: 'searching' },
  { from: 'searching', act: 'offer', to: 'offered' },
  { from: 'offered', act: 'offer', to: 'offered' },
  { from: 'offered', act: 'all answers no', to: 'searching' },
  { from: 'offered', act: 'accept', to: 'accepted' },
  { from: 'accepted', act: 'not arrived', to: 'searching' },
  { from: 'accepted', act: 'displaced', to: 'searching' },
  { from: 'accepted', act: 'arrive', to: 'admitted' },
  { from: 'admitted', act: 'leave', to: 'closed' },
  { from: 'searching', act: 'withdraw', to: 'closed' },
  { from: 'offered', act: 'withdraw', to: 'closed' },
  { from: 'accepted', act: 'withdraw', to: 'closed' },
  { from: 'searching', act: 'no place', to: 'closed' },
] as const satisfies readonly { from: RequestState; act: string; to: RequestState }[];

/** Which acts move an offer. */
export const offerTransitions = [
  { from: 'open', act: 'accept', to: 'accepted' },
  { from: 'open', act: 'refuse', to: 'refused' },
  { from: 'open', act: 'no answer in time', to: 'expired' },
  { from: 'open', act: 'withdraw', to: 'withdrawn' },
  { from: 'accepted', act: 'withdraw', to: 'withdrawn' },
] as const satisfies readonly { from: OfferState; act: string; to: OfferState }[];

/** Why a ward says no. `not-now` may come back later, `cannot` never fits this care. */
export const REFUSALS = {
  'no-capacity': 'not-now',
  'no-staff': 'not-now',
  'outside-admission-hours': 'not-now',
  'no-doctor': 'not-now',
  'behaviour-or-closed-ward': 'cannot',
  'isolation-not-possible': 'cannot',
  'equipment-missing': 'cannot',
  'care-too-heavy': 'cannot',
  'wrong-product': 'cannot',
  'information-missing': 'not-now',
  'no-return-home-expected': 'cannot',
  'no-contract-or-budget': 'cannot',
  'wish-of-person': 'cannot',
  other: 'not-now',
} as const satisfies Record<string, 'not-now' | 'cannot'>;
export type OfferRefusal = keyof typeof REFUSALS;

/** The part of a request that names nobody: what a provider sees before a yes. */
export interface Profile {
  readonly reason: Reason;
  readonly weight: Weight;
  readonly product: Product;
  readonly urgency: Urgency;
  readonly origin: Origin;
  readonly wantedFrom: Instant;
  readonly ageBand: string;
  readonly sex: string;
  readonly needs: readonly Property[];
  readonly traits: readonly Trait[];
  readonly language: string | null;
}

/** A request for a place. */
export interface Request extends Profile {
  readonly id: string;
  readonly code: string;
  readonly referrerOrg: string;
  readonly state: RequestState;
  readonly closeReason: CloseReason | null;
  readonly deskAsked: boolean;
  readonly sentAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly version: number;
}

/** One provider asked for one request. */
export interface Offer {
  readonly id: string;
  readonly requestId: string;
  readonly organisationId: string;
  readonly siteId: string;
  readonly unitId: string;
  readonly placeId: string;
  /** The claim on the place: the hold, later the reservation and the stay. Null when asked without a hold. */
  readonly claimId: string | null;
  readonly distanceM: number | null;
  readonly state: OfferState;
  readonly sentAt: Instant;
  readonly answerBy: Instant;
  readonly readAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly refusalCode: OfferRefusal | null;
  readonly doctor: string | null;
  readonly arrivalFrom: Instant | null;
  readonly version: number;
}

/** Why a step of the route cannot be taken. */
export type PlacementCode =
  | 'request-unknown'
  | 'request-not-open'
  | 'offer-unknown'
  | 'offer-not-open'
  | 'offer-expired'
  | 'too-many-offers'
  | 'already-asked'
  | 'already-accepted'
  | 'not-accepted'
  | 'weight-unknown'
  | 'doctor-missing'
  | 'arrival-in-the-past';
