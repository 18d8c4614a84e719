import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { claimMany, type Doing, moveMany, releaseMany } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { askedFrom, readTables } from './board.ts';
import { aroundVisit, decideMoment } from './decide/plan.ts';
import { boardOf, chairsIn, presentIn, type Tables } from './decide/planning.ts';
import { decideSeat } from './decide/seat.ts';
import { minutesOf } from './decide/treatment.ts';
import { orderLine } from './doing.ts';
import { readVisit, type VisitRead } from './service-choices.ts';
import type { HalfDayResult } from './service-half-day.ts';
import { lockHalfDays, touchHalfDay } from './store-half-day.ts';
import { lockPlace, missVisit, orderIdOf, placeVisit, unplaceVisit } from './store-plan.ts';
import { addVisits, lockVisits } from './store-visit.ts';
import type { HalfDay } from './types.ts';
import type { Place } from './types-plan.ts';

/** A visit under lock: whatever a specialist stops or changes waits until this is over, or was before it. */
const openVisit = async (tx: Tx, visitId: string, doing: Doing): Promise<Result<VisitRead, Refusal>> => {
  const orderId = await orderIdOf(tx, visitId);
  if (orderId !== null) await lockVisits(tx, orderId);
  return readVisit(tx, visitId, doing);
};

/** The half-days a visit leaves and comes to, under lock. */
interface HalfDays {
  readonly to: HalfDay;
  readonly all: readonly HalfDay[];
}

const openHalfDays = async (
  tx: Tx,
  place: Place,
  { visit }: VisitRead,
  version: number | null,
): Promise<Result<HalfDays, Refusal>> => {
  const ids = [...new Set([place.halfDayId, ...(visit.halfDayId === null ? [] : [visit.halfDayId])])];
  const all = await lockHalfDays(tx, ids);
  const to = all.find(({ id }) => id === place.halfDayId);
  if (to === undefined) return refuse({ code: 'half-day-unknown' });
  return version !== null && to.version !== version ? refuse({ code: 'version-stale' }) : ok({ to, all });
};

const isSeatable = (
  tables: Tables,
  { read, visit }: VisitRead,
  { place, halfDay }: { readonly place: Place; readonly halfDay: HalfDay },
  doing: Doing,
): Result<null, Refusal> => {
  const unitIds = [halfDay.unitId];
  const days = { from: halfDay.day, latest: halfDay.day };
  const board = boardOf(tables, [
    askedFrom(read, [{ id: visit.id, standing: null }], days, { unitIds, doing }),
  ]);
  const present = presentIn(tables, halfDay.id);
  const chairs = chairsIn(tables, halfDay.unitId);
  return decideSeat({ halfDay, board, present, chairs }, read.treatment, place);
};

/** The chairs for a visit: those it has go along, when there are as many; else the old ones are free and new ones are taken. */
const takeChairs = async (
  tx: Tx,
  { read: { treatment }, visit }: VisitRead,
  { place, from, tables }: { readonly place: Place; readonly from: Instant; readonly tables: Tables },
  doing: Doing,
): Promise<Result<readonly string[], Refusal>> => {
  const wanted = treatment.seats.map((seat, at) => ({
    placeId: place.chairs[at] as string,
    during: { from: from + seat.from * MINUTE, until: from + seat.until * MINUTE },
  }));
  const moves = visit.state === 'planned' && visit.claims.length === wanted.length;
  if (!moves) await releaseMany(tx, doing, visit.claims);
  const had = moves
    ? await moveMany(
        tx,
        doing,
        wanted.map((wish, at) => ({ ...wish, claimId: visit.claims[at] as string })),
      )
    : await claimMany(
        tx,
        doing,
        wanted.map((wish) => ({ ...wish, subject: visit.id })),
      );
  if (had.ok) return ok(had.value.map(({ id }) => id));
  const codes = had.refusal.map(({ placeId }) => tables.chairs.find(({ id }) => id === placeId)?.code ?? '');
  return refuse({ code: 'chair-taken', params: { chairs: [...new Set(codes)].join(', ') } });
};

/** A moment that is wanted for a visit; without a version whatever became of the half-day is decided anew. */
export interface Wanted {
  readonly id: string;
  readonly place: Place;
  readonly version: number | null;
}

const seat = async (tx: Tx, found: VisitRead, act: Wanted, doing: Doing): HalfDayResult => {
  const { read, visit } = found;
  const opened = await openHalfDays(tx, act.place, found, act.version);
  if (!opened.ok) return opened;
  const { to: halfDay, all } = opened.value;
  const from = halfDay.opens + act.place.start * MINUTE;
  const clock = { now: doing.now, zone: REGION_ZONE };
  const around = aroundVisit(read.course, visit.id);
  const right = decideMoment({ ...read, visit }, around, { halfDay, start: from }, clock);
  if (!right.ok) return right;
  const tables = await readTables(tx, [halfDay], [halfDay.unitId], [read.order]);
  const seatable = isSeatable(tables, found, { place: act.place, halfDay }, doing);
  if (!seatable.ok) return seatable;
  const chairs = await takeChairs(tx, found, { place: act.place, from, tables }, doing);
  if (!chairs.ok) return chairs;
  const { treatment, order } = read;
  await placeVisit(tx, {
    ...{ id: visit.id, halfDayId: halfDay.id, nurseId: act.place.nurseId, claims: chairs.value },
    during: { from, until: from + minutesOf(treatment) * MINUTE },
    setUp: { from, until: from + treatment.setUp * MINUTE },
    signature: order.signature,
  });
  for (const { id } of all) await touchHalfDay(tx, id);
  const event = visit.state === 'planned' ? 'visit-moved' : 'visit-planned';
  const body = { visitId: visit.id, number: visit.number, halfDayId: halfDay.id };
  await record(tx, [{ ...orderLine(doing, event, order, body), unitId: halfDay.unitId }]);
  return ok({ ...halfDay, version: halfDay.version + 1 });
};

/** Somebody who waits gets a moment: the half-day is decided with them in it, then their chairs are theirs. */
export const planVisit = async (tx: Tx, act: Wanted, doing: Doing): HalfDayResult => {
  const found = await openVisit(tx, act.id, doing);
  if (!found.ok) return found;
  if (found.value.visit.state !== 'to-plan') return refuse({ code: 'visit-planned' });
  return seat(tx, found.value, act, doing);
};

/** Somebody comes at another moment, on another chair or to another nurse. */
export const moveVisit = async (tx: Tx, act: Wanted, doing: Doing): HalfDayResult => {
  const found = await openVisit(tx, act.id, doing);
  if (!found.ok) return found;
  if (found.value.visit.state !== 'planned') return refuse({ code: 'visit-not-planned' });
  return seat(tx, found.value, act, doing);
};

/** Whichever of the two it is by now. */
export const placeAnyhow = async (tx: Tx, act: Wanted, doing: Doing): HalfDayResult => {
  const found = await openVisit(tx, act.id, doing);
  return found.ok ? seat(tx, found.value, act, doing) : found;
};

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
