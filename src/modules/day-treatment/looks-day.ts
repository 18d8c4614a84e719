import type { Category, Look } from '#platform/access-log/types.ts';
import type { ActsAnswer, ActsBody, DayList, DayRecord } from './contract-day.ts';

const CARE: readonly Category[] = ['profile', 'reason-and-care'];

/** One look for each visit on the list of the day. */
export const seenOnDay = ({ visits }: DayList): readonly Look[] =>
  visits.map(({ orderId, person }) => ({
    event: 'list',
    objectType: 'order',
    objectId: orderId,
    categories: person === null ? CARE : [...CARE, 'name-and-contact'],
  }));

/** The look of what was given on one order. */
export const seenRecord = ({ orderId }: DayRecord): readonly Look[] => [
  { event: 'read', objectType: 'order', objectId: orderId, categories: ['reason-and-care'] },
];

/** One change for each visit of which something was kept. */
export const writtenOnDay = (
  { kept }: ActsAnswer,
  { body }: { readonly body: ActsBody },
): readonly Look[] => {
  const acts = body.acts.filter(({ id }) => kept.includes(id));
  return [...new Set(acts.map(({ visitId }) => visitId))].map((objectId) => ({
    event: 'change',
    objectType: 'visit',
    objectId,
    categories: ['reason-and-care'],
  }));
};
