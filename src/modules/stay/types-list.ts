import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Destination } from '#modules/capacity/types.ts';
import type { Course, Extension } from './types.ts';
import type { AbsenceReason, Barrier, MeetingKind } from './types-parts.ts';

/** What of a barrier stands in a list. */
export type OpenBarrier = Pick<Barrier, 'id' | 'code' | 'owner' | 'ownerName' | 'note' | 'due'>;

/** A stay as it stands in a list: with what is in the way, and the next talk. */
export interface ListedStay {
  readonly id: string;
  readonly requestId: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly claimId: string;
  readonly zone: string;
  readonly arrivedDay: Day;
  readonly readyDay: Day | null;
  readonly endedAt: Instant | null;
  readonly destination: Destination | null;
  /** For which care, the newest last. */
  readonly courses: readonly Course[];
  readonly extensions: readonly Pick<Extension, 'untilDay' | 'at'>[];
  readonly barriers: readonly OpenBarrier[];
  readonly meetingKind: MeetingKind | null;
  readonly meetingAt: Instant | null;
  /** Why somebody is away now; null: here. */
  readonly away: AbsenceReason | null;
}

/** What needs a decision, the most pressing first. */
export const STAY_NEEDS = ['over', 'overdue', 'alarm', 'barrier-late', 'meeting', 'none'] as const;
export type StayNeed = (typeof STAY_NEEDS)[number];

/** Which stays somebody asks for. */
export const STAY_SCOPES = ['house', 'mine', 'ended'] as const;
export type StayScope = (typeof STAY_SCOPES)[number];
