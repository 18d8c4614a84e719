import type { Instant } from '#kernel/interval.ts';
import type { LegalTitle } from '#kernel/limits.ts';
import type { Product, Property } from '#kernel/product.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type { Reason, Weight } from './types-triage.ts';

export { LEGAL_TITLES, type LegalTitle } from '#kernel/limits.ts';
export { URGENCIES, type Urgency } from '#kernel/urgency.ts';
// The screen asks the tree by the same rule as the server decides.
export {
  contradictions,
  deviates,
  openQuestions,
  outcomeOf,
  questionOf,
  TRIAGE_NOW,
  usualAnswer,
  usualAnswers,
} from './decide/triage.ts';
export { ROUTE_FACTS } from './decide/triage-routes.ts';
export type { PlacementCode } from './types-codes.ts';
export * from './types-triage.ts';

/** Where the person is now. */
export const ORIGINS = ['home', 'hospital', 'emergency', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

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

/** The states of an offer. `alternative`: the ward can, from another moment. `willing`: yes, and the person may still choose. */
export const OFFER_STATES = [
  'open',
  'alternative',
  'willing',
  'accepted',
  'refused',
  'expired',
  'withdrawn',
] as const;
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
  { from: 'open', act: 'accept for choice', to: 'willing' },
  { from: 'open', act: 'propose another date', to: 'alternative' },
  { from: 'open', act: 'refuse', to: 'refused' },
  { from: 'open', act: 'no answer in time', to: 'expired' },
  { from: 'open', act: 'withdraw', to: 'withdrawn' },
  { from: 'alternative', act: 'ask for that date', to: 'open' },
  { from: 'alternative', act: 'no answer in time', to: 'expired' },
  { from: 'alternative', act: 'refuse', to: 'refused' },
  { from: 'alternative', act: 'withdraw', to: 'withdrawn' },
  { from: 'willing', act: 'choose', to: 'accepted' },
  { from: 'willing', act: 'refuse', to: 'refused' },
  { from: 'willing', act: 'withdraw', to: 'withdrawn' },
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

/** How somebody travels to the place. */
export const TRANSPORTS = ['own', 'taxi', 'wheelchair', 'ambulance'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** Why who asked takes the request back. */
export const WITHDRAW_CODES = ['better', 'other-solution', 'in-hospital', 'wish', 'mistake'] as const;
export type WithdrawCode = (typeof WITHDRAW_CODES)[number];

/** Why there was no place anywhere: unmet demand, counted. */
export const UNMET_CODES = [
  'no-bed',
  'no-staff',
  'admission-hours',
  'care-not-here',
  'closed-ward',
  'no-contract',
  'no-doctor',
  'too-far',
  'refused-by-all',
  'other',
] as const;
export type UnmetCode = (typeof UNMET_CODES)[number];

/** What would have made it possible. */
export const WOULD_HAVE = [
  'one-more-bed',
  'staff',
  'evening-admission',
  'weekend-admission',
  'specialist-on-site',
  'closed-place',
  'isolation-room',
  'equipment',
  'contract',
  'earlier-departure',
  'home-care-tonight',
] as const;
export type WouldHave = (typeof WOULD_HAVE)[number];

/** What a request waits for: every minute from sent to arrived belongs to exactly one of these. */
export const WAIT_CAUSES = [
  'triage',
  'consult',
  'answer',
  'choice',
  'no-place',
  'admission-window',
  'transport',
  'letter',
  'bed',
] as const;
export type WaitCause = (typeof WAIT_CAUSES)[number];

/** The rungs of the ladder above a provider that does not answer. */
export const RUNGS = ['desk', 'insurer', 'report'] as const;
export type Rung = (typeof RUNGS)[number];

/** What can be sent along later. */
export const DOCUMENT_KINDS = ['letter', 'medication', 'care-plan', 'legal', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What may still be missing; nothing of it holds up a request, acceptance needs the triage. */
export const MISSING_CODES = [
  'triage',
  'consent',
  'letter',
  'medication',
  'gp',
  'next-of-kin',
  'insurer',
  'legal-title',
  'infection-status',
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

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
  /** Needed for a closed ward; null when it does not matter. */
  readonly legalTitle: LegalTitle | null;
  /** The insurer, four digits (UZOVI), where contracts matter. */
  readonly uzovi: string | null;
}

/** How somebody comes, and when that was arranged. */
export interface PlannedTransport {
  readonly by: Transport;
  /** The moment of the ride; null while only the kind is known. */
  readonly at: Instant | null;
  readonly setAt: Instant;
}

/** A request for a place. */
export interface Request extends Profile {
  readonly id: string;
  readonly code: string;
  readonly referrerOrg: string;
  readonly state: RequestState;
  readonly closeReason: CloseReason | null;
  readonly deskAsked: boolean;
  /** Walks the crisis route of the agreement: shorter clocks, more houses at once. */
  readonly crisisRoute: boolean;
  /** Places to ask next, best first. */
  readonly candidates: readonly string[];
  /** May the next that fits be asked by itself when the candidates are used up? */
  readonly askNext: boolean;
  /** Until when the person chooses among who said yes; null while nobody did. */
  readonly chooseBy: Instant | null;
  readonly transport: PlannedTransport | null;
  readonly withdrawCode: WithdrawCode | null;
  readonly elsewhere: { readonly place: string; readonly metres: number | null } | null;
  readonly unmet: { readonly code: UnmetCode; readonly would: readonly WouldHave[] } | null;
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
  /** From when the ward can, when that is not the moment asked. */
  readonly alternativeFrom: Instant | null;
  /** A place beyond what there is: who decided that, in which role. Why, is told to who knows the person. */
  readonly extra: { readonly role: 'ward' | 'elderly-doctor' } | null;
  /** Asked by itself after somebody else's no. */
  readonly byItself: boolean;
  readonly version: number;
}
