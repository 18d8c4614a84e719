import type { Instant, Interval } from '#kernel/interval.ts';
import type { Act, ActKind, VisitState } from './types.ts';

/** A visit on the list of a half-day: also one whose moment was taken back or moved while the tablet had no network. */
export interface ListedVisit {
  readonly id: string;
  readonly orderId: string;
  readonly number: number;
  readonly attempt: number;
  readonly state: VisitState;
  readonly halfDayId: string | null;
  readonly during: Interval | null;
  readonly nurseId: string | null;
  /** The claims on its chairs, in the order in which somebody sits in them. */
  readonly claims: readonly string[];
  readonly drugReadyAt: Instant | null;
}

/** An act as it is kept: of which half-day, and when it came in. */
export interface KeptAct extends Act {
  readonly halfDayId: string | null;
}

/** Why an act is not kept; it would not be kept a next time either. */
export const ACT_REFUSALS = ['visit-unknown', 'act-body', 'act-id-taken'] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

/** What became of a visit by its acts, as the diary tells it. */
export type Turn = 'visit-arrived' | 'visit-done' | 'visit-not-given' | 'visit-missed' | 'visit-awaited';

/** What on a visit a specialist sees before all else. */
export const NOTICED = ['reacted', 'deviated', 'not-given'] as const satisfies readonly ActKind[];
export type Noticed = (typeof NOTICED)[number];
