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
import { lockHalfDays, touchHalfDays } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { putShifts, shiftsOf } from './store-shift.ts';
import type { Absent, HalfDay } from './types.ts';
import type { Shift } from './types-room.ts';

/** Half-days that are locked, each with everybody who is on its rota from now on. */
interface Said {
  readonly halfDay: HalfDay;
  readonly shift: readonly Shift[];
}

const kept = async (tx: Tx, said: readonly Said[], event: string, doing: Doing): Promise<HalfDay[]> => {
  const ids = said.map(({ halfDay }) => halfDay.id);
  await putShifts(
    tx,
    ids,
    said.flatMap(({ shift }) => shift),
  );
  await touchHalfDays(tx, ids);
  await record(
    tx,
    said.map(({ halfDay: { id: subject, unitId, day, part }, shift }) => {
      const present = shift.filter(({ absent }) => absent === null).length;
      return roomLine(doing, event, { subject, unitId }, { day, part, present });
    }),
  );
  return said.map(({ halfDay }) => ({ ...halfDay, version: halfDay.version + 1 }));
};

/** A half-day that is locked, and who is there from now on. */
interface Wanted {
  readonly halfDay: HalfDay;
  readonly nurses: readonly string[];
}

/** Who is there in half-days of one room, each said as a whole: all of them, or none. */
const saidShifts = async (
  tx: Tx,
  unitId: string,
  wanted: readonly Wanted[],
  doing: Doing,
): Promise<Result<HalfDay[], Refusal>> => {
  const [first] = wanted.map(({ halfDay }) => halfDay.day).toSorted();
  if (first === undefined) return ok([]);
  const nurses = await nursesOf(tx, [unitId]);
  const shifts = await shiftsOf(
    tx,
    wanted.map(({ halfDay }) => halfDay.id),
  );
  const away = await awayOf(tx, [...new Set(wanted.flatMap((each) => each.nurses))], first);
  const said: Said[] = [];
  for (const { halfDay, nurses: here } of wanted) {
    const shift = shifts.filter(({ halfDayId }) => halfDayId === halfDay.id);
    const decided = decideShift(halfDay, { nurses, shift, away }, here, doing.now);
    if (!decided.ok) return decided;
    said.push({ halfDay, shift: decided.value });
  }
  return ok(await kept(tx, said, 'shift-set', doing));
};

/** Who is there in a half-day, said as a whole. */
export const setShift = async (
  tx: Tx,
  act: OneHalfDay & { readonly nurses: readonly string[] },
  doing: Doing,
): HalfDayResult => {
  const found = await openHalfDayRow(tx, act);
  if (!found.ok) return found;
  const done = await saidShifts(
    tx,
    found.value.unitId,
    [{ halfDay: found.value, nurses: act.nurses }],
    doing,
  );
  return done.ok ? ok(done.value[0] as HalfDay) : done;
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
  // One that is gone went since it was read: the week was said anew.
  if (locked.filter((each) => each.unitId === unitId).length < wanted.size)
    return refuse({ code: 'version-stale' });
  const asked: Wanted[] = [];
  for (const halfDay of locked) {
    const want = wanted.get(halfDay.id);
    if (want?.version !== halfDay.version) return refuse({ code: 'version-stale' });
    asked.push({ halfDay, nurses: want.nurses });
  }
  return saidShifts(tx, unitId, asked, doing);
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
  const event = act.why === null ? 'nurse-there' : 'nurse-absent';
  const [halfDay] = await kept(tx, [{ halfDay: found.value, shift: changed }], event, doing);
  return ok(halfDay as HalfDay);
};
