import { ok } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { decideAbsent, decideShift } from './decide/half-day.ts';
import { openHalfDayRow, roomLine } from './doing-room.ts';
import type { HalfDayResult, OneHalfDay } from './service-half-day.ts';
import { touchHalfDay } from './store-half-day.ts';
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

/** Who is there in a half-day, said as a whole. */
export const setShift = async (
  tx: Tx,
  act: OneHalfDay & { readonly nurses: readonly string[] },
  doing: Doing,
): HalfDayResult => {
  const found = await openHalfDayRow(tx, act);
  if (!found.ok) return found;
  const halfDay = found.value;
  const known = {
    nurses: await nursesOf(tx, [halfDay.unitId]),
    shift: await shiftsOf(tx, [halfDay.id]),
  };
  const decided = decideShift(halfDay, known, act.nurses, doing.now);
  return decided.ok ? kept(tx, halfDay, decided.value, 'shift-set', doing) : decided;
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
