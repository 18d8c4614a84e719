import { localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { chairsOf, type Doing, endChairs, putChairs } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { OpeningsBody, RoomBody } from './contract-room.ts';
import { decideOpenings } from './decide/half-day.ts';
import { openOwnRoom, roomLine, siteOfUnit, zoneOf } from './doing-room.ts';
import { remakeHalfDays } from './service-half-day.ts';
import { openingsOf, putOpenings, putRoom } from './store-room.ts';
import type { Room } from './types-room.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** The chairs as they are said now, by the number that stands on them; a chair that is gone must be free from now on. */
const sayChairs = async (
  tx: Tx,
  unitId: string,
  said: RoomBody['chairs'],
  doing: Doing,
): Promise<Refusal | null> => {
  const known = await chairsOf(tx, [unitId]);
  const codes = new Set(said.map(({ code }) => code));
  const gone = known.filter(({ code }) => !codes.has(code)).map(({ id }) => id);
  const busy = await endChairs(tx, gone, doing.now);
  if (busy.length > 0) return { code: 'chair-in-use', params: { chairs: busy.join(', ') } };
  const beds = await putChairs(
    tx,
    said.map((chair) => ({ ...chair, id: newId(), unitId })),
  );
  return beds.length > 0 ? { code: 'chair-number-taken', params: { chairs: beds.join(', ') } } : null;
};

/** The house says that a unit of its own is a room with chairs, or says it anew. */
export const sayRoom = async (tx: Tx, unitId: string, said: RoomBody, doing: Doing): Answer<Room> => {
  const site = siteOfUnit(doing, unitId);
  if (site === null) return refuse({ code: 'day-room-unknown' });
  if (site.organisationId !== doing.actor.organisationId) return refuse({ code: 'other-unit' });
  const room = {
    unitId,
    organisationId: site.organisationId,
    emergency: said.emergency,
    route: said.route,
  };
  await putRoom(tx, room);
  const refusal = await sayChairs(tx, unitId, said.chairs, doing);
  if (refusal !== null) return refuse(refusal);
  const line = roomLine(doing, 'room-said', { subject: unitId, unitId }, { chairs: said.chairs.length });
  await record(tx, [line]);
  return ok(room);
};

/** The ordinary week from a day on; the half-days that follow from it are there at once. */
export const setOpenings = async (tx: Tx, unitId: string, said: OpeningsBody, doing: Doing): Answer<Room> => {
  const room = await openOwnRoom(tx, unitId, doing);
  if (!room.ok) return room;
  const today = localDay(doing.now, zoneOf(doing, unitId));
  const week = decideOpenings(said.week, said.from, today);
  if (!week.ok) return week;
  await putOpenings(tx, unitId, said.from, week.value);
  const openings = (await openingsOf(tx, [unitId], today)).get(unitId) ?? [];
  const made = await remakeHalfDays(tx, { unitId, openings, from: said.from }, doing);
  await record(tx, [
    roomLine(doing, 'openings-said', { subject: unitId, unitId }, { from: said.from, ...made }),
  ]);
  return room;
};
