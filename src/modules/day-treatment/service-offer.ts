import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record, type WrittenEntry } from '#platform/diary/diary.ts';
import { readCourses, readTables } from './board.ts';
import { freedBy, offerFor } from './decide/offer.ts';
import { roomLine } from './doing-room.ts';
import { halfDaysById } from './store-half-day.ts';
import { endOfferOf, insertOffer, openOffers, putOfferAside } from './store-offer.ts';
import { orderOfVisit, ordersToGive } from './store-order.ts';
import type { KeptOffer } from './types-plan.ts';

const HAS_ONE = new Set(['visit-planned', 'visit-moved']);

/** Does this line say that a moment came free, or that somebody has one now? */
export const concernsMoment = (line: WrittenEntry): boolean =>
  line.room === 'day-treatment' && (HAS_ONE.has(line.event) || freedBy(line) !== null);

type Freed = Pick<KeptOffer, 'halfDayId' | 'because' | 'since'>;

/** Offers what came free to who waits and fits best, but not to whoever it was of; nothing when nobody does. */
const offer = async (
  tx: Tx,
  freed: Freed,
  line: Pick<WrittenEntry, 'id' | 'subject'>,
  doing: Doing,
): Promise<void> => {
  const [halfDay] = await halfDaysById(tx, [freed.halfDayId]);
  if (halfDay === undefined || halfDay.closed !== null || halfDay.closes <= doing.now) return;
  const orders = await ordersToGive(tx, doing.actor.organisationId);
  const tables = await readTables(tx, [halfDay], [halfDay.unitId], orders);
  const offered = new Set((await openOffers(tx, halfDay.unitId, doing.now)).map(({ visitId }) => visitId));
  const others = orders.filter(({ id }) => id !== line.subject);
  const waiting = (await readCourses(tx, others)).flatMap((read) =>
    read.course.coming
      .filter(({ id, state }) => state === 'to-plan' && !offered.has(id))
      .map((visit) => ({ ...read, visit })),
  );
  const who = offerFor(tables, waiting, halfDay, { now: doing.now, zone: REGION_ZONE });
  if (who === null) return;
  const made = { ...freed, id: newId(), unitId: halfDay.unitId, visitId: who.visit.id };
  if (!(await insertOffer(tx, made, { line: line.id, now: doing.now }))) return;
  const about = { subject: halfDay.id, unitId: halfDay.unitId };
  const body = { visitId: made.visitId, because: made.because };
  await record(tx, [roomLine(doing, 'moment-offered', about, body)]);
};

/** Who has a moment is not offered one; what they were offered goes on to the next, as long as there may be room. */
const passOn = async (tx: Tx, line: WrittenEntry, doing: Doing): Promise<void> => {
  const { visitId, halfDayId } = line.body;
  if (!HAS_ONE.has(line.event) || typeof visitId !== 'string' || typeof halfDayId !== 'string') return;
  const before = await endOfferOf(tx, visitId, halfDayId, doing.now);
  if (before === null) return;
  // A half-day that was opened has room for more than one.
  const isFree = before.halfDayId !== halfDayId || before.because === 'opened';
  if (isFree) await offer(tx, before, line, doing);
};

/** What happened in the diary, for the waiting list of the house that gives: safe to hear twice. */
export const followMoment = async (tx: Tx, line: WrittenEntry, doing: Doing): Promise<void> => {
  await passOn(tx, line, doing);
  const freed = freedBy(line);
  if (freed !== null) await offer(tx, { ...freed, since: line.at }, line, doing);
};

/** The planner does not offer this moment to this person. */
export const putAside = async (
  tx: Tx,
  asked: { readonly id: string; readonly visitId: string },
  doing: Doing,
): Promise<Result<KeptOffer, Refusal>> => {
  const order = await orderOfVisit(tx, asked.visitId);
  if (order?.siteOrg !== doing.actor.organisationId) return refuse({ code: 'visit-unknown' });
  const done = await putOfferAside(tx, asked, doing.now);
  if (done === null) return refuse({ code: 'moment-gone' });
  const about = { subject: done.halfDayId, unitId: done.unitId };
  await record(tx, [roomLine(doing, 'moment-aside', about, { visitId: done.visitId })]);
  return ok(done);
};
