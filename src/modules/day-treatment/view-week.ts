import { isoFromInstant, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { MINUTE, overlaps } from '#kernel/interval.ts';
import { chairClaimsOf, type Doing } from '#modules/capacity/index.ts';
import type { ChairClaim } from '#modules/capacity/types.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DayWeek, GridVisit, HalfDayView } from './contract-room.ts';
import { loadOf, mustMove, standstillOf } from './decide/half-day.ts';
import { holidayOn } from './decide/holidays.ts';
import { halfDaysBetween, roomVisits } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { shiftsOf } from './store-shift.ts';
import { tellingsOf } from './store-telling.ts';
import type { HalfDay } from './types.ts';
import type { KeptNurse, Room, RoomVisit, Shift } from './types-room.ts';
import type { Telling } from './types-told.ts';
import { nurseView, viewRooms } from './view-room.ts';
import { toldView } from './view-told.ts';

/** Everything about some half-days of one room, read in a handful of statements. */
interface Around {
  readonly own: boolean;
  readonly nurses: ReadonlyMap<string, KeptNurse>;
  readonly shifts: ReadonlyMap<string, Shift[]>;
  readonly visits: ReadonlyMap<string, RoomVisit[]>;
  readonly claims: readonly ChairClaim[];
  readonly people: ReadonlyMap<string, { readonly name: string; readonly phone: string | null }>;
  readonly tellings: ReadonlyMap<string, Telling[]>;
}

const around = async (
  tx: Tx,
  room: Room,
  halfDays: readonly HalfDay[],
  nurses: readonly KeptNurse[],
  doing: Doing,
): Promise<Around> => {
  const ids = halfDays.map(({ id }) => id);
  const visits = await roomVisits(tx, ids);
  const people = await peopleById(tx, [...new Set(visits.map(({ order }) => order.personId))]);
  const [first, last] = [halfDays[0], halfDays.at(-1)];
  const claims =
    first === undefined || last === undefined
      ? []
      : await chairClaimsOf(tx, room.unitId, { from: first.opens, until: last.closes });
  return {
    own: room.organisationId === doing.actor.organisationId,
    nurses: new Map(nurses.map((nurse) => [nurse.id, nurse])),
    shifts: Map.groupBy(await shiftsOf(tx, ids), ({ halfDayId }) => halfDayId),
    visits: Map.groupBy(visits, ({ halfDayId }) => halfDayId),
    claims,
    people: new Map(people.map((person) => [person.id, person])),
    tellings: await tellingsOf(
      tx,
      visits.map(({ id }) => id),
    ),
  };
};

const seatOf = ({ placeId, during }: ChairClaim) => ({
  chairId: placeId,
  from: isoFromInstant(during.from),
  until: isoFromInstant(during.until),
});

const visitView = (
  visit: RoomVisit,
  halfDay: HalfDay,
  present: readonly KeptNurse[],
  known: Around,
): GridVisit => {
  const { order, treatment, during, setUp } = visit;
  const person = known.people.get(order.personId);
  const runsUntil = Math.min(setUp.until + treatment.running * MINUTE, during.until);
  return {
    id: visit.id,
    orderId: visit.orderId,
    number: visit.number,
    of: order.visits,
    state: visit.state,
    group: treatment.group,
    treatment: treatment.name,
    from: isoFromInstant(during.from),
    setUpUntil: isoFromInstant(setUp.until),
    runsUntil: isoFromInstant(runsUntil),
    until: isoFromInstant(during.until),
    seats: known.claims.filter(({ id }) => visit.claims.includes(id)).map(seatOf),
    nurseId: visit.nurseId,
    locked: visit.locked,
    confirmed: visit.confirmedAt !== null,
    told: toldView(known.tellings.get(visit.id) ?? [], visit, person?.phone ?? null),
    drugReady: visit.drugReadyAt !== null && visit.drugReadyAt <= during.from,
    person: person === undefined ? null : { id: order.personId, name: person.name },
    mustMove: mustMove(halfDay, present, visit),
    version: visit.version,
  };
};

const halfDayView = (halfDay: HalfDay, known: Around): HalfDayView => {
  const shift = (known.shifts.get(halfDay.id) ?? []).flatMap(({ nurseId, absent }) => {
    const nurse = known.nurses.get(nurseId);
    return nurse === undefined ? [] : [{ nurse, absent }];
  });
  const present = shift.filter(({ absent }) => absent === null).map(({ nurse }) => nurse);
  const visits = known.visits.get(halfDay.id) ?? [];
  const seen = new Set(visits.flatMap(({ claims }) => claims));
  const whole = { from: halfDay.opens, until: halfDay.closes };
  return {
    id: halfDay.id,
    unitId: halfDay.unitId,
    day: halfDay.day,
    part: halfDay.part,
    opens: isoFromInstant(halfDay.opens),
    closes: isoFromInstant(halfDay.closes),
    closed: halfDay.closed,
    closedNote: halfDay.closedNote,
    holiday: holidayOn(halfDay.day),
    standstill: standstillOf(halfDay, present),
    nurses: shift.map(({ nurse: { id, name, initials }, absent }) => ({ id, name, initials, absent })),
    visits: visits.map((visit) => visitView(visit, halfDay, present, known)),
    taken: known.claims.filter(({ id, during }) => !seen.has(id) && overlaps(during, whole)).map(seatOf),
    load: known.own ? loadOf(halfDay, present, visits) : null,
    version: halfDay.version,
  };
};

/** One half-day as this reader may know it. */
export const viewHalfDay = async (
  tx: Tx,
  room: Room,
  halfDay: HalfDay,
  doing: Doing,
): Promise<HalfDayView> => {
  const nurses = await nursesOf(tx, [room.unitId]);
  return halfDayView(halfDay, await around(tx, room, [halfDay], nurses, doing));
};

/** Seven days of a room: chairs, who is there, who comes, how much care that asks, and why something is closed. */
export const viewWeek = async (
  tx: Tx,
  asked: { readonly room: Room; readonly from: string | undefined },
  doing: Doing,
): Promise<DayWeek | null> => {
  const { room } = asked;
  const [shown] = await viewRooms(tx, [room], doing);
  if (shown === undefined) return null;
  const today = localDay(doing.now, shown.zone);
  const from = asked.from ?? plusDays(today, 1 - weekdayOf(today));
  const until = plusDays(from, 7);
  const nurses = await nursesOf(tx, [room.unitId]);
  const halfDays = await halfDaysBetween(tx, [room.unitId], from, until);
  const known = await around(tx, room, halfDays, nurses, doing);
  return {
    room: shown,
    from,
    until,
    now: isoFromInstant(doing.now),
    nurses: nurses.filter(({ ended }) => !ended).map((nurse) => nurseView(nurse, from)),
    halfDays: halfDays.map((halfDay) => halfDayView(halfDay, known)),
  };
};
