import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { RotaBody } from './contract-staff.ts';
import { decideAbsent, decideShift } from './decide/half-day.ts';
import { openHalfDayRow, openOwnRoom, roomLine } from './doing-room.ts';
import type { HalfDayResult, OneHalfDay } from './service-half-day.ts';
import { awayOf } from './store-away.ts';
import { lockHalfDays, touchHalfDay } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { putShift, shiftsOf } from './store-shift.ts';
import type { Absent, HalfDay } from './types.ts';
import type { Shift } from './types-room.ts';

const kept = async (
  tx: Tx,
  halfDay: HalfDay,
  shift: readonly Shift[],
  event: string,
  doing: Doing,
): HalfDayResult => {
  await putShift(tx, halfDay.id, shift);
  await touchHalfDay(tx, halfDay.id);
  const { id: subject, unitId, day, part } = halfDay;
  const present = shift.filter(({ absent }) => absent === null).length;
  await record(tx, [roomLine(doing, event, { subject, unitId }, { day, part, present })]);
  return ok({ ...halfDay, version: halfDay.version + 1 });
};

/** Who is there in a half-day that is locked, said as a whole. */
const saidShift = async (
  tx: Tx,
  halfDay: HalfDay,
  wanted: readonly string[],
  doing: Doing,
): Promise<Result<HalfDay, Refusal>> => {
  const known = {
    nurses: await nursesOf(tx, [halfDay.unitId]),
    shift: await shiftsOf(tx, [halfDay.id]),
    away: await awayOf(tx, wanted, halfDay.day),
  };
  const decided = decideShift(halfDay, known, wanted, doing.now);
  return decided.ok ? kept(tx, halfDay, decided.value, 'shift-set', doing) : decided;
};

/** Who is there in a half-day, said as a whole. */
export const setShift = async (
  tx: Tx,
  act: OneHalfDay & { readonly nurses: readonly string[] },
  doing: Doing,
): HalfDayResult => {
  const found = await openHalfDayRow(tx, act);
  return found.ok ? saidShift(tx, found.value, act.nurses, doing) : found;
};

/** Who is there in several half-days of a room at once: all of them, or none when one was changed by somebody else. */
export const setRota = async (
  tx: Tx,
  unitId: string,
  said: RotaBody,
  doing: Doing,
): Promise<Result<HalfDay[], Refusal>> => {
  const room = await openOwnRoom(tx, unitId, doing);
  if (!room.ok) return room;
  const wanted = new Map(said.halfDays.map((each) => [each.id, each]));
  const locked = await lockHalfDays(tx, [...wanted.keys()]);
  if (locked.length < wanted.size || locked.some((each) => each.unitId !== unitId))
    return refuse({ code: 'half-day-unknown' });
  const changed: HalfDay[] = [];
  for (const halfDay of locked) {
    const want = wanted.get(halfDay.id);
    if (want?.version !== halfDay.version) return refuse({ code: 'version-stale' });
    const done = await saidShift(tx, halfDay, want.nurses, doing);
    if (!done.ok) return done;
    changed.push(done.value);
  }
  return ok(changed);
};

/** A nurse is ill, or there after all. What they would have done stays on the grid, marked. */
export const tellAbsent = async (
  tx: Tx,
  act: OneHalfDay & { readonly nurse: string; readonly why: Absent | null },
  doing: Doing,
): HalfDayResult => {
  const found = await openHalfDayRow(tx, act);
  if (!found.ok) return found;
  const shift = await shiftsOf(tx, [act.id]);
  const decided = decideAbsent(found.value, shift, { nurseId: act.nurse, absent: act.why }, doing.now);
  if (!decided.ok) return decided;
  const row = decided.value;
  const changed = shift.map((each) => (each.nurseId === row.nurseId ? row : each));
  return kept(tx, found.value, changed, act.why === null ? 'nurse-there' : 'nurse-absent', doing);
};
