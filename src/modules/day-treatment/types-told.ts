import type { Instant, Interval } from '#kernel/interval.ts';
import type { Part } from './types.ts';

/** What somebody says to the moment they were told. */
export const MOMENT_ANSWERS = ['comes', 'other-moment', 'cannot'] as const;
export type MomentAnswer = (typeof MOMENT_ANSWERS)[number];

/** What of it asks something of the planner. */
export const MOMENT_ASKS = ['other-moment', 'cannot'] as const satisfies readonly MomentAnswer[];
export type MomentAsk = (typeof MOMENT_ASKS)[number];

/** How somebody is told: by e-mail, by a message to their telephone, by somebody who calls, or, in practice, on the screen. */
export type Way = 'mail' | 'message' | 'call' | 'screen';

/** What is told. */
export type TellingKind = 'invitation' | 'moved' | 'gone' | 'reminder';

/** One telling of one moment of a visit. */
export interface Telling {
  readonly id: string;
  readonly visitId: string;
  /** The site that stands behind it. */
  readonly organisationId: string;
  /** So manieth of this visit. */
  readonly number: number;
  /** Null: there is no moment any more. */
  readonly during: Interval | null;
  /** The moment that was told before. */
  readonly was: Interval | null;
  readonly dueAt: Instant;
  readonly toldAt: Instant | null;
  readonly way: Way | null;
  readonly remindedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly answer: MomentAnswer | null;
  readonly answeredAt: Instant | null;
  /** What somebody wrote, and which half-days suit: 1 is Monday; empty: any day. */
  readonly words: string | null;
  readonly weekdays: readonly number[];
  readonly part: Part | null;
}

/** How somebody can be reached. */
export interface Reach {
  readonly email: string | null;
  readonly phone: string | null;
  readonly refuses: boolean;
}

/** Why a link about a moment opens nothing. */
export type MomentCode = 'moment-link-unknown' | 'moment-moved' | 'moment-past' | 'moment-not-told';
