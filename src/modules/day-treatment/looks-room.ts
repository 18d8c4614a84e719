import type { Category, Look } from '#platform/access-log/types.ts';
import type { DayWeek, GridVisit, HalfDayView } from './contract-room.ts';

const PROFILE: readonly Category[] = ['profile', 'reason-and-care'];

const seen = (event: Look['event'], visits: readonly GridVisit[]): readonly Look[] =>
  visits.map(({ orderId, person }) => ({
    event,
    objectType: 'order',
    objectId: orderId,
    categories: person === null ? PROFILE : [...PROFILE, 'name-and-contact'],
  }));

/** One look for each visit on the grid. */
export const seenInWeek = ({ halfDays }: DayWeek): readonly Look[] =>
  halfDays.flatMap(({ visits }) => seen('list', visits));

/** One look for each visit of the half-day. */
export const seenInHalfDay = ({ visits }: HalfDayView): readonly Look[] => seen('list', visits);
