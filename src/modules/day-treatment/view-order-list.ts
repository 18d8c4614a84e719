import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrderAsk, OrderLine, OrderList } from './contract-order.ts';
import { type After, type ListedOrder, ordersOf } from './store-order-list.ts';
import type { PlacedVisit } from './store-visit.ts';
import { type Around, around, headOf, treatmentFor, treatmentView } from './view-order.ts';

/** What is over stands in the list this long. */
const ENDED_SHOWN = 90 * DAY;
/** What went differently stands above the others this long. */
const NOTICED_SHOWN = 14 * DAY;

const CURSOR = /^(-?\d+(?:\.\d+)?)_(\d)_(\d{4}-\d{2}-\d{2})_(.+)$/;

const cursorOf = ({ place, urgency, latestDay, code }: After): string =>
  [place, urgency, latestDay, code].join('_');

/** Where the page before ended; the contract let nothing else in. */
const afterOf = (cursor: string | undefined): After | null => {
  const read = CURSOR.exec(cursor ?? '');
  if (read === null) return null;
  const [, place, urgency, latestDay = '', code = ''] = read;
  return { place: Number(place), urgency: Number(urgency), latestDay, code };
};

/** When it came to stand as it stands now. */
const sinceOf = ({ madeAt, signedAt, endedAt }: ListedOrder): string =>
  isoFromInstant(endedAt ?? signedAt ?? madeAt);

const lineOf = (order: ListedOrder, known: Around, doing: Doing): OrderLine => {
  const visits = known.visits.get(order.id) ?? [];
  const count = (state: PlacedVisit['state']): number =>
    visits.filter((visit) => visit.state === state).length;
  const person = known.people.get(order.personId);
  const { code, name, group, minutes } = treatmentView(treatmentFor(order, known));
  const coming = visits
    .filter(({ state }) => state === 'planned')
    .flatMap(({ during }) => (during === null ? [] : [during.from]));
  const { noticed, noticedAt } = order;
  return {
    ...headOf(order, known, doing),
    person: person === undefined ? null : { id: person.id, name: person.name },
    treatment: { code, name, group, minutes },
    toPlan: count('to-plan'),
    planned: count('planned'),
    here: count('arrived'),
    done: count('done'),
    next: coming.length === 0 ? null : isoFromInstant(Math.min(...coming)),
    since: sinceOf(order),
    noticed: noticed === null || noticedAt === null ? null : { kind: noticed, at: isoFromInstant(noticedAt) },
  };
};

/** A page of the orders of one scope: what went differently first, then what is to sign, the most pressing first. */
export const viewOrders = async (tx: Tx, ask: OrderAsk, doing: Doing): Promise<OrderList> => {
  const { scope, after, limit } = ask;
  const found = await ordersOf(tx, {
    ...{ scope, organisationId: doing.actor.organisationId },
    endedSince: doing.now - ENDED_SHOWN,
    noticedSince: doing.now - NOTICED_SHOWN,
    after: afterOf(after),
    // One more than is shown tells whether there is another page.
    limit: limit + 1,
  });
  const orders = found.slice(0, limit);
  const last = found.length > limit ? orders.at(-1) : undefined;
  const known = await around(tx, orders);
  return {
    scope,
    orders: orders.map((order) => lineOf(order, known, doing)),
    cursor: last === undefined ? null : cursorOf(last),
  };
};
