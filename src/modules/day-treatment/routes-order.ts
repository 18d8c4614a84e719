import { instantFromIso } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  DiscardBody,
  DrugBody,
  LabBody,
  OrderAnswer,
  OrderAsk,
  OrderBody,
  OrderChangeBody,
  OrderList,
  OrderStopBody,
  SignBody,
} from './contract-order.ts';
import { gone, listedOrders, oneOrder } from './looks.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { changeOrder, discardDraft, draftOrder, tellLab } from './service-order.ts';
import { signOrder, stopOrder, tellDrug } from './service-sign.ts';
import { orderById } from './store-order.ts';
import type { Order } from './types.ts';
import { viewOrder } from './view-order.ts';
import { viewOrders } from './view-order-list.ts';

/** The order as it stands for the caller. */
const answered = async (tx: Tx, id: string, doing: Doing): Promise<Result<OrderAnswer, Refusal>> => {
  const order = await orderById(tx, id);
  return order === null
    ? refuse({ code: 'order-unknown' })
    : ok({ order: await viewOrder(tx, order, doing) });
};

const after = async (tx: Tx, done: Result<Order, Refusal>, doing: Doing) =>
  done.ok ? answered(tx, done.value.id, doing) : done;

const readingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<unknown, OrderAsk, OrderList>(door, {
    url: '/api/v1/orders',
    tag,
    summary:
      'Orders of this hospital or practice, to give at this site, or over in the last ninety days; page by page',
    policy: may.see,
    query: OrderAsk,
    answer: OrderList,
    looks: listedOrders,
    run: async (ask) => ok(await viewOrders(ask.tx, ask.query, await doingOf(parts, ask))),
  });
  read<ById, unknown, OrderAnswer>(door, {
    url: '/api/v1/orders/:id',
    tag,
    summary: 'One order with its visits, as far as the reader may know it',
    policy: may.see,
    params: ById,
    answer: OrderAnswer,
    looks: oneOrder('read'),
    run: async (ask) => answered(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
};

const writingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  command<unknown, OrderBody, OrderAnswer>(door, {
    url: '/api/v1/orders',
    tag,
    summary: 'A draft of an order, the hospital’s alone until it is signed',
    policy: may.order,
    body: OrderBody,
    answer: OrderAnswer,
    looks: oneOrder('add'),
    run: async ({ tx, body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await draftOrder(tx, body, doing), doing);
    },
  });
  command<ById, OrderChangeBody, OrderAnswer>(door, {
    url: '/api/v1/orders/:id',
    method: 'PUT',
    tag,
    summary: 'What the order says from now on; of a signed order the change is signed with it',
    policy: may.order,
    params: ById,
    body: OrderChangeBody,
    versioned: true,
    answer: OrderAnswer,
    looks: oneOrder('change'),
    run: async ({ tx, params: { id }, body: change, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { id, version, change, signedBy: who.actor.name };
      return after(tx, await changeOrder(tx, act, doing), doing);
    },
  });
};

const discardRoute = (door: Door, parts: DayTreatmentParts): void =>
  command<ById, DiscardBody, OrderAnswer>(door, {
    url: '/api/v1/orders/:id/discard',
    tag,
    summary: 'A draft is thrown away; the answer shows it for the last time',
    policy: may.order,
    params: ById,
    body: DiscardBody,
    versioned: true,
    answer: OrderAnswer,
    looks: gone,
    run: async ({ tx, params: { id }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const seen = await answered(tx, id, doing);
      const done = await discardDraft(tx, { id, version }, doing);
      return done.ok ? seen : done;
    },
  });

const signingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  command<ById, SignBody, OrderAnswer>(door, {
    url: '/api/v1/orders/:id/sign',
    tag,
    summary: 'The specialist signs; the site reads it and plans the visits',
    policy: may.order,
    params: ById,
    body: SignBody,
    versioned: true,
    answer: OrderAnswer,
    looks: oneOrder('change'),
    run: async ({ tx, params: { id }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await signOrder(tx, { id, version, signedBy: who.actor.name }, doing), doing);
    },
  });
  command<ById, OrderStopBody, OrderAnswer>(door, {
    url: '/api/v1/orders/:id/stop',
    tag,
    summary: 'Nothing is given any more; what was planned is cancelled and its chairs are free at once',
    policy: may.order,
    params: ById,
    body: OrderStopBody,
    answer: OrderAnswer,
    looks: oneOrder('change'),
    run: async ({ tx, params: { id }, body: { reason }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await stopOrder(tx, { id, reason }, doing), doing);
    },
  });
};

const tellingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  command<ById, LabBody, OrderAnswer>(door, {
    url: '/api/v1/orders/:id/lab',
    tag,
    summary: 'A blood result: of which day, and whether the treatment may be given with it',
    policy: may.order,
    params: ById,
    body: LabBody,
    answer: OrderAnswer,
    looks: oneOrder('change'),
    run: async ({ tx, params: { id }, body: lab, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await tellLab(tx, { id, lab }, doing), doing);
    },
  });
  command<ById, DrugBody, OrderAnswer>(door, {
    url: '/api/v1/orders/:id/drug',
    tag,
    summary: 'When the medicine for one visit is ready at the site',
    policy: may.drug,
    params: ById,
    body: DrugBody,
    answer: OrderAnswer,
    looks: oneOrder('change'),
    run: async ({ tx, params: { id }, body: { visit: visitId, readyAt }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const at = readyAt === null ? null : instantFromIso(readyAt);
      return after(tx, await tellDrug(tx, { id, visitId, readyAt: at }, doing), doing);
    },
  });
};

/** Adds the routes of orders. */
export const orderRoutes = (door: Door, parts: DayTreatmentParts): void => {
  readingRoutes(door, parts);
  writingRoutes(door, parts);
  discardRoute(door, parts);
  signingRoutes(door, parts);
  tellingRoutes(door, parts);
};
