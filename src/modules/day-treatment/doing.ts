import type { Doing } from '#modules/capacity/index.ts';
import type { Entry } from '#platform/diary/diary.ts';
import type { Order } from './types.ts';

/** Who hears that an order changed: a draft is the hospital's alone. */
const partiesOf = ({ hospitalOrg, siteOrg, gpOrg, state }: Order): string[] =>
  state === 'draft'
    ? [hospitalOrg]
    : [...new Set([hospitalOrg, siteOrg, ...(gpOrg === null ? [] : [gpOrg])])];

/** A diary line about an order: ids, codes and days, never who it is or what was written. */
export const orderLine = (doing: Doing, event: string, order: Order, body: Entry['body'] = {}): Entry => ({
  at: doing.now,
  room: 'day-treatment',
  event,
  subject: order.id,
  unitId: null,
  organisationId: order.hospitalOrg,
  actor: doing.actor.id,
  body: { code: order.code, signature: order.signature, ...body, organisations: partiesOf(order) },
});
