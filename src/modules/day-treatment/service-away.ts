import { localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { AwayBody, BackBody } from './contract-staff.ts';
import { decideAway } from './decide/half-day.ts';
import { roomLine, zoneOf } from './doing-room.ts';
import { awayOf, cutAway, insertAway, markAway, unmarkAway } from './store-away.ts';
import { lockHalfDaysFrom } from './store-half-day.ts';
import { lockNurse, writeNurse } from './store-nurse.ts';
import type { KeptNurse } from './types-room.ts';

type NurseResult = Promise<Result<KeptNurse, Refusal>>;
interface OneNurse {
  readonly id: string;
  readonly version: number;
}

const openNurse = async (tx: Tx, { id, version }: OneNurse): NurseResult => {
  const nurse = await lockNurse(tx, id);
  if (nurse === null) return refuse({ code: 'nurse-unknown' });
  return nurse.version === version ? ok(nurse) : refuse({ code: 'version-stale' });
};

const kept = async (
  tx: Tx,
  nurse: KeptNurse,
  { event, halfDays }: { readonly event: string; readonly halfDays: number },
  doing: Doing,
): Promise<KeptNurse> => {
  await writeNurse(tx, nurse, doing.now);
  await record(tx, [roomLine(doing, event, { subject: nurse.id, unitId: nurse.unitId }, { halfDays })]);
  return { ...nurse, version: nurse.version + 1 };
};

/** A nurse is not there on these days: in no half-day that is on the rota, nor in one that comes on it later. */
export const sayAway = async (tx: Tx, act: OneNurse & AwayBody, doing: Doing): NurseResult => {
  const found = await openNurse(tx, act);
  if (!found.ok) return found;
  const nurse = found.value;
  if (nurse.ended) return refuse({ code: 'nurse-ended', params: { initials: nurse.initials } });
  const today = localDay(doing.now, zoneOf(doing, nurse.unitId));
  const { from, last, why } = act;
  const decided = decideAway({ last }, today);
  if (!decided.ok) return decided;
  const away = { id: newId(), nurseId: nurse.id, from, last, why };
  await lockHalfDaysFrom(tx, nurse.unitId, from);
  await insertAway(tx, away);
  const halfDays = await markAway(tx, away, doing.now);
  return ok(await kept(tx, nurse, { event: 'nurse-away', halfDays }, doing));
};

/** A nurse is there again from a day on. What was said of single half-days for another reason stays. */
export const sayBack = async (tx: Tx, act: OneNurse & BackBody, doing: Doing): NurseResult => {
  const found = await openNurse(tx, act);
  if (!found.ok) return found;
  const nurse = found.value;
  const away = (await awayOf(tx, [nurse.id], act.from)).find(({ id }) => id === act.away);
  if (away === undefined) return refuse({ code: 'away-unknown' });
  const from = act.from < away.from ? away.from : act.from;
  await lockHalfDaysFrom(tx, nurse.unitId, from);
  await cutAway(tx, away, from);
  const halfDays = await unmarkAway(tx, away, from, doing.now);
  return ok(await kept(tx, nurse, { event: 'nurse-back', halfDays }, doing));
};
