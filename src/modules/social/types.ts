import type { Day } from '#kernel/calendar.ts';

export { dangerIn } from './decide/danger-v1.ts';
export { DIMENSIONS, type Dimension, TALK_PARTS, type TalkPart } from './types-conversation.ts';
export { LOADS, NEARNESS, type Near } from './types-network.ts';
export * from './types-referral.ts';

/** Whether there is room at a service: yes, after a wait of weeks, no until a day, or after a talk first. */
export const SERVICE_STATES = ['open', 'waiting', 'closed', 'asks-first'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

/** The longest wait somebody can say, in weeks. */
export const LONGEST_WAIT = 104;

/** How old the word is that a service is as the map says. */
export const ASSURED_PHASES = ['fresh', 'asked', 'marked', 'hidden'] as const;
export type AssuredPhase = (typeof ASSURED_PHASES)[number];

/** Why a service is among the results. */
export const REASONS = [
  'need',
  'word',
  'name',
  'near',
  'open-now',
  'room',
  'wait',
  'closed',
  'asks-first',
  'free',
  'language',
  'age',
  'recent',
  'not-assured',
  'no-contact',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** A stretch of the week in which a service is open, in local minutes; a closing past midnight is more than a day. */
export interface WeekHours {
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** In the identifiers of an organisation of the map: the code under which the region knows it. */
export const PROVIDER_SCHEME = 'NL-verkeerstoren';

/** Why something about the map cannot be done. */
export type SocialCode =
  | 'service-unknown'
  | 'service-not-yours'
  | 'state-needs-weeks'
  | 'state-weeks-many'
  | 'state-day-past'
  | 'state-day-far'
  | 'form-unknown';
