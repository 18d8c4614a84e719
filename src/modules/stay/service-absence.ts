import type { Instant } from '#kernel/interval.ts';
import { ok } from '#kernel/result.ts';
import { awayFromPlace, backOnPlace, type Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { decideAway, decideBack } from './decide/absence.ts';
import { stayLine } from './doing.ts';
import { openRunningStay, type StayResult } from './service-open.ts';
import { absencesOf, endAbsence, insertAbsence } from './store-absence.ts';
import type { Absence } from './types-parts.ts';

/** Somebody is away for a while: the bed is kept. */
export const goAway = async (
  tx: Tx,
  act: {
    readonly stayId: string;
    readonly reason: Absence['reason'];
    readonly at: Instant;
    readonly expectedBack: Instant | null;
  },
  doing: Doing,
): StayResult => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const before = (await absencesOf(tx, [stay.id])).get(stay.id) ?? [];
  const { reason, at: leftAt, expectedBack } = act;
  const decided = decideAway(stay, before, { id: newId(), reason, leftAt, expectedBack }, doing.now);
  if (!decided.ok) return decided;
  const away = decided.value;
  const gone = await awayFromPlace(tx, { claimId: stay.claimId, at: away.leftAt }, doing);
  if (!gone.ok) return gone;
  await insertAbsence(tx, stay.id, away, doing.actor.id);
  await record(tx, [stayLine(doing, 'away', stay, { reason })]);
  return ok(stay);
};

/** Somebody is back in the bed that was kept for them. */
export const comeBack = async (
  tx: Tx,
  act: { readonly stayId: string; readonly at: Instant },
  doing: Doing,
): StayResult => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const before = (await absencesOf(tx, [stay.id])).get(stay.id) ?? [];
  const decided = decideBack(before, act.at, doing.now);
  if (!decided.ok) return decided;
  const back = await backOnPlace(tx, stay.claimId, doing);
  if (!back.ok) return back;
  await endAbsence(tx, stay.id, decided.value.backAt ?? doing.now);
  await record(tx, [stayLine(doing, 'back', stay)]);
  return ok(stay);
};
