import { type Day, plusDays } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Order, Treatment, Visit } from '#modules/day-treatment/types.ts';
import type { OrderCode } from '#modules/day-treatment/types-codes.ts';
import { written } from './fit.ts';

type Decided = Result<null, Refusal<OrderCode>>;

/** What of an order is looked at before it may stand. */
export type OrderContent = Pick<
  Order,
  | 'visits'
  | 'given'
  | 'firstGivenOn'
  | 'intervalDays'
  | 'toleranceDays'
  | 'fromDay'
  | 'latestDay'
  | 'validUntil'
  | 'weightKg'
  | 'labOn'
  | 'labOk'
  | 'stopRule'
>;

/** On which day the last one is given when everything goes as soon as it may. */
const soonestEnd = ({ fromDay, visits, intervalDays, toleranceDays }: OrderContent): Day =>
  plusDays(fromDay, (visits - 1) * (intervalDays - toleranceDays));

const inDays = (order: OrderContent, today: Day): Decided => {
  const { fromDay, latestDay, validUntil, visits, intervalDays, toleranceDays } = order;
  if (latestDay < fromDay || validUntil < latestDay || validUntil < today)
    return refuse({ code: 'order-days' });
  if (visits > 1 && (intervalDays < 1 || toleranceDays >= intervalDays))
    return refuse({ code: 'order-interval' });
  const end = soonestEnd(order);
  return end > validUntil ? refuse({ code: 'order-visits', params: { until: written(end) } }) : ok(null);
};

/** A draft may wait for the blood result, the weight and the first dose; its days and its stop rule stand from the start. */
export const decideDraft = (order: OrderContent, today: Day): Decided => {
  if (order.stopRule.length < 3) return refuse({ code: 'stop-rule-missing' });
  if (order.labOn !== null && order.labOn > today) return refuse({ code: 'lab-in-future' });
  return inDays(order, today);
};

const gotFirst = ({ given, firstGivenOn }: OrderContent, today: Day): boolean =>
  given > 0 && firstGivenOn !== null && firstGivenOn <= today;

/** What must be so before a specialist's signature counts, the first time and after each change. */
export const decideContent = (
  order: OrderContent,
  treatment: Pick<Treatment, 'firstInHospital' | 'weight'>,
  today: Day,
): Decided => {
  const draft = decideDraft(order, today);
  if (!draft.ok) return draft;
  if (treatment.firstInHospital && !gotFirst(order, today)) return refuse({ code: 'first-dose-in-hospital' });
  if (treatment.weight && order.weightKg === null) return refuse({ code: 'weight-missing' });
  return order.labOk === false ? refuse({ code: 'lab-not-good' }) : ok(null);
};

/** Only a signed order is planned, given, changed under a new signature and stopped. */
export const decideSigned = ({ state }: Pick<Order, 'state'>): Decided => {
  if (state === 'draft') return refuse({ code: 'order-not-signed' });
  return state === 'signed' ? ok(null) : refuse({ code: 'order-over' });
};

/** Only a draft is signed for the first time. */
export const decideUnsigned = ({ state }: Pick<Order, 'state'>): Decided => {
  if (state === 'signed') return refuse({ code: 'order-signed' });
  return state === 'draft' ? ok(null) : refuse({ code: 'order-over' });
};

type Known = Pick<Visit, 'id' | 'number' | 'state'>;

const HAPPENED = new Set(['arrived', 'done', 'not-given', 'no-show']);
const TO_COME = new Set(['to-plan', 'planned']);

/** Which visits a signature adds, and which it takes away because fewer are given now. */
export interface VisitChange {
  readonly add: readonly number[];
  readonly drop: readonly string[];
}

/** What becomes of the visits when so many are to be given; what is under way or was given cannot be taken back. */
export const decideVisits = (
  wanted: number,
  known: readonly Known[],
): Result<VisitChange, Refusal<OrderCode>> => {
  const least = Math.max(0, ...known.filter(({ state }) => HAPPENED.has(state)).map(({ number }) => number));
  if (wanted < least) return refuse({ code: 'visits-given', params: { least } });
  const standing = new Set(known.filter(({ state }) => state !== 'cancelled').map(({ number }) => number));
  const all = Array.from({ length: wanted }, (_, i) => i + 1);
  return ok({
    add: all.filter((number) => !standing.has(number)),
    drop: known.filter(({ number, state }) => number > wanted && TO_COME.has(state)).map(({ id }) => id),
  });
};

/** What is still missing before somebody can be treated, in the order in which it is arranged. */
export const needsOf = (
  order: Pick<Order, 'state' | 'labOn' | 'labOk' | 'weightKg'>,
  treatment: Pick<Treatment, 'labDays' | 'weight'>,
  visits: readonly Pick<Visit, 'state' | 'drugReadyAt'>[],
): ('signature' | 'lab' | 'lab-not-good' | 'weight' | 'drug' | 'plan')[] => {
  if (order.state === 'stopped' || order.state === 'done') return [];
  const planned = visits.filter(({ state }) => state === 'planned');
  const needs = {
    signature: order.state === 'draft',
    lab: treatment.labDays !== null && order.labOn === null,
    'lab-not-good': order.labOk === false,
    weight: treatment.weight && order.weightKg === null,
    plan: visits.some(({ state }) => state === 'to-plan'),
    drug: planned.some(({ drugReadyAt }) => drugReadyAt === null),
  };
  return (['signature', 'lab', 'lab-not-good', 'weight', 'drug', 'plan'] as const).filter(
    (need) => needs[need],
  );
};

/** Was everything given that the specialist signed for? A visit counts once, however many tries it took. */
export const isAllGiven = (
  { state, visits: wanted }: Pick<Order, 'state' | 'visits'>,
  visits: readonly Pick<Visit, 'number' | 'state'>[],
): boolean => {
  const given = visits.filter((visit) => visit.state === 'done').map(({ number }) => number);
  return state === 'signed' && new Set(given).size >= wanted;
};
