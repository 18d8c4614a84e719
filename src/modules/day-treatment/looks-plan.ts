import type { Category, Look } from '#platform/access-log/types.ts';
import type { ToPlanList } from './contract-plan.ts';

const CARE: readonly Category[] = ['profile', 'reason-and-care'];

/** One look for each person who waits for a moment or asks something of theirs. */
export const seenToPlan = ({ visits, asking }: ToPlanList): readonly Look[] =>
  [...visits, ...asking].map(({ orderId, person }) => ({
    event: 'list',
    objectType: 'order',
    objectId: orderId,
    categories: person === null ? CARE : [...CARE, 'name-and-contact'],
  }));

/** Choices show when somebody could come for what: a look at that visit. */
export const seenChoices = (
  _answer: unknown,
  { params: { id } }: { readonly params: { readonly id: string } },
): readonly Look[] => [{ event: 'read', objectType: 'visit', objectId: id, categories: CARE }];

const moved = (event: Look['event'], visitIds: readonly string[]): readonly Look[] =>
  visitIds.map((objectId) => ({ event, objectType: 'visit', objectId, categories: CARE }));

/** A plan names visits by their ids: a look at each. */
export const seenInPlan = (plan: {
  readonly moves: readonly { readonly visitId: string }[];
  readonly waiting: readonly { readonly visitId: string }[];
}): readonly Look[] =>
  moved(
    'list',
    [...plan.moves, ...plan.waiting].map(({ visitId }) => visitId),
  );

/** What was offered to a visit and is not any more: a change of that visit. */
export const putAsideLook = ({ visitId }: { readonly visitId: string }): readonly Look[] =>
  moved('change', [visitId]);

/** Who has another moment by a plan that was taken, and whom it names beside. */
export const changedByPlan = ({
  kept,
  refused,
}: {
  readonly kept: readonly string[];
  readonly refused: readonly { readonly visitId: string }[];
}): readonly Look[] => [
  ...moved('change', kept),
  ...moved(
    'list',
    refused.map(({ visitId }) => visitId),
  ),
];
