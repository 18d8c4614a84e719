import { type Day, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { type ListedStay, STAY_NEEDS, type StayNeed } from '#modules/stay/types-list.ts';

/** Where a stay is in its days, and when somebody is expected to leave. */
export interface Standing {
  readonly daysLeft: number;
  readonly alarm: boolean;
  readonly expectedEnd: Instant | null;
}

type Listed = Pick<ListedStay, 'zone' | 'endedAt' | 'barriers' | 'meetingAt'>;

/** Is this still in the way after the day on which it should be gone? */
export const isLate = (barrier: { readonly due: Day }, today: Day): boolean => barrier.due < today;

/** Must those concerned sit together today, or should they have? */
const meetsNow = ({ meetingAt, zone }: Listed, today: Day): boolean =>
  meetingAt !== null && localDay(meetingAt, zone) <= today;

/** What needs a decision first: longer than allowed, over the expected end, nearly at the last day, stuck, or a talk today. */
export const needOf = (stay: Listed, { daysLeft, alarm, expectedEnd }: Standing, now: Instant): StayNeed => {
  if (stay.endedAt !== null) return 'none';
  const today = localDay(now, stay.zone);
  if (daysLeft < 0) return 'over';
  if (expectedEnd !== null && expectedEnd < now) return 'overdue';
  if (alarm) return 'alarm';
  if (stay.barriers.some((barrier) => isLate(barrier, today))) return 'barrier-late';
  return meetsNow(stay, today) ? 'meeting' : 'none';
};

/** What needs a decision first, then who leaves first; who left last stands on top of who left before. */
export const inOrder = (
  a: { readonly need: StayNeed; readonly expectedEnd: string | null; readonly endedAt: string | null },
  b: { readonly need: StayNeed; readonly expectedEnd: string | null; readonly endedAt: string | null },
): number => {
  const urgent = STAY_NEEDS.indexOf(a.need) - STAY_NEEDS.indexOf(b.need);
  if (urgent !== 0) return urgent;
  if (a.endedAt !== null && b.endedAt !== null) return b.endedAt.localeCompare(a.endedAt);
  return (a.expectedEnd ?? '9').localeCompare(b.expectedEnd ?? '9');
};
