import { localDay } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { requestCodeOf } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { ContactBody, ContactStopBody, ReturnBody } from './contract-return.ts';
import { contactsAfter, decideContact } from './decide/contact.ts';
import { stayLine } from './doing.ts';
import { lockStay } from './store.ts';
import {
  contactsOf,
  dropContacts,
  insertContacts,
  insertReturn,
  returnLinesOf,
  updateContact,
  updateReturnLine,
} from './store-return.ts';
import type { ContactDays, ReturnItem, Stay } from './types.ts';

type Answer = Promise<Result<Stay, Refusal>>;

/** The plan for home begins on the day somebody arrives. */
export const beginReturn = (tx: Tx, stay: Stay, doing: Doing): Promise<void> =>
  insertReturn(tx, stay.id, { at: doing.now, actor: doing.actor.id });

/** Somebody left: in two and in thirty days the house asks how it goes. */
export const planContacts = async (tx: Tx, stay: Stay): Promise<void> => {
  if (stay.endedAt === null || stay.destination === null) return;
  await insertContacts(tx, stay.id, contactsAfter(stay.endedAt, stay.destination, stay.zone));
};

/** A stay of the own house, under lock. */
const ownStay = async (tx: Tx, id: string, doing: Doing): Answer => {
  const stay = await lockStay(tx, id);
  return stay === null || stay.organisationId !== doing.actor.organisationId
    ? refuse({ code: 'stay-unknown' })
    : ok(stay);
};

/** One thing home needs goes on: asked, arranged, or not needed. */
export const changeReturn = async (
  tx: Tx,
  act: {
    readonly stayId: string;
    readonly item: ReturnItem;
    readonly change: ReturnBody;
    readonly version: number;
  },
  doing: Doing,
): Answer => {
  const found = await ownStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  if (stay.endedAt !== null) return refuse({ code: 'stay-over' });
  const line = (await returnLinesOf(tx, [stay.id])).get(stay.id)?.find(({ item }) => item === act.item);
  if (line === undefined || line.version !== act.version) return refuse({ code: 'version-stale' });
  const { now, actor } = doing;
  if (!(await updateReturnLine(tx, stay.id, { ...line, ...act.change, at: now }, actor.id)))
    return refuse({ code: 'version-stale' });
  await record(tx, [stayLine(doing, 'return-changed', stay, { item: act.item, state: act.change.state })]);
  return found;
};

/** Somebody who left, under lock. */
const leftStay = async (tx: Tx, id: string, doing: Doing): Answer => {
  const found = await ownStay(tx, id, doing);
  return found.ok && found.value.endedAt === null ? refuse({ code: 'not-left' }) : found;
};

/** The house spoke somebody, or tried to. */
export const makeContact = async (
  tx: Tx,
  act: {
    readonly stayId: string;
    readonly days: ContactDays;
    readonly told: ContactBody;
    readonly version: number;
  },
  doing: Doing,
): Answer => {
  const found = await leftStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const contact = (await contactsOf(tx, stay.id)).find(({ days }) => days === act.days);
  if (contact === undefined) return refuse({ code: 'not-left' });
  const { byName, ...outcome } = act.told;
  const decided = decideContact(contact, outcome, act.version, localDay(doing.now, stay.zone));
  if (!decided.ok) return decided;
  await updateContact(tx, stay.id, { ...decided.value, byName, doneAt: doing.now });
  const code = await requestCodeOf(tx, stay.requestId);
  await record(tx, [stayLine(doing, 'contact-made', stay, { days: act.days, code })]);
  return found;
};

/** Nobody calls any more: the person does not want it, or died. Saying so twice is the same as once. */
export const stopContacts = async (
  tx: Tx,
  act: { readonly stayId: string; readonly reason: ContactStopBody['reason'] },
  doing: Doing,
): Answer => {
  const found = await leftStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  if ((await dropContacts(tx, act.stayId, act.reason)) > 0)
    await record(tx, [stayLine(doing, 'contacts-stopped', found.value, { reason: act.reason })]);
  return found;
};
