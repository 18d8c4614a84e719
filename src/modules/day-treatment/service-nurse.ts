import { localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { NurseBody, NurseChangeBody } from './contract-room.ts';
import { openOwnRoom, roomLine, zoneOf } from './doing-room.ts';
import { lockHalfDaysFrom, touchHalfDay } from './store-half-day.ts';
import { insertNurse, lockNurse, writeNurse } from './store-nurse.ts';
import { leaveShifts } from './store-shift.ts';
import type { KeptNurse } from './types-room.ts';

type NurseResult = Promise<Result<KeptNurse, Refusal>>;

/** Somebody gives treatment here from now on. */
export const addNurse = async (tx: Tx, unitId: string, said: NurseBody, doing: Doing): NurseResult => {
  const room = await openOwnRoom(tx, unitId, doing);
  if (!room.ok) return room;
  const nurse = { ...said, id: newId(), unitId, ended: false, version: 1 };
  await insertNurse(tx, nurse);
  await record(tx, [roomLine(doing, 'nurse-added', { subject: nurse.id, unitId })]);
  return ok(nurse);
};

/** Whoever works here no more is on no rota of a coming day. Half-days are locked before they change. */
const leave = async (tx: Tx, { id, unitId }: KeptNurse, doing: Doing): Promise<void> => {
  const today = localDay(doing.now, zoneOf(doing, unitId));
  await lockHalfDaysFrom(tx, unitId, today);
  for (const halfDayId of await leaveShifts(tx, id, today)) await touchHalfDay(tx, halfDayId);
};

/** What is known of a nurse from now on: what they may do and until when, and whether they work here still. */
export const changeNurse = async (
  tx: Tx,
  act: NurseChangeBody & { readonly id: string; readonly version: number },
  doing: Doing,
): NurseResult => {
  const before = await lockNurse(tx, act.id);
  if (before === null) return refuse({ code: 'nurse-unknown' });
  if (before.version !== act.version) return refuse({ code: 'version-stale' });
  const { name, initials, competences, ended } = act;
  const nurse = { ...before, name, initials, competences, ended };
  await writeNurse(tx, nurse, doing.now);
  if (ended && !before.ended) await leave(tx, nurse, doing);
  const event = ended ? 'nurse-ended' : 'nurse-changed';
  await record(tx, [roomLine(doing, event, { subject: nurse.id, unitId: nurse.unitId })]);
  return ok({ ...nurse, version: nurse.version + 1 });
};
