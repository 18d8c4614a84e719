import { type Day, localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { lockOrder } from './store-order.ts';
import type { Order } from './types.ts';

/** What a command about an order answers. */
export type OrderResult = Promise<Result<Order, Refusal>>;

/** The day by which orders are judged: the clock of the region. */
export const todayOf = ({ now }: Doing): Day => localDay(now, REGION_ZONE);

/** An order of the acting hospital, under lock, in the version that was read; without one any version. */
export const openOrder = async (
  tx: Tx,
  act: { readonly id: string; readonly version?: number },
  doing: Doing,
): OrderResult => {
  const order = await lockOrder(tx, act.id);
  if (order === null || order.hospitalOrg !== doing.actor.organisationId)
    return refuse({ code: 'order-unknown' });
  return act.version !== undefined && order.version !== act.version
    ? refuse({ code: 'version-stale' })
    : ok(order);
};
