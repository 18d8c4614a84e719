import type { Instant } from '#kernel/interval.ts';

/** From sent to what came of it. */
export const REFERRAL_STATES = [
  'sent',
  'seen',
  'accepted',
  'contacted',
  'active',
  'ended',
  'passed-on',
  'withdrawn',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** What somebody can make of a referral that is under way; each is the state it comes in. */
export const REFERRAL_STEPS = [
  'seen',
  'accepted',
  'contacted',
  'active',
  'ended',
  'passed-on',
  'withdrawn',
] as const;
export type ReferralStep = (typeof REFERRAL_STEPS)[number];

/** Which steps move a referral; everything else is refused. Drawn in docs/states. */
export const referralTransitions = [
  { from: 'sent', act: 'see', to: 'seen' },
  { from: 'sent', act: 'accept', to: 'accepted' },
  { from: 'seen', act: 'accept', to: 'accepted' },
  { from: 'accepted', act: 'contact', to: 'contacted' },
  { from: 'contacted', act: 'begin', to: 'active' },
  { from: 'sent', act: 'decline', to: 'ended' },
  { from: 'seen', act: 'decline', to: 'ended' },
  { from: 'accepted', act: 'decline', to: 'ended' },
  { from: 'contacted', act: 'end', to: 'ended' },
  { from: 'active', act: 'end', to: 'ended' },
  { from: 'sent', act: 'pass on', to: 'passed-on' },
  { from: 'seen', act: 'pass on', to: 'passed-on' },
  { from: 'accepted', act: 'pass on', to: 'passed-on' },
  { from: 'contacted', act: 'pass on', to: 'passed-on' },
  { from: 'active', act: 'pass on', to: 'passed-on' },
  { from: 'sent', act: 'withdraw', to: 'withdrawn' },
  { from: 'seen', act: 'withdraw', to: 'withdrawn' },
  { from: 'accepted', act: 'withdraw', to: 'withdrawn' },
  { from: 'contacted', act: 'withdraw', to: 'withdrawn' },
  { from: 'active', act: 'withdraw', to: 'withdrawn' },
] as const satisfies readonly { from: ReferralState; act: string; to: ReferralState }[];

/** What came of it for the person. */
export const REFERRAL_RESULTS = ['helped', 'partly', 'not', 'other'] as const;
export type ReferralResult = (typeof REFERRAL_RESULTS)[number];

/** Why that was the result, per result. */
export const RESULT_REASONS = {
  helped: ['answered', 'takes-part', 'goes-on-alone'],
  partly: ['goes-on-elsewhere', 'part-remains', 'stopped-early'],
  not: ['no-room', 'not-for-us', 'nobody-could', 'not-reached', 'did-not-want', 'did-not-come'],
  other: ['moved', 'died', 'had-help-already', 'something-else'],
} as const satisfies Record<ReferralResult, readonly string[]>;
export type ResultReason = (typeof RESULT_REASONS)[ReferralResult][number];

/** Who calls whom, so that somebody is handed over and not sent away. */
export const WARM_WAYS = ['receiver-calls', 'person-calls', 'together'] as const;
export type WarmWay = (typeof WARM_WAYS)[number];

/** So many working days somebody may wait until a referral is picked up; then the receiver is asked. */
export const PICK_UP_DAYS = 5;

/** So many working days after that, who referred and the desk are told. */
export const LATE_DAYS = 2;

/** One person referred to one service, with their question and their yes. */
export interface Referral {
  readonly id: string;
  /** What it is called on the phone. */
  readonly code: string;
  readonly personId: string;
  readonly serviceId: string;
  readonly fromOrg: string;
  readonly toOrg: string;
  readonly consentId: string;
  readonly question: string;
  readonly need: string | null;
  readonly warm: WarmWay;
  readonly warmAt: Instant | null;
  readonly state: ReferralState;
  readonly version: number;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly dueAt: Instant;
  readonly readAt: Instant;
  readonly passedFrom: string | null;
}

/** A referral as it stands for who reads it. */
export interface StandingReferral extends Referral {
  /** The yes of the person stands. */
  readonly agreed: boolean;
  /** The reader receives it. */
  readonly receives: boolean;
  /** The reader referred. */
  readonly sent: boolean;
}

/** Something that happened with a referral. */
export interface ReferralEvent {
  readonly id: string;
  readonly referralId: string;
  readonly step: 'sent' | ReferralStep | 'reminded' | 'late';
  readonly at: Instant;
  readonly byName: string;
  readonly byOrg: string | null;
  readonly result: ReferralResult | null;
  readonly reason: ResultReason | null;
  readonly words: string | null;
}

/** What somebody makes of a referral; an end says what came of it and why. */
export type ReferralCommand =
  | { readonly step: Exclude<ReferralStep, 'ended'>; readonly words?: string | null }
  | {
      readonly step: 'ended';
      readonly result: ReferralResult;
      readonly reason: string;
      readonly words?: string | null;
    };

/** Why something about a referral cannot be done. */
export type ReferralCode =
  | 'referral-unknown'
  | 'referral-over'
  | 'referral-taken-back'
  | 'referral-not-yours'
  | 'referral-step-passed'
  | 'referral-step-early'
  | 'referral-reason'
  | 'referral-runs'
  | 'service-not-referred'
  | 'referral-moment-past';
