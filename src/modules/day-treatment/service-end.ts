import { HOUR } from '#kernel/interval.ts';
import { chairClaimsOf, type Doing, leaveChair, releaseMany } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { wasGiven } from './decide/turn.ts';
import { orderLine } from './doing.ts';
import { actsOf } from './store-act.ts';
import { forgottenVisits, lockListed, writeTurn } from './store-day.ts';
import { lockHalfDays, touchHalfDays } from './store-half-day.ts';
import { ordersById } from './store-order.ts';
import type { HalfDay } from './types.ts';
import type { ListedVisit } from './types-day.ts';

/** So long after a half-day a tablet may still come with what it kept. */
const LATE = 12 * HOUR;

const NOT_TOLD = 'Einde niet gemeld.';

/** Nobody sits there any more: a chair somebody sat in is left when they were to leave, one nobody sat in is free. */
const leaveChairs = async (tx: Tx, visit: ListedVisit, halfDay: HalfDay, doing: Doing): Promise<void> => {
  const around = { from: halfDay.opens - LATE, until: halfDay.closes + LATE };
  const own = (await chairClaimsOf(tx, halfDay.unitId, around)).filter(({ id }) => visit.claims.includes(id));
  for (const { id, arrivedAt, leftAt, during } of own)
    if (arrivedAt !== null && leftAt === null) await leaveChair(tx, id, during.until, doing);
  await releaseMany(
    tx,
    doing,
    own.filter(({ arrivedAt }) => arrivedAt === null).map(({ id }) => id),
  );
};

/**
 * Who was treated and of whom nobody said that they left is gone by the next day: the visit is done, marked as an end that
 * was not told. Of whom nobody said that it began, nobody knows whether it was given: that stays until somebody says so.
 */
export const endForgotten = async (tx: Tx, doing: Doing): Promise<number> => {
  const found = await forgottenVisits(tx, doing.actor.organisationId, doing.now - LATE);
  const visits = (await lockListed(tx, found)).filter(({ state }) => state === 'arrived');
  const halfDays = await lockHalfDays(tx, [...new Set(visits.flatMap(({ halfDayId }) => halfDayId ?? []))]);
  const acts = await actsOf(
    tx,
    visits.map(({ id }) => id),
  );
  const orders = await ordersById(tx, [...new Set(visits.map(({ orderId }) => orderId))]);
  const given = visits.filter(({ id }) => wasGiven(acts.get(id) ?? []));
  for (const visit of given) {
    const halfDay = halfDays.find(({ id }) => id === visit.halfDayId);
    const order = orders.find(({ id }) => id === visit.orderId);
    if (halfDay === undefined || order === undefined) continue;
    await leaveChairs(tx, visit, halfDay, doing);
    await writeTurn(tx, { id: visit.id, state: 'done', why: NOT_TOLD });
    const body = { visitId: visit.id, number: visit.number, halfDayId: halfDay.id, ending: 'not-told' };
    await record(tx, [{ ...orderLine(doing, 'visit-done', order, body), unitId: halfDay.unitId }]);
  }
  await touchHalfDays(tx, [...new Set(given.flatMap(({ halfDayId }) => halfDayId ?? []))]);
  return given.length;
};
