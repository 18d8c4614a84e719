import { localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Wanted } from './decide/give.ts';
import type { Proposed } from './decide/propose.ts';
import { roomLine } from './doing-room.ts';
import { type Horizon, keptFrom, type Proposal, readProposal } from './proposal.ts';
import { giveMoments } from './service-give.ts';
import { finishPlan, insertPlan, lockPlan, writePlanState } from './store-plan.ts';
import { roomOf } from './store-room.ts';
import type { KeptPlan, ProposedMove } from './types-plan.ts';

/** A plan that begins, with the question for the planner. */
export interface Begun {
  readonly plan: KeptPlan;
  readonly proposal: Proposal;
}

/** Somebody asks for a plan of their own room; what is over cannot be planned. */
export const beginPlan = async (tx: Tx, horizon: Horizon, doing: Doing): Promise<Result<Begun, Refusal>> => {
  const room = await roomOf(tx, horizon.unitId);
  if (room === null) return refuse({ code: 'day-room-unknown' });
  if (room.organisationId !== doing.actor.organisationId) return refuse({ code: 'other-unit' });
  if (horizon.until <= localDay(doing.now, REGION_ZONE)) return refuse({ code: 'moment-past' });
  const plan: KeptPlan = {
    ...{ id: newId(), organisationId: room.organisationId, unitId: room.unitId },
    ...{ fromDay: horizon.from, untilDay: horizon.until, state: 'running', cost: null, bound: null },
    ...{ placed: 0, waiting: [], moves: [] },
  };
  await insertPlan(tx, plan, { now: doing.now, actor: doing.actor.id });
  return ok({ plan, proposal: await readProposal(tx, horizon, doing) });
};

/** What the planner came to is kept until somebody takes it; nothing came of it when it was stopped. */
export const endPlan = async (
  tx: Tx,
  { plan, proposal }: Begun,
  proposed: Proposed | null,
  doing: Doing,
): Promise<void> => {
  const ended: KeptPlan =
    proposed === null
      ? { ...plan, state: 'cancelled' }
      : { ...plan, ...keptFrom(proposal, proposed), state: 'ready' };
  await finishPlan(tx, ended, { now: doing.now, actor: doing.actor.id });
  const { id: subject, unitId, placed, waiting } = ended;
  const body = { placed, waiting: waiting.length };
  await record(tx, [
    roomLine(doing, proposed === null ? 'plan-ended' : 'plan-ready', { subject, unitId }, body),
  ]);
};

const openPlan = async (tx: Tx, id: string): Promise<Result<KeptPlan, Refusal>> => {
  const plan = await lockPlan(tx, id);
  if (plan === null) return refuse({ code: 'plan-unknown' });
  return plan.state === 'taken' || plan.state === 'cancelled' ? refuse({ code: 'plan-over' }) : ok(plan);
};

/** A plan is not wanted any more, whether it was ready or not. */
export const cancelPlan = async (tx: Tx, id: string): Promise<Result<KeptPlan, Refusal>> => {
  const found = await openPlan(tx, id);
  if (!found.ok) return found;
  await writePlanState(tx, id, 'cancelled', null);
  return ok({ ...found.value, state: 'cancelled' });
};

/** What became of each move of a plan. */
export interface Taken {
  readonly plan: KeptPlan;
  readonly kept: readonly string[];
  readonly refused: readonly { readonly visitId: string; readonly code: string }[];
}

/** By now they may wait or have a moment: both are right. */
const wantedOf = ({ visitId: id, was: _was, ...place }: ProposedMove): Wanted => ({
  ...{ id, place, version: null, stands: null },
});

/** Takes a plan: each half-day is decided again with what is true now; who does not fit any more is named, with why. */
export const takePlan = async (tx: Tx, id: string, doing: Doing): Promise<Result<Taken, Refusal>> => {
  const found = await openPlan(tx, id);
  if (!found.ok) return found;
  const plan = found.value;
  if (plan.state === 'running') return refuse({ code: 'plan-not-ready' });
  // Who leaves a half-day goes first and makes room.
  const moves = plan.moves.toSorted((a, b) => Number(b.was !== null) - Number(a.was !== null));
  const made = await giveMoments(tx, moves.map(wantedOf), doing);
  const kept = made.given.map(({ visit }) => visit.id);
  const refused = made.refused.map(({ visitId, refusal: { code } }) => ({ visitId, code }));
  await writePlanState(tx, id, 'taken', doing.now);
  const { unitId } = plan;
  const body = { kept: kept.length, refused: refused.length };
  await record(tx, [roomLine(doing, 'plan-taken', { subject: id, unitId }, body)]);
  return ok({ plan: { ...plan, state: 'taken' }, kept, refused });
};
