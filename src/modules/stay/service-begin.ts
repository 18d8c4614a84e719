import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { claimById, type Doing } from '#modules/capacity/index.ts';
import type { Destination } from '#modules/capacity/types.ts';
import { admittedOn, requestCodeOf } from '#modules/placement/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { lastDayOf } from './decide/days.ts';
import { stayLine } from './doing.ts';
import { pathwayNow } from './pathways.ts';
import { closeStay } from './service-ending.ts';
import { passOnLeaving } from './service-handover-receive.ts';
import { keepWithin } from './service-length.ts';
import { planStay } from './service-planning.ts';
import { keepPractice, practiceOf } from './service-practice.ts';
import { beginReturn, planContacts } from './service-return.ts';
import { insertCourse, insertStay, insertWish, lockStay, stayOfClaim, updateStay } from './store.ts';
import type { Stay } from './types.ts';

/** Somebody arrived on a request: their stay begins. Hearing it twice changes nothing. */
export const beginStay = async (tx: Tx, requestId: string, doing: Doing): Promise<void> => {
  const admitted = await admittedOn(tx, requestId);
  const claim = admitted?.offer.claimId ? await claimById(tx, admitted.offer.claimId) : null;
  if (admitted === null || claim === null || claim.arrivedAt === null) return;
  const { request, offer, remarks } = admitted;
  const site = doing.region.sites.find(({ id }) => id === offer.siteId);
  if (site === undefined) throw new Error(`site ${offer.siteId} is not in the region`);
  const stay: Stay = {
    id: newId(),
    requestId,
    personId: offer.personId,
    organisationId: offer.organisationId,
    unitId: offer.unitId,
    claimId: claim.id,
    referrerOrg: request.referrerOrg,
    gpOrg: await practiceOf(tx, request, doing),
    zone: site.zone,
    arrivedAt: claim.arrivedAt,
    arrivedDay: localDay(claim.arrivedAt, site.zone),
    readyDay: null,
    wlzDecision: false,
    wlzSince: null,
    endedAt: null,
    destination: null,
    version: 1,
  };
  if (!(await insertStay(tx, stay))) return;
  await keepPractice(tx, stay, doing);
  const pathway = await pathwayNow(tx, claim.product);
  const course = {
    fromDay: stay.arrivedDay,
    product: claim.product,
    pathwayVersion: pathway.version,
    at: doing.now,
  };
  await insertCourse(tx, stay.id, course, doing.actor.id);
  await planStay(tx, stay, pathway);
  await beginReturn(tx, stay, doing);
  if (pathway.answers && remarks.trim() !== '')
    await insertWish(tx, stay.id, {
      ...{ id: newId(), kind: 'question', text: remarks.trim().slice(0, 500) },
      ...{ at: doing.now, actor: doing.actor.id },
    });
  await record(tx, [stayLine(doing, 'began', stay, { product: claim.product })]);
  // Nine days are nine days; an earlier word of the ward about the end stays.
  await keepWithin(tx, stay, { pathway, lastDay: lastDayOf(pathway, stay.arrivedDay) }, doing);
};

/** Somebody lies in another bed of the house: the stay goes with them. */
export const followMove = async (
  tx: Tx,
  moved: { readonly claimId: string; readonly to: string; readonly unitId: string },
  doing: Doing,
): Promise<void> => {
  const found = await stayOfClaim(tx, moved.claimId);
  const stay = found === null ? null : await lockStay(tx, found.id);
  if (stay === null || stay.claimId !== moved.claimId) return;
  const there = { ...stay, claimId: moved.to, unitId: moved.unitId };
  await updateStay(tx, there);
  await record(tx, [stayLine(doing, 'moved', there)]);
};

/** Somebody left: the stay is over, at the moment of leaving. */
export const followEnd = async (
  tx: Tx,
  left: { readonly claimId: string; readonly at: Instant; readonly destination: Destination },
  doing: Doing,
): Promise<void> => {
  const found = await stayOfClaim(tx, left.claimId);
  const stay = found === null ? null : await lockStay(tx, found.id);
  if (stay === null || stay.endedAt !== null) return;
  const ended = { ...stay, endedAt: Math.max(left.at, stay.arrivedAt), destination: left.destination };
  await updateStay(tx, ended);
  await closeStay(tx, ended, doing);
  await planContacts(tx, ended);
  await passOnLeaving(tx, ended, doing);
  const code = await requestCodeOf(tx, stay.requestId);
  await record(tx, [stayLine(doing, 'ended', ended, { destination: left.destination, code })]);
};
