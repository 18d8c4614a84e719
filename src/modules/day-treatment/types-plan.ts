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
] as const;

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

/** How far a plan is. */
export const PLAN_STATES = ['running', 'ready', 'taken', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
