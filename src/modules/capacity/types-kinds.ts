import type { Day } from '#kernel/calendar.ts';
import type { FigureSource } from '#kernel/freshness.ts';
import type { Instant, Interval } from '#kernel/interval.ts';

/** What a team does: care at home, care in the night, a day elsewhere so that somebody can rest, welfare. */
export const TEAM_KINDS = ['home-care', 'night-care', 'respite-day', 'welfare'] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** How many more people a team can help, and what it says when it cannot. */
export interface TeamCount {
  /** Zero is an answer: nobody more now. */
  readonly free: number;
  /** How long one waits, in days; null: there is no waiting list. */
  readonly waitingDays: number | null;
  /** Until when nobody more is taken on; null: not said. */
  readonly closedUntil: Day | null;
}

/** A team that helps in its neighbourhood, not in a bed. */
export interface Team {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly neighbourhood: string;
  /** The postcodes it comes to. */
  readonly pc4s: readonly string[];
  readonly kind: TeamKind;
  readonly phone: string;
}

/** The same with when it was told, how we know, and until when the team stands by it. */
export interface ToldCount extends TeamCount {
  readonly asOf: Instant;
  readonly source: FigureSource;
  readonly freshUntil: Instant | null;
}

/** A team with its last number; null: it never told one. */
export interface CountedTeam extends Team {
  readonly count: ToldCount | null;
}

/** What is counted of a hospital: people in its emergency department, people who are ready to leave and still there. */
export const LOAD_KINDS = ['emergency', 'hospital'] as const;
export type LoadKind = (typeof LOAD_KINDS)[number];

/** Why a hospital takes nobody in. */
export const STOP_REASONS = ['full', 'no-staff', 'infection', 'outage', 'other'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** A stop: nobody new comes in. Its end is expected, and only ends when the hospital says so. */
export interface Stop {
  readonly id: string;
  readonly siteId: string;
  readonly kind: LoadKind;
  readonly reason: StopReason;
  readonly during: Interval;
}
