import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Destination } from '#modules/capacity/types.ts';
import type { AbsenceReason, BarrierCode, BarrierOwner, MeetingKind } from './types-parts.ts';
import type { ReturnItem, ReturnState } from './types-return.ts';

/** A stay as far as the person and one relative read it. */
export interface FamilyStay {
  readonly id: string;
  readonly requestId: string;
  readonly organisationId: string;
  readonly unitId: string;
  readonly gpOrg: string | null;
  readonly zone: string;
  readonly name: string;
  readonly arrivedDay: Day;
  readonly endedAt: Instant | null;
  readonly destination: Destination | null;
  readonly goal: string | null;
  readonly expectedEnd: Instant | null;
  readonly latestEnd: Instant | null;
  readonly away: AbsenceReason | null;
  readonly awayUntil: Instant | null;
  readonly responsibleOrg: string | null;
  readonly doctor: string | null;
}

/** A barrier that stands, without what the ward notes beside it. */
export interface FamilyBarrier {
  readonly code: BarrierCode;
  readonly owner: BarrierOwner;
  readonly due: Day;
}

/** A line of the plan for home, without notes. */
export interface FamilyReturn {
  readonly item: ReturnItem;
  readonly state: ReturnState;
  readonly who: string;
  readonly fromDay: Day | null;
}

/** A talk, without what was said about treatment. */
export interface FamilyMeeting {
  readonly kind: MeetingKind;
  readonly plannedAt: Instant;
  readonly heldAt: Instant | null;
  readonly departureDay: Day | null;
  readonly care: string;
  readonly agreed: string;
}

/** A contact after the departure, without what was said in it. */
export interface FamilyContact {
  readonly days: number;
  readonly dueDay: Day;
  readonly done: boolean;
}

/** Everything the page for the person and one relative is made of. */
export interface FamilyFacts {
  readonly stay: FamilyStay;
  readonly barriers: readonly FamilyBarrier[];
  readonly returns: readonly FamilyReturn[];
  readonly meetings: readonly FamilyMeeting[];
  readonly contacts: readonly FamilyContact[];
  /** Names and numbers, looked up in the region. */
  readonly house: { readonly name: string; readonly phone: string };
  readonly unit: { readonly name: string; readonly phone: string };
  readonly gp: { readonly name: string; readonly phone: string } | null;
  readonly responsible: string | null;
}
