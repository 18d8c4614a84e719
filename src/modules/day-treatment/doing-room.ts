import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Site } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Entry } from '#platform/diary/diary.ts';
import { lockHalfDay } from './store-half-day.ts';
import { lockRoom, roomOf } from './store-room.ts';
import type { HalfDay } from './types.ts';
import type { Room } from './types-room.ts';

/** The site of a unit; null when the region has no such unit. */
export const siteOfUnit = ({ region }: Doing, unitId: string): Site | null => {
  const unit = region.units.find(({ id }) => id === unitId);
  return region.sites.find(({ id }) => id === unit?.siteId) ?? null;
};

/** The clock on the wall of a room. */
export const zoneOf = (doing: Doing, unitId: string): string => {
  const site = siteOfUnit(doing, unitId);
  if (site === null) throw new Error(`unit ${unitId} has no site in the region`);
  return site.zone;
};

/** A diary line about a room as a whole, a half-day or a nurse: ids, codes and days, never who comes. */
export const roomLine = (
  doing: Doing,
  event: string,
  about: { readonly subject: string; readonly unitId: string },
  body: Entry['body'] = {},
): Entry => ({
  at: doing.now,
  room: 'day-treatment',
  event,
  subject: about.subject,
  unitId: about.unitId,
  organisationId: doing.actor.organisationId,
  actor: doing.actor.id,
  body,
});

/** A room of the acting house, under lock. */
export const openOwnRoom = async (tx: Tx, unitId: string, doing: Doing): Promise<Result<Room, Refusal>> => {
  const room = await lockRoom(tx, unitId);
  if (room !== null && room.organisationId === doing.actor.organisationId) return ok(room);
  return refuse({ code: (await roomOf(tx, unitId)) === null ? 'day-room-unknown' : 'other-unit' });
};

/** A half-day of the acting house, under lock, in the version that was read. */
export const openHalfDayRow = async (
  tx: Tx,
  act: { readonly id: string; readonly version: number },
): Promise<Result<HalfDay, Refusal>> => {
  const halfDay = await lockHalfDay(tx, act.id);
  if (halfDay === null) return refuse({ code: 'half-day-unknown' });
  return halfDay.version === act.version ? ok(halfDay) : refuse({ code: 'version-stale' });
};
