import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { BarrierCode } from '#kernel/leaving.ts';

export { BARRIER_CODES, type BarrierCode } from '#kernel/leaving.ts';

/** Who can be asked to take a barrier away. */
export const BARRIER_OWNERS = [
  'ward',
  'doctor',
  'home-care',
  'municipality',
  'ciz',
  'care-office',
  'carer',
  'gp',
  'supplier',
  'welfare',
  'desk',
] as const;
export type BarrierOwner = (typeof BARRIER_OWNERS)[number];

/** What holds somebody back, who works on it, and by when it should be gone. */
export interface Barrier {
  readonly id: string;
  readonly code: BarrierCode;
  readonly owner: BarrierOwner;
  readonly ownerName: string | null;
  readonly note: string;
  readonly since: Day;
  readonly due: Day;
  readonly solvedAt: Instant | null;
  readonly solvedDay: Day | null;
  readonly version: number;
}

/** A talk: two weeks after the arrival, of the team, or one more. */
export const MEETING_KINDS = ['day-14', 'team', 'extra'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** When those concerned sit together, and what came out. */
export interface Meeting {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly plannedAt: Instant;
  readonly heldAt: Instant | null;
  readonly present: readonly string[];
  readonly departureDay: Day | null;
  readonly care: string;
  readonly treatment: string;
  readonly agreed: string;
  /** Why it does not take place; null when it does. */
  readonly cancelled: string | null;
  readonly byName: string | null;
  readonly version: number;
}

/** Why somebody is away while the bed is kept. */
export const ABSENCE_REASONS = ['hospital', 'leave'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** Away for a while; the bed stays theirs. */
export interface Absence {
  readonly id: string;
  readonly reason: AbsenceReason;
  readonly leftAt: Instant;
  readonly expectedBack: Instant | null;
  readonly backAt: Instant | null;
}
