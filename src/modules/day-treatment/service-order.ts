import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { enterPerson, person as personById } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { LabBody, OrderBody, OrderChangeBody } from './contract-order.ts';
import { decideContent, decideDraft, decideSigned, decideUnsigned } from './decide/order.ts';
import { orderLine } from './doing.ts';
import { type OrderResult, openOrder, todayOf } from './service-open.ts';
import { makeVisits, relateParties, renewPlanned } from './service-sign.ts';
import { deleteDraft, hasDayRoom, insertOrder, nextOrderCode, updateOrder } from './store-order.ts';
import { insertSignature } from './store-signature.ts';
import { treatmentInUse, treatmentsOf } from './store-treatment.ts';
import type { Order } from './types.ts';

const knownOf = async (
  tx: Tx,
  given: OrderBody['person'],
  doing: Doing,
): Promise<Result<Person, Refusal>> => {
  if (!('id' in given)) return enterPerson(tx, given, doing.actor, doing.now);
  const known = await personById(tx, given.id);
  return known === null ? refuse({ code: 'person-unknown' }) : ok(known);
};

/** Where it is given and who hears of it are those of the region. */
const decideParties = async (
  tx: Tx,
  { siteOrg, gpOrg }: Pick<OrderChangeBody, 'siteOrg' | 'gpOrg'>,
  { region }: Doing,
): Promise<Result<null, Refusal>> => {
  if (!(await hasDayRoom(tx, siteOrg))) return refuse({ code: 'site-not-day' });
  const practice = region.organisations.find(({ id }) => id === gpOrg);
  return gpOrg !== null && practice?.kind !== 'gp' ? refuse({ code: 'practice-not-gp' }) : ok(null);
};

/** A draft, the hospital's alone, of a treatment somebody signed. */
export const draftOrder = async (tx: Tx, body: OrderBody, doing: Doing): OrderResult => {
  const { person: given, treatment: code, ...content } = body;
  const treatment = await treatmentInUse(tx, code);
  if (treatment === null) return refuse({ code: 'treatment-not-signed' });
  const decided = decideDraft(content, todayOf(doing));
  if (!decided.ok) return decided;
  const parties = await decideParties(tx, content, doing);
  if (!parties.ok) return parties;
  const who = await knownOf(tx, given, doing);
  if (!who.ok) return who;
  const order: Order = {
    ...content,
    id: newId(),
    code: await nextOrderCode(tx),
    personId: who.value.id,
    treatment: treatment.code,
    treatmentVersion: treatment.version,
    hospitalOrg: doing.actor.organisationId,
    state: 'draft',
    signedAt: null,
    signedBy: null,
    signature: 0,
    endedAt: null,
    stopReason: null,
    version: 1,
  };
  await insertOrder(tx, order, { actor: doing.actor.id, now: doing.now });
  await record(tx, [orderLine(doing, 'order-drafted', order)]);
  return ok(order);
};

const changeDraft = async (tx: Tx, before: Order, change: OrderChangeBody, doing: Doing): OrderResult => {
  const treatment = await treatmentInUse(tx, before.treatment);
  if (treatment === null) return refuse({ code: 'treatment-not-signed' });
  const decided = decideDraft(change, todayOf(doing));
  if (!decided.ok) return decided;
  const order = { ...before, ...change, treatmentVersion: treatment.version };
  await updateOrder(tx, order);
  await record(tx, [orderLine(doing, 'order-drafted', order)]);
  return ok(order);
};

/** The change is signed with it: the site reads it at once, and what is planned is looked at again. */
const changeSigned = async (
  tx: Tx,
  before: Order,
  act: { readonly change: OrderChangeBody; readonly signedBy: string },
  doing: Doing,
): OrderResult => {
  const treatment = (await treatmentsOf(tx, [before])).get(`${before.treatment} ${before.treatmentVersion}`);
  if (treatment === undefined) throw new Error('an order stands under a treatment that is not there');
  // Chairs and nurses are of one house: who goes elsewhere gets a new order.
  if (act.change.siteOrg !== before.siteOrg) return refuse({ code: 'site-fixed' });
  const decided = decideContent(act.change, treatment, todayOf(doing));
  if (!decided.ok) return decided;
  const signed = { signedAt: doing.now, signedBy: act.signedBy, signature: before.signature + 1 };
  const order = { ...before, ...act.change, ...signed };
  const visits = await makeVisits(tx, order, doing);
  if (!visits.ok) return visits;
  await updateOrder(tx, order);
  await insertSignature(tx, order);
  await relateParties(tx, order, doing);
  await renewPlanned(tx, order, treatment);
  await record(tx, [orderLine(doing, 'order-changed', order)]);
  return ok(order);
};

/** The specialist changes an order, as a draft or signed. */
export const changeOrder = async (
  tx: Tx,
  act: {
    readonly id: string;
    readonly version: number;
    readonly change: OrderChangeBody;
    readonly signedBy: string;
  },
  doing: Doing,
): OrderResult => {
  const found = await openOrder(tx, act, doing);
  if (!found.ok) return found;
  const before = found.value;
  const parties = await decideParties(tx, act.change, doing);
  if (!parties.ok) return parties;
  if (before.state === 'draft') return changeDraft(tx, before, act.change, doing);
  const running = decideSigned(before);
  return running.ok ? changeSigned(tx, before, act, doing) : running;
};

/** Nobody signed it and nobody else ever read it: a draft is thrown away whole. */
export const discardDraft = async (
  tx: Tx,
  act: { readonly id: string; readonly version: number },
  doing: Doing,
): OrderResult => {
  const found = await openOrder(tx, act, doing);
  if (!found.ok) return found;
  const unsigned = decideUnsigned(found.value);
  if (!unsigned.ok) return unsigned;
  await deleteDraft(tx, act.id);
  await record(tx, [orderLine(doing, 'order-discarded', found.value)]);
  return found;
};

/** A blood result comes in. It changes nothing the specialist signed for; a bad one stops what is given that day. */
export const tellLab = async (
  tx: Tx,
  act: { readonly id: string; readonly lab: LabBody },
  doing: Doing,
): OrderResult => {
  const found = await openOrder(tx, act, doing);
  if (!found.ok) return found;
  if (found.value.endedAt !== null) return refuse({ code: 'order-over' });
  if (act.lab.on > todayOf(doing)) return refuse({ code: 'lab-in-future' });
  const order = { ...found.value, labOn: act.lab.on, labOk: act.lab.ok };
  await updateOrder(tx, order);
  await record(tx, [orderLine(doing, 'lab-told', order)]);
  return ok(order);
};
