import type { Instant } from '#kernel/interval.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { ActionBody, SayBody, SettleActionBody } from './contract-case.ts';
import { decideAction, decideOwnSettle, decidePart, decideSettle, type Standing } from './decide/case.ts';
import type { Doing } from './doing.ts';
import { type CaseResult, openStanding, tellRound } from './service-case.ts';
import { todayAt } from './service-contacts.ts';
import { lockCase, personOf } from './store-case.ts';
import { actionById, insertAction, insertMessage, settleActionRow } from './store-plan.ts';

/** Agrees on something in a case that is under lock; answers which action it became. */
export const agreeOn = async (
  tx: Tx,
  standing: Standing,
  { what, owner, due }: ActionBody,
  doing: Doing,
): CaseResult => {
  const may = decideAction(standing, { ownerOrg: owner, due }, todayAt(doing.now));
  if (!may.ok) return may;
  const { actor, now } = doing;
  const action = newId();
  await insertAction(tx, {
    ...{ id: action, caseId: standing.of.id, what, ownerOrg: owner, due, state: 'open', why: null },
    ...{ madeAt: now, madeOrg: actor.organisationId, madeBy: actor.name, settledAt: null, settledBy: null },
  });
  await tellRound(tx, doing, 'action-agreed', standing.of, { action, due, part: 'plan' });
  return ok(action);
};

/** Something is agreed: what, who, and by which day. */
export const addAction = async (
  tx: Tx,
  { id, ...body }: ActionBody & { readonly id: string },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const agreed = await agreeOn(tx, found.value, body, doing);
  return agreed.ok ? ok(id) : agreed;
};

/** What came of it: done, or not and why. */
export const settleAction = async (
  tx: Tx,
  { id, action: actionId, ...said }: SettleActionBody & { readonly id: string; readonly action: string },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const action = await actionById(tx, id, actionId);
  if (action === null) return refuse({ code: 'action-unknown' });
  const may = decideSettle(found.value, action);
  if (!may.ok) return may;
  const why = said.state === 'done' ? null : said.why;
  const settled = { settledAt: doing.now, settledBy: doing.actor.name };
  await settleActionRow(tx, { ...action, state: said.state, why, ...settled });
  await tellRound(tx, doing, `action-${said.state}`, found.value.of, { action: actionId, part: 'plan' });
  return ok(id);
};

/** The person says what came of something they do themselves. */
export const settleOwn = async (
  tx: Tx,
  { id, action: actionId, ...said }: SettleActionBody & { readonly id: string; readonly action: string },
  { personId, now }: { readonly personId: string; readonly now: Instant },
): CaseResult => {
  const [of, who] = [await lockCase(tx, id), await personOf(tx, id)];
  if (of === null || who === null) return refuse({ code: 'case-unknown' });
  const action = await actionById(tx, id, actionId);
  if (action === null) return refuse({ code: 'action-unknown' });
  const may = decideOwnSettle(of, action);
  if (!may.ok) return may;
  const why = said.state === 'done' ? null : said.why;
  await settleActionRow(tx, { ...action, state: said.state, why, settledAt: now, settledBy: who.name });
  const telling = { actor: { id: `person:${personId}`, organisationId: null }, now };
  await tellRound(tx, telling, `action-${said.state}`, of, { action: actionId, part: 'plan' });
  return ok(id);
};

/** Something is said, to who may read messages. */
export const say = async (
  tx: Tx,
  { id, text }: SayBody & { readonly id: string },
  doing: Doing,
): CaseResult => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const may = decidePart(found.value, 'messages');
  if (!may.ok) return may;
  const { actor, now } = doing;
  const { organisationId, name: byName } = actor;
  await insertMessage(tx, id, { id: newId(), organisationId, byName, text, at: now });
  await tellRound(tx, doing, 'message-said', found.value.of, { part: 'messages' });
  return ok(id);
};
