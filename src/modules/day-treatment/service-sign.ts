import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, releaseMany } from '#modules/capacity/index.ts';
import { relate } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { stillFits } from './decide/fit.ts';
import { decideContent, decideSigned, decideUnsigned, decideVisits } from './decide/order.ts';
import { orderLine } from './doing.ts';
import { roomLine } from './doing-room.ts';
import { type OrderResult, openOrder, todayOf } from './service-open.ts';
import { orderById, updateOrder } from './store-order.ts';
import { insertSignature } from './store-signature.ts';
import { treatmentInUse } from './store-treatment.ts';
import {
  addVisits,
  cancelVisits,
  lockVisits,
  type PlacedVisit,
  renewVisits,
  setDrugReady,
  visitsOf,
} from './store-visit.ts';
import type { Order, Treatment } from './types.ts';

/** Visits do not take place: their rows say why, their chairs are free, at once. */
export const takeBack = async (
  tx: Tx,
  visits: readonly PlacedVisit[],
  why: string,
  doing: Doing,
): Promise<void> => {
  await cancelVisits(
    tx,
    visits.map(({ id }) => id),
    why,
  );
  await releaseMany(
    tx,
    doing,
    visits.flatMap(({ claims }) => claims),
  );
  const freed = visits.flatMap(({ halfDayId: subject, unitId }) =>
    subject === null || unitId === null ? [] : [roomLine(doing, 'moment-freed', { subject, unitId })],
  );
  await record(tx, freed);
};

const FEWER = 'Er worden minder behandelingen gegeven.';

/** As many visits as the signature says: what is missing waits for a moment, what is too much does not take place. */
export const makeVisits = async (tx: Tx, order: Order, doing: Doing): Promise<Result<null, Refusal>> => {
  const known = await lockVisits(tx, order.id);
  const decided = decideVisits(order.visits, known);
  if (!decided.ok) return decided;
  const { add, drop } = decided.value;
  await takeBack(
    tx,
    known.filter(({ id }) => drop.includes(id)),
    FEWER,
    doing,
  );
  await addVisits(tx, order.id, add, order.signature);
  return ok(null);
};

/** Who gives it, and the practice that is named, treat from the signature on. */
export const relateParties = async (tx: Tx, order: Order, { actor, now }: Doing): Promise<void> => {
  const parties = [order.siteOrg, ...(order.gpOrg === null ? [] : [order.gpOrg])];
  for (const organisationId of parties)
    await relate(tx, {
      ...{ personId: order.personId, organisationId, kind: 'care-team', ground: 'treatment' },
      ...{ actor: actor.id, now },
    });
};

const dayOf = ({ during }: PlacedVisit): string | null =>
  during === null ? null : localDay(during.from, REGION_ZONE);

/** Is this visit as the changed order says? What waits for a moment is planned under the new one anyway. */
const isStillRight = (order: Order, treatment: Treatment, visits: readonly PlacedVisit[]) => {
  const dayBefore = (visit: PlacedVisit): string | null =>
    visits
      .filter(({ number, state }) => number < visit.number && state !== 'cancelled')
      .flatMap((each) => dayOf(each) ?? [])
      .at(-1) ?? null;
  return (visit: PlacedVisit): boolean => {
    const day = dayOf(visit);
    return day === null || stillFits(order, treatment, { day, before: dayBefore(visit) });
  };
};

/** What is planned and still fits stands under the new signature; the rest keeps the old one until somebody looks. */
export const renewPlanned = async (tx: Tx, order: Order, treatment: Treatment): Promise<void> => {
  const visits = (await visitsOf(tx, [order.id])).get(order.id) ?? [];
  const right = visits
    .filter(({ state }) => state === 'to-plan' || state === 'planned')
    .filter(isStillRight(order, treatment, visits));
  await renewVisits(
    tx,
    right.map(({ id }) => id),
    order.signature,
  );
};

/** The specialist signs: from now on the site reads it, knows the person, and gives everybody a moment. */
export const signOrder = async (
  tx: Tx,
  act: { readonly id: string; readonly version: number; readonly signedBy: string },
  doing: Doing,
): OrderResult => {
  const found = await openOrder(tx, act, doing);
  if (!found.ok) return found;
  const draft = found.value;
  const unsigned = decideUnsigned(draft);
  if (!unsigned.ok) return unsigned;
  const treatment = await treatmentInUse(tx, draft.treatment);
  if (treatment === null) return refuse({ code: 'treatment-not-signed' });
  // Somebody signs what they read; a treatment that was signed anew since then is read again first.
  if (treatment.version !== draft.treatmentVersion) return refuse({ code: 'treatment-newer' });
  const decided = decideContent(draft, treatment, todayOf(doing));
  if (!decided.ok) return decided;
  const order: Order = {
    ...draft,
    ...{ state: 'signed', signedAt: doing.now, signedBy: act.signedBy, signature: draft.signature + 1 },
  };
  await updateOrder(tx, order);
  await insertSignature(tx, order);
  await relateParties(tx, order, doing);
  const visits = await makeVisits(tx, order, doing);
  if (!visits.ok) return visits;
  await record(tx, [orderLine(doing, 'order-signed', order, { visits: order.visits })]);
  return ok(order);
};

/** Nothing is given any more: what was planned is cancelled and its chairs are free in the same moment. Who sits there now, stays on the list of the day. */
export const stopOrder = async (
  tx: Tx,
  act: { readonly id: string; readonly reason: string },
  doing: Doing,
): OrderResult => {
  const found = await openOrder(tx, act, doing);
  if (!found.ok) return found;
  const running = decideSigned(found.value);
  if (!running.ok) return running;
  const visits = await lockVisits(tx, act.id);
  const toCome = visits.filter(({ state }) => state === 'to-plan' || state === 'planned');
  await takeBack(tx, toCome, 'De specialist stopte het voorschrift.', doing);
  const order: Order = { ...found.value, state: 'stopped', endedAt: doing.now, stopReason: act.reason };
  await updateOrder(tx, order);
  const underWay = visits.filter(({ state }) => state === 'arrived').map(({ id }) => id);
  await record(tx, [
    orderLine(doing, 'order-stopped', order, { cancelled: toCome.map(({ id }) => id), underWay }),
  ]);
  return ok(order);
};

/** When the medicine for a visit is ready; the hospital that orders it and the site that gets it may say so. */
export const tellDrug = async (
  tx: Tx,
  act: { readonly id: string; readonly visitId: string; readonly readyAt: Instant | null },
  doing: Doing,
): OrderResult => {
  const order = await orderById(tx, act.id);
  const { organisationId } = doing.actor;
  if (order === null || ![order.hospitalOrg, order.siteOrg].includes(organisationId))
    return refuse({ code: 'order-unknown' });
  const running = decideSigned(order);
  if (!running.ok) return running;
  const visit = (await lockVisits(tx, act.id)).find(({ id }) => id === act.visitId);
  if (visit === undefined) return refuse({ code: 'visit-unknown' });
  if (!['to-plan', 'planned', 'arrived'].includes(visit.state)) return refuse({ code: 'visit-over' });
  await setDrugReady(tx, visit.id, act.readyAt);
  await record(tx, [orderLine(doing, 'drug-told', order, { visitId: visit.id })]);
  return ok(order);
};
