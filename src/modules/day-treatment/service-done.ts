import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record, type WrittenEntry } from '#platform/diary/diary.ts';
import { isAllGiven } from './decide/order.ts';
import { orderLine } from './doing.ts';
import { lockOrder, updateOrder } from './store-order.ts';
import { lockVisits } from './store-visit.ts';

/** Does this line say that something was given, or that less is to be given, so that an order may be complete? */
export const concernsOrder = ({ room, event }: WrittenEntry): boolean =>
  room === 'day-treatment' && (event === 'visit-done' || event === 'order-changed');

/** An order of which everything was given is done; in the name of the hospital, whose it is. Safe to hear twice. */
export const followGiven = async (
  tx: Tx,
  { subject }: Pick<WrittenEntry, 'subject'>,
  doing: Doing,
): Promise<void> => {
  const order = await lockOrder(tx, subject);
  if (order === null || !isAllGiven(order, await lockVisits(tx, subject))) return;
  const done = { ...order, state: 'done' as const, endedAt: doing.now };
  await updateOrder(tx, done);
  await record(tx, [orderLine(doing, 'order-done', done)]);
};
