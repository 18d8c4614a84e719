import { localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { BarrierBody, BarrierChangeBody } from './contract-acts.ts';
import { decideBarrier, decideBarrierChange, decideReopened, decideSolved } from './decide/barrier.ts';
import { stayLine } from './doing.ts';
import { openRunningStay, type StayResult } from './service-open.ts';
import { barrierOf, insertBarrier, isBarred, updateBarrier } from './store-barrier.ts';
import type { Stay } from './types.ts';
import type { Barrier } from './types-parts.ts';

/** Which barrier of which stay, as it was read. */
export interface OneBarrier {
  readonly stayId: string;
  readonly barrierId: string;
  readonly version: number;
}

/** Something stands between somebody and home. */
export const addBarrier = async (
  tx: Tx,
  act: { readonly stayId: string; readonly barrier: BarrierBody },
  doing: Doing,
): StayResult => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const today = localDay(doing.now, stay.zone);
  const isOpen = await isBarred(tx, stay.id, act.barrier.code);
  const wanted = { ...act.barrier, id: newId(), since: act.barrier.since ?? today };
  const decided = decideBarrier(wanted, { isOpen, today });
  if (!decided.ok) return decided;
  await insertBarrier(tx, stay.id, decided.value, { at: doing.now, actor: doing.actor.id });
  await record(tx, [lineOf(doing, 'barrier-told', stay, decided.value)]);
  return found;
};

const lineOf = (doing: Doing, event: string, stay: Stay, { id, code, due }: Barrier) =>
  stayLine(doing, event, stay, { barrierId: id, code, due });

const onBarrier = async (
  tx: Tx,
  act: OneBarrier,
  doing: Doing,
  event: string,
  decide: (
    barrier: Barrier,
    known: { readonly today: string; readonly isOpen: boolean },
  ) => Result<Barrier, Refusal>,
): StayResult => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const barrier = await barrierOf(tx, stay.id, act.barrierId);
  if (barrier === null) return refuse({ code: 'barrier-unknown' });
  if (barrier.version !== act.version) return refuse({ code: 'version-stale' });
  const isOpen = await isBarred(tx, stay.id, barrier.code);
  const decided = decide(barrier, { today: localDay(doing.now, stay.zone), isOpen });
  if (!decided.ok) return decided;
  await updateBarrier(tx, decided.value);
  await record(tx, [lineOf(doing, event, stay, decided.value)]);
  return ok(stay);
};

/** Somebody else works on it, or by another day. */
export const changeBarrier = (
  tx: Tx,
  act: OneBarrier & { readonly change: BarrierChangeBody },
  doing: Doing,
): StayResult =>
  onBarrier(tx, act, doing, 'barrier-changed', (barrier) => decideBarrierChange(barrier, act.change));

/** It does not stand in the way any more. */
export const solveBarrier = (
  tx: Tx,
  act: OneBarrier & { readonly day: string | undefined },
  doing: Doing,
): StayResult =>
  onBarrier(tx, act, doing, 'barrier-solved', (barrier, { today }) =>
    decideSolved(barrier, act.day ?? today, { now: doing.now, today }),
  );

/** It was not gone after all. */
export const reopenBarrier = (tx: Tx, act: OneBarrier & { readonly due: string }, doing: Doing): StayResult =>
  onBarrier(tx, act, doing, 'barrier-reopened', (barrier, known) => decideReopened(barrier, act.due, known));
