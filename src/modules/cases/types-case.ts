import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';

/** What of a case is opened for each helper apart. */
export const CASE_PARTS = ['question', 'plan', 'messages', 'meetings', 'conversation'] as const;
export type CasePart = (typeof CASE_PARTS)[number];

/** How a case ends. */
export const CASE_OUTCOMES = ['answered', 'partly', 'not-answered', 'stopped'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** From agreed to what came of it. */
export const ACTION_STATES = ['open', 'done', 'not-done'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** One person, one question, helpers round them. */
export interface Case {
  readonly id: string;
  /** What it is called on the phone. */
  readonly code: string;
  readonly personId: string;
  readonly coordinatorOrg: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly endedAt: Instant | null;
}

/** An organisation that helps, on a yes of the person. */
export interface Helping {
  readonly organisationId: string;
  readonly consentId: string;
  readonly parts: readonly CasePart[];
  readonly joinedAt: Instant;
  readonly leftAt: Instant | null;
  /** In it still, on a yes that was not taken back. */
  readonly isIn: boolean;
}

/** What was agreed: one owner (an organisation, or null for the person) and a day. */
export interface Action {
  readonly id: string;
  readonly caseId: string;
  readonly what: string;
  readonly ownerOrg: string | null;
  readonly due: Day;
  readonly state: ActionState;
  readonly why: string | null;
  readonly madeAt: Instant;
  readonly madeOrg: string;
  readonly madeBy: string;
  readonly settledAt: Instant | null;
  readonly settledBy: string | null;
}

/** Something said on the case, to who may read messages. */
export interface CaseMessage {
  readonly id: string;
  readonly organisationId: string;
  readonly byName: string;
  readonly text: string;
  readonly at: Instant;
}

/** What happened in a case, from its facts. */
export const CASE_EVENTS = [
  'opened',
  'joined',
  'left',
  'agreed',
  'done',
  'not-done',
  'meeting',
  'ended',
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

/** How it ended, and what was learned. */
export interface Ending {
  readonly outcome: CaseOutcome;
  readonly learned: string;
  readonly at: Instant;
  readonly byName: string;
}

/** Why something about a case cannot be done. */
export type CaseCode =
  | 'case-unknown'
  | 'case-over'
  | 'case-part-shut'
  | 'case-not-coordinator'
  | 'case-organisation-unknown'
  | 'helper-in-already'
  | 'helper-unknown'
  | 'coordinator-stays'
  | 'action-unknown'
  | 'action-owner'
  | 'action-day'
  | 'action-settled'
  | 'action-not-yours'
  | 'actions-open';
