import { isoFromInstant, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DayStaff, StaffHalfDay, StaffNurse } from './contract-staff.ts';
import { mustMove, standstillOf } from './decide/half-day.ts';
import { holidayOn } from './decide/holidays.ts';
import { zoneOf } from './doing-room.ts';
import { awayOf } from './store-away.ts';
import { halfDaysBetween, roomVisits } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { shiftsOf } from './store-shift.ts';
import type { HalfDay, VisitState } from './types.ts';
import type { KeptNurse, Room } from './types-room.ts';
import { nurseView, viewRooms } from './view-room.ts';

/** So many days of a rota are seen at once. */
const DAYS = 28;
/** Who has or had their moment then; whoever did not come has it no more. */
const COMES = new Set<VisitState>(['planned', 'arrived', 'done']);

/** Who is there in these half-days, and for how many who come then that is not enough. */
export const viewStaffing = async (
  tx: Tx,
  halfDays: readonly HalfDay[],
  nurses: readonly KeptNurse[],
): Promise<StaffHalfDay[]> => {
  const ids = halfDays.map(({ id }) => id);
  const known = new Map(nurses.map((nurse) => [nurse.id, nurse]));
  const shifts = Map.groupBy(await shiftsOf(tx, ids), ({ halfDayId }) => halfDayId);
  const visits = Map.groupBy(await roomVisits(tx, ids), ({ halfDayId }) => halfDayId);
  return halfDays.map((halfDay) => {
    const { unitId: _unit, opens, closes, ...rest } = halfDay;
    const shift = shifts.get(halfDay.id) ?? [];
    const present = shift
      .filter(({ absent }) => absent === null)
      .flatMap(({ nurseId }) => known.get(nurseId) ?? []);
    const coming = (visits.get(halfDay.id) ?? []).filter(({ state }) => COMES.has(state));
    return {
      ...rest,
      ...{ opens: isoFromInstant(opens), closes: isoFromInstant(closes) },
      holiday: holidayOn(halfDay.day),
      standstill: standstillOf(halfDay, present),
      nurses: shift.map(({ nurseId, absent }) => ({ id: nurseId, absent })),
      visits: coming.length,
      mustMove: coming.filter((visit) => mustMove(halfDay, present, visit) !== null).length,
    };
  });
};

/** These nurses as the own house knows them on a day. */
export const viewNurses = async (
  tx: Tx,
  nurses: readonly KeptNurse[],
  { now }: Doing,
  zone: string,
): Promise<StaffNurse[]> => {
  const today = localDay(now, zone);
  const away = Map.groupBy(
    await awayOf(
      tx,
      nurses.map(({ id }) => id),
      today,
    ),
    ({ nurseId }) => nurseId,
  );
  return nurses.map((nurse) => ({
    ...nurseView(nurse, today),
    away: (away.get(nurse.id) ?? []).map(({ id, from, last, why }) => ({ id, from, last, why })),
  }));
};

/** Four weeks of a room: who works there, what they may do, and who is there when. Null when its unit left the region. */
export const viewStaff = async (
  tx: Tx,
  asked: { readonly room: Room; readonly from: string | undefined },
  doing: Doing,
): Promise<DayStaff | null> => {
  const { room } = asked;
  const [shown] = await viewRooms(tx, [room], doing);
  if (shown === undefined) return null;
  const zone = zoneOf(doing, room.unitId);
  const today = localDay(doing.now, zone);
  const from = asked.from ?? plusDays(today, 1 - weekdayOf(today));
  const until = plusDays(from, DAYS);
  const nurses = await nursesOf(tx, [room.unitId]);
  const halfDays = await halfDaysBetween(tx, [room.unitId], from, until);
  const here = nurses.filter(({ ended }) => !ended);
  return {
    ...{ room: shown, from, until, now: isoFromInstant(doing.now) },
    nurses: await viewNurses(tx, here, doing, zone),
    halfDays: await viewStaffing(tx, halfDays, nurses),
  };
};
