import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Destination } from '#modules/capacity/types.ts';

export { OBSERVATION_KINDS } from './decide/observation-kinds.ts';
export { ASKED_AS } from './decide/retriage.ts';
export { bandOf, SCALES, totalOf } from './decide/scales.ts';
export type { StayCode } from './types-codes.ts';
export * from './types-family.ts';
export * from './types-handover.ts';
export * from './types-observation.ts';
export * from './types-parts.ts';
export * from './types-return.ts';

/** A stay: somebody in a house, from the arrival on. Bed and expected end stand with the bed, not here. */
export interface Stay {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  /** The house somebody stays in. */
  readonly organisationId: string;
  readonly unitId: string;
  /** The claim on the bed; it follows a move. */
  readonly claimId: string;
  readonly referrerOrg: string;
  /** The practice that hears how it went; null while nobody said which. */
  readonly gpOrg: string | null;
  readonly zone: string;
  readonly arrivedAt: Instant;
  /** Day 1: the local day of the arrival. */
  readonly arrivedDay: Day;
  /** From which day somebody could go if nothing stood in the way. */
  readonly readyDay: Day | null;
  readonly wlzDecision: boolean;
  /** Since when there is a decision for long-term care. */
  readonly wlzSince: Day | null;
  readonly endedAt: Instant | null;
  readonly destination: Destination | null;
  readonly version: number;
}

/** For which care, from which day, under which version of the pathway. */
export interface Course {
  readonly fromDay: Day;
  readonly product: Product;
  readonly pathwayVersion: number;
  readonly at: Instant;
}

/** Longer than the pathway allows: until which day, why, and who decided. */
export interface Extension {
  readonly id: string;
  readonly untilDay: Day;
  readonly reason: string;
  readonly decidedBy: string;
  readonly role: StayRole;
  readonly at: Instant;
}

/** How long a stay may be: so many local calendar days with the day of arrival as day 1, or calendar months. */
export type Most = { readonly days: number } | { readonly months: number };

/** Who must be around somebody in a stay of this kind. */
export const STAY_ROLES = [
  'gp',
  'elderly-doctor',
  'nurse',
  'carer',
  'physio',
  'family',
  'welfare',
  'palliative-team',
] as const;
export type StayRole = (typeof STAY_ROLES)[number];

/** What is done on a day of the plan. */
export const TASK_KINDS = [
  'admission',
  'call-gp',
  'day-rhythm',
  'talk-family',
  'lab',
  'physio',
  'medication-review',
  'scale',
  'house-visit',
  'team',
  'answer',
  'talk-home',
  'leave',
  'other',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** A line of the checklist: on which day of the stay, and what, in the words of the ward. */
export interface PathwayTask {
  readonly day: number;
  /** Local minutes of the day; null: any time. */
  readonly minutes: number | null;
  readonly kind: TaskKind;
  readonly label: string;
}

/** When those concerned sit together. */
export interface PathwayMeeting {
  readonly day: number;
  readonly minutes: number;
  readonly kind: 'day-14' | 'team';
}

/** What a stay with a product is. A stay keeps the version it began with. */
export interface Pathway {
  readonly product: Product;
  readonly version: number;
  readonly most: Most;
  /** How many days before the last one the alarm goes. */
  readonly alarmDays: number;
  /** On which day somebody is expected to go home when nobody knows better. */
  readonly usualDays: number;
  /** Local minutes of the day at which people usually leave. */
  readonly leaveAt: number;
  readonly roles: readonly StayRole[];
  readonly meetings: readonly PathwayMeeting[];
  readonly tasks: readonly PathwayTask[];
  /** Does it end with an answer to the GP? */
  readonly answers: boolean;
}
