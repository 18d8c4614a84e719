import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { openCaseOfOffer } from './case.ts';
import { loseWilling, settleChoice } from './service-choice.ts';
import { reportDisplaced } from './service-lost.ts';
import type { NextPlaces } from './service-next.ts';
import { expireOffer } from './service-no.ts';
import { followDeparture } from './service-request.ts';
import { followClaim, offerOfClaim, overdueChoiceIds, overdueOffers } from './store-read.ts';

/** A planned bed went to a fact: who was accepted there searches again, and a yes that waited for a choice is over. */
const followDisplaced = async (tx: Tx, offerId: string, find: NextPlaces, doing: Doing): Promise<void> => {
  const found = await openCaseOfOffer(tx, offerId);
  if (!found.ok) return;
  const { request, offer } = found.value;
  if (offer.state === 'willing') await loseWilling(tx, found.value, find, doing);
  if (offer.state === 'accepted') await reportDisplaced(tx, request.id, find, doing);
};

/** What happened on the beds and changes a request: somebody left, was moved, or lost the planned bed. Safe to hear twice. */
export const followCapacity = async (
  tx: Tx,
  line: WrittenEntry,
  find: NextPlaces,
  doing: Doing,
): Promise<void> => {
  if (line.room !== 'capacity') return;
  const found = await offerOfClaim(tx, line.subject);
  if (found === null) return;
  if (line.event === 'left') {
    const destination = String(line.body['destination'] ?? 'elsewhere');
    await followDeparture(
      tx,
      found.requestId,
      { at: Number(line.body['until']) as Instant, destination },
      doing,
    );
  }
  if (line.event === 'displaced') await followDisplaced(tx, found.offerId, find, doing);
  if (line.event === 'moved')
    await followClaim(tx, line.subject, String(line.body['to']), String(line.body['toPlaceId']));
};

/** What is due on the route because time passed: one step, to be taken in a transaction of its own. */
export type DueStep =
  | { readonly due: 'answer'; readonly requestId: string; readonly offerId: string }
  | { readonly due: 'choice'; readonly requestId: string };

/** Answers that did not come, and choices that nobody made, for the sweeper. */
export const dueSteps = async (tx: Tx, doing: Doing): Promise<readonly DueStep[]> => {
  const choices = await overdueChoiceIds(tx, doing.now);
  const answers = await overdueOffers(tx, doing.now);
  return [
    ...choices.map((requestId): DueStep => ({ due: 'choice', requestId })),
    ...answers.map((answer): DueStep => ({ due: 'answer', ...answer })),
  ];
};

/** Takes one; taken twice it does nothing. */
export const takeDueStep = async (tx: Tx, step: DueStep, find: NextPlaces, doing: Doing): Promise<unknown> =>
  step.due === 'choice'
    ? settleChoice(tx, step.requestId, find, doing)
    : expireOffer(tx, step.offerId, find, doing);
