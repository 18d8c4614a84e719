import type { AccessEvent, Category, Look } from '#platform/access-log/types.ts';
import type { OrderList, OrderView } from './contract-order.ts';

const seen = (named: boolean): readonly Category[] =>
  named ? ['reason-and-care', 'name-and-contact'] : ['reason-and-care'];

/** The looks of an answer with one order in it. */
export const oneOrder =
  (event: AccessEvent) =>
  ({ order }: { readonly order: OrderView }): readonly Look[] => [
    { event, objectType: 'order', objectId: order.id, categories: seen(order.person !== null) },
  ];

/** The look of a draft that is gone: the database finds nobody behind it any more. */
export const gone = ({ order }: { readonly order: OrderView }): readonly Look[] => [
  {
    ...{ event: 'remove', objectType: 'order', objectId: order.id, categories: seen(order.person !== null) },
    personId: order.person?.id ?? null,
  },
];

/** One look for each person in the list. */
export const listedOrders = ({ orders }: OrderList): readonly Look[] =>
  orders.map(({ id, person }) => ({
    event: 'list',
    objectType: 'order',
    objectId: id,
    categories: seen(person !== null),
  }));
