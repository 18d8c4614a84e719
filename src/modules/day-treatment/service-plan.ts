import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, releaseMany } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { Wanted } from './decide/give.ts';
import { orderLine } from './doing.ts';
import type { VisitRead } from './moments.ts';
import { readVisit } from './service-choices.ts';
import { giveMoments } from './service-give.ts';
import type { HalfDayResult } from './service-half-day.ts';
import { lockHalfDays, touchHalfDay } from './store-half-day.ts';
import { lockPlace, missVisit, orderIdOf, unplaceVisit } from './store-plan.ts';
import { addVisits, lockVisits } from './store-visit.ts';

/** A visit under lock: whatever a specialist stops or changes waits until this is over, or was before it. */
const openVisit = async (tx: Tx, visitId: string, doing: Doing): Promise<Result<VisitRead, Refusal>> => {
  const orderId = await orderIdOf(tx, visitId);
  if (orderId !== null) await lockVisits(tx, orderId);
  return readVisit(tx, visitId, doing);
};

const giveOne = async (tx: Tx, wanted: Wanted, doing: Doing): HalfDayResult => {
  const { given, refused } = await giveMoments(tx, [wanted], doing);
  const [done, not] = [given[0], refused[0]];
  if (not !== undefined) return refuse(not.refusal);
  if (done === undefined) throw new Error('a moment was neither given nor refused');
  return ok({ ...done.halfDay, version: done.halfDay.version + 1 });
};

/** A moment that is wanted for one visit, in the version of the half-day that was read. */
export type Act = Omit<Wanted, 'stands'>;

/** Somebody who waits gets a moment: the half-day is decided with them in it, then their chairs are theirs. */
export const planVisit = (tx: Tx, act: Act, doing: Doing): HalfDayResult =>
  giveOne(tx, { ...act, stands: 'to-plan' }, doing);

/** Somebody comes at another moment, on another chair or to another nurse. */
export const moveVisit = (tx: Tx, act: Act, doing: Doing): HalfDayResult =>
  giveOne(tx, { ...act, stands: 'planned' }, doing);

/** What is done with a visit that has its moment, under the locks of the visit and its half-day. */
const onPlanned = async (
  tx: Tx,
  visitId: string,
  doing: Doing,
  act: {
    readonly event: string;
    readonly run: (found: VisitRead) => Promise<Result<null, Refusal>>;
  },
): HalfDayResult => {
  const found = await openVisit(tx, visitId, doing);
  if (!found.ok) return found;
  const { visit, read } = found.value;
  if (visit.state !== 'planned' || visit.halfDayId === null) return refuse({ code: 'visit-not-planned' });
  const [halfDay] = await lockHalfDays(tx, [visit.halfDayId]);
  if (halfDay === undefined) return refuse({ code: 'half-day-unknown' });
  const done = await act.run(found.value);
  if (!done.ok) return done;
  await touchHalfDay(tx, halfDay.id);
  const body = { visitId, number: visit.number, halfDayId: halfDay.id };
  await record(tx, [{ ...orderLine(doing, act.event, read.order, body), unitId: halfDay.unitId }]);
  return ok({ ...halfDay, version: halfDay.version + 1 });
};

/** The moment is taken back; its chairs are free, and the visit waits again. */
export const unplanVisit = (tx: Tx, visitId: string, doing: Doing): HalfDayResult =>
  onPlanned(tx, visitId, doing, {
    event: 'visit-unplanned',
    run: async ({ visit }) => {
      await releaseMany(tx, doing, visit.claims);
      await unplaceVisit(tx, visitId);
      return ok(null);
    },
  });

/** The planner sets a visit fast, or lets it go. */
export const lockVisit = (
  tx: Tx,
  act: { readonly id: string; readonly locked: boolean },
  doing: Doing,
): HalfDayResult =>
  onPlanned(tx, act.id, doing, {
    event: act.locked ? 'visit-locked' : 'visit-unlocked',
    run: async () => {
      await lockPlace(tx, act.id, act.locked);
      return ok(null);
    },
  });

/** Nobody came: the row stays as it was planned, its chairs are free, and the next try waits for a moment. */
export const visitMissed = (tx: Tx, visitId: string, doing: Doing): HalfDayResult =>
  onPlanned(tx, visitId, doing, {
    event: 'visit-missed',
    run: async ({ visit, read: { order } }) => {
      if (visit.during === null || visit.during.from > doing.now) return refuse({ code: 'visit-to-come' });
      await releaseMany(tx, doing, visit.claims);
      await missVisit(tx, visitId);
      await addVisits(tx, order.id, [visit.number], order.signature);
      return ok(null);
    },
  });
