import { changeChairs, type Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Entry, record } from '#platform/diary/diary.ts';
import { readCourses, readTables } from './board.ts';
import {
  type Decided,
  decideMoments,
  type GivenMoment,
  type Ground,
  type RefusedMoment,
  type Wanted,
} from './decide/give.ts';
import { orderLine } from './doing.ts';
import { lockHalfDays, touchHalfDays } from './store-half-day.ts';
import { ordersById } from './store-order.ts';
import { orderIdsOf, placeVisits } from './store-plan.ts';
import { lockVisitsOf } from './store-visit.ts';

/** All visits of the orders under lock, then the half-days by time that somebody leaves or comes to: what is decided now, holds. */
const openGround = async (tx: Tx, wanted: readonly Wanted[], doing: Doing): Promise<Ground> => {
  const ids = wanted.map(({ id }) => id);
  const orderOf = await orderIdsOf(tx, ids);
  const locked = await lockVisitsOf(tx, [...new Set(orderOf.values())]);
  const left = locked.filter(({ id }) => orderOf.has(id) && ids.includes(id));
  const halfDayIds = [
    ...wanted.map(({ place }) => place.halfDayId),
    ...left.flatMap(({ halfDayId }) => halfDayId ?? []),
  ];
  const halfDays = await lockHalfDays(tx, [...new Set(halfDayIds)]);
  const orders = (await ordersById(tx, [...new Set(orderOf.values())])).filter(
    ({ siteOrg }) => siteOrg === doing.actor.organisationId,
  );
  const [reads, tables] = await Promise.all([
    readCourses(tx, orders),
    readTables(tx, halfDays, [...new Set(halfDays.map(({ unitId }) => unitId))], orders),
  ]);
  return { tables, orderOf, courses: new Map(reads.map((read) => [read.order.id, read])) };
};

/** Whether a visit goes along with its chairs, when there are as many; else the old ones are free and new ones are taken. */
const takesAlong = ({ visit, seats }: GivenMoment): boolean =>
  visit.state === 'planned' && visit.claims.length === seats.length;

/** The chairs of everybody at once; what stands in the way comes back, and then no chair changed. */
const takeChairs = async (tx: Tx, given: readonly GivenMoment[], doing: Doing) => {
  const [moving, fresh] = [given.filter(takesAlong), given.filter((each) => !takesAlong(each))];
  const had = await changeChairs(tx, doing, {
    gone: fresh.flatMap(({ visit }) => visit.claims),
    moves: moving.flatMap(({ visit, seats }) =>
      seats.map((seat, at) => ({ ...seat, claimId: visit.claims[at] as string })),
    ),
    wishes: fresh.flatMap(({ visit, seats }) => seats.map((seat) => ({ ...seat, subject: visit.id }))),
  });
  if (!had.ok) return had;
  const made = had.value.slice(moving.reduce((sum, { seats }) => sum + seats.length, 0));
  const claims = new Map(moving.map(({ visit }) => [visit.id, visit.claims]));
  for (const { visit, seats } of fresh)
    claims.set(
      visit.id,
      made.splice(0, seats.length).map(({ id }) => id),
    );
  return { ok: true as const, value: claims };
};

const lineOf = ({ visit, order, halfDay }: GivenMoment, doing: Doing): Entry => {
  const event = visit.state === 'planned' ? 'visit-moved' : 'visit-planned';
  const left = visit.halfDayId === halfDay.id ? {} : { left: visit.halfDayId };
  const body = { visitId: visit.id, number: visit.number, halfDayId: halfDay.id, ...left };
  return { ...orderLine(doing, event, order, body), unitId: halfDay.unitId };
};

const write = async (
  tx: Tx,
  given: readonly GivenMoment[],
  claims: ReadonlyMap<string, readonly string[]>,
  doing: Doing,
): Promise<void> => {
  if (given.length === 0) return;
  await placeVisits(
    tx,
    given.map(({ visit, order, place, during, setUp }) => ({
      ...{ id: visit.id, halfDayId: place.halfDayId, nurseId: place.nurseId, during, setUp },
      ...{ claims: claims.get(visit.id) ?? [], signature: order.signature },
    })),
  );
  const touched = given.flatMap(({ visit, halfDay }) => [halfDay.id, visit.halfDayId ?? halfDay.id]);
  await touchHalfDays(tx, [...new Set(touched)]);
  await record(
    tx,
    given.map((each) => lineOf(each, doing)),
  );
};

/** Who wanted a chair that somebody else has, and which chairs those are. */
const withoutChair = (
  ground: Ground,
  given: readonly GivenMoment[],
  conflicts: readonly GivenMoment['seats'][number][],
): RefusedMoment[] => {
  const codes = new Map(ground.tables.chairs.map(({ id, code }) => [id, code]));
  const isWanted = ({ seats }: GivenMoment, { placeId, during }: GivenMoment['seats'][number]): boolean =>
    seats.some((seat) => seat.placeId === placeId && seat.during.from === during.from);
  // Of two who want the same, the first has it.
  const met = conflicts.flatMap((conflict) => {
    const whose = given.findLast((each) => isWanted(each, conflict));
    return whose === undefined ? [] : [{ visitId: whose.visit.id, code: codes.get(conflict.placeId) ?? '' }];
  });
  return [...Map.groupBy(met, ({ visitId }) => visitId)].map(([visitId, own]) => ({
    visitId,
    refusal: {
      code: 'chair-taken',
      params: { chairs: [...new Set(own.map(({ code }) => code))].join(', ') },
    },
  }));
};

/**
 * Gives moments: everything is locked and read once, each moment decided with those before it in place, and all that can be
 * is written in one go. Who cannot have theirs is named with why, and nothing of theirs changes.
 */
export const giveMoments = async (tx: Tx, wanted: readonly Wanted[], doing: Doing): Promise<Decided> => {
  const ground = await openGround(tx, wanted, doing);
  const clock = { now: doing.now, zone: REGION_ZONE };
  const barred: RefusedMoment[] = [];
  for (;;) {
    const left = wanted.filter(({ id }) => barred.every(({ visitId }) => visitId !== id));
    const { given, refused } = decideMoments(ground, left, clock);
    const claims = await takeChairs(tx, given, doing);
    if (claims.ok) {
      await write(tx, given, claims.value, doing);
      return { given, refused: [...refused, ...barred] };
    }
    // Somebody is on a chair that was wanted: everybody else is decided again without who wanted it.
    const met = withoutChair(ground, given, claims.refusal);
    if (met.length === 0) throw new Error('a chair was refused that nobody asked for');
    barred.push(...met);
  }
};
