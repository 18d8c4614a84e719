import type { Day } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import type { ChoiceReason } from '#planning/rota/choices.ts';
import type { Visit } from './types.ts';

/** Why a moment is a good one; the words are the screen's. */
export const CHOICE_REASONS = [
  'wished-weekday',
  'wished-part',
  'wished-start',
  'on-the-interval',
  'first-that-can',
  'same-nurse',
  'same-site',
  'quiet',
] as const satisfies readonly ChoiceReason[];

/** Why somebody has to wait before they can get a moment at all. */
export const PLAN_WAITS = [
  'order-expired',
  'first-dose-in-hospital',
  'weight-missing',
  'lab-not-good',
  'visit-before',
  'window-past',
] as const;
export type PlanWait = (typeof PLAN_WAITS)[number];

/** Why nobody has a moment for somebody. */
export const NO_CHOICE = [...PLAN_WAITS, 'nowhere-open', 'no-competence', 'no-interval', 'full'] as const;
export type NoChoice = (typeof NO_CHOICE)[number];

/** Why a moment came free: taken back, nobody came, no more of that order, opened again, or somebody asked for another. */
export const OFFER_REASONS = ['unplanned', 'missed', 'stopped', 'opened', 'asked'] as const;
export type OfferReason = (typeof OFFER_REASONS)[number];

/** A moment that came free in a half-day, and who waits and fits there best. */
export interface KeptOffer {
  readonly id: string;
  readonly unitId: string;
  readonly halfDayId: string;
  readonly visitId: string;
  readonly because: OfferReason;
  readonly since: Instant;
}

/** How far a plan is. */
export const PLAN_STATES = ['running', 'ready', 'taken', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Why nothing came of a plan, when nobody stopped it: the server that made it began anew. */
export const PLAN_LOST = ['server-restarted'] as const;

/** A visit that has its moment, with the treatment it is. */
export interface StandingVisit
  extends Pick<
    Visit,
    'id' | 'orderId' | 'state' | 'nurseId' | 'claims' | 'locked' | 'confirmedAt' | 'signature'
  > {
  readonly halfDayId: string;
  readonly during: Interval;
  readonly treatment: string;
  readonly treatmentVersion: number;
}

/** A moment for one visit: which half-day, so many minutes after opening, on which chairs, by whom. */
export interface Place {
  readonly halfDayId: string;
  readonly start: number;
  readonly chairs: readonly string[];
  readonly nurseId: string;
}

/** One moment of a plan; `was` is the half-day as it stood. */
export interface ProposedMove extends Place {
  readonly visitId: string;
  readonly was: string | null;
}

/** Somebody a plan has no moment for. */
export interface StillWaiting {
  readonly visitId: string;
  readonly why: NoChoice;
}

/** A plan as it is kept. */
export interface KeptPlan {
  readonly id: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly fromDay: Day;
  readonly untilDay: Day;
  readonly state: PlanState;
  readonly cost: number | null;
  readonly bound: number | null;
  readonly placed: number;
  readonly waiting: readonly StillWaiting[];
  readonly moves: readonly ProposedMove[];
}

/** Why a visit cannot have a moment, or a plan cannot go on. */
export type PlanCode =
  | 'visit-planned'
  | 'visit-not-planned'
  | 'visit-before'
  | 'visit-to-come'
  | 'moment-past'
  | 'nurses-too-few'
  | 'visit-outside-hours'
  | 'seats-wrong'
  | 'chair-taken'
  | 'nurse-not-able'
  | 'nurse-busy'
  | 'care-full'
  | 'moment-gone'
  | 'plan-unknown'
  | 'plan-not-ready'
  | 'plan-over';
