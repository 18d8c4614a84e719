import { type Day, instantOf, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { claimById, type Doing, moveExpectedEnd } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { ExtensionBody, ReadyBody } from './contract-acts.ts';
import { decideEnd, decideExtension, decideReady, lengthOf } from './decide/length.ts';
import { stayLine } from './doing.ts';
import { pathwaysOf } from './pathways.ts';
import { openReadStay, openRunningStay, type StayResult } from './service-open.ts';
import { coursesOf, extensionsOf, insertExtension, lockStay, stayOfClaim, updateStay } from './store.ts';
import type { Course, Extension, Pathway, Stay } from './types.ts';

/** How long a stay may be, by what. */
export interface Length {
  readonly pathway: Pathway;
  readonly courses: readonly Course[];
  readonly extensions: readonly Extension[];
  readonly lastDay: Day;
  readonly extendedUntil: Day | null;
  /** From which day it counts. */
  readonly from: Day;
}

/** When somebody is expected to leave. */
interface End {
  readonly until: Instant;
  readonly latest: Instant | null;
}

/** What an act on the expected end did: how many plans behind it lost their bed. */
export type Moved = Promise<Result<{ readonly displaced: number }, Refusal>>;

/** How long this stay may be now. */
export const lengthOfStay = async (tx: Tx, stay: Pick<Stay, 'id'>): Promise<Length> => {
  const courses = (await coursesOf(tx, [stay.id])).get(stay.id) ?? [];
  const extensions = (await extensionsOf(tx, [stay.id])).get(stay.id) ?? [];
  const course = courses.at(-1);
  if (course === undefined) throw new Error(`stay ${stay.id} has no course`);
  const { product, pathwayVersion: version } = course;
  const pathway = (await pathwaysOf(tx, [{ product, version }]))(product, version);
  return { pathway, courses, extensions, ...lengthOf(pathway, courses, extensions) };
};

/** Moves the expected end of the bed; null as version: whatever it is now, because this is decided about the stay itself. */
const moveEnd = async (tx: Tx, stay: Stay, end: End, version: number | null, doing: Doing): Moved => {
  const claim = await claimById(tx, stay.claimId);
  if (claim === null) return refuse({ code: 'claim-unknown' });
  const { id: claimId } = claim;
  const moved = await moveExpectedEnd(tx, { claimId, version: version ?? claim.version, ...end }, doing);
  return moved.ok ? ok({ displaced: moved.value.displaced.length }) : moved;
};

/** Somebody is expected to leave on this day of the stay, at the hour at which people leave there. */
export const expectLeaving = async (tx: Tx, stay: Stay, day: Day, doing: Doing): Moved => {
  const { lastDay, pathway } = await lengthOfStay(tx, stay);
  const end = { until: instantOf(day, pathway.leaveAt, stay.zone), latest: null };
  const may = decideEnd(lastDay, end, stay.zone);
  return may.ok ? moveEnd(tx, stay, end, null, doing) : may;
};

/** Nobody is expected beyond the last day their care allows. Who is over it already is for a decision, not for us. */
export const keepWithin = async (
  tx: Tx,
  stay: Stay,
  { lastDay, pathway }: Pick<Length, 'lastDay' | 'pathway'>,
  doing: Doing,
): Promise<void> => {
  const claim = await claimById(tx, stay.claimId);
  if (claim === null || claim.leftAt !== null) return;
  const { until: expected } = claim.during;
  if (decideEnd(lastDay, { until: expected, latest: claim.latestEnd }, stay.zone).ok) return;
  const until = Math.min(expected, instantOf(lastDay, pathway.leaveAt, stay.zone));
  if (until <= doing.now) return;
  const moved = await moveEnd(tx, stay, { until, latest: null }, null, doing);
  if (!moved.ok) throw new Error(`the expected end of a stay cannot be kept: ${moved.refusal.code}`);
};

/** The expected end moves, within what the pathway or a decision allows; `version` is that of the claim on the bed. */
export const changeEnd = async (
  tx: Tx,
  act: End & { readonly stayId: string; readonly version: number },
  doing: Doing,
): Moved => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const end = { until: act.until, latest: act.latest };
  const may = decideEnd((await lengthOfStay(tx, stay)).lastDay, end, stay.zone);
  return may.ok ? moveEnd(tx, stay, end, act.version, doing) : may;
};

/**
 * Whether somebody may be expected until then, whichever way it is asked; the answer says why not. Who has no stay, because
 * nobody arrived yet or they came before there were stays, may.
 */
export const mayMoveEnd = async (
  tx: Tx,
  end: End & { readonly claimId: string },
): Promise<Refusal | null> => {
  const known = await stayOfClaim(tx, end.claimId);
  const stay = known === null ? null : await lockStay(tx, known.id);
  if (stay === null || stay.endedAt !== null || stay.claimId !== end.claimId) return null;
  const may = decideEnd((await lengthOfStay(tx, stay)).lastDay, end, stay.zone);
  return may.ok ? null : may.refusal;
};

/** A doctor decides that somebody may stay longer, and why; they are expected until then. */
export const extendStay = async (
  tx: Tx,
  act: { readonly stayId: string; readonly extension: ExtensionBody },
  doing: Doing,
): Moved => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const { lastDay, pathway } = await lengthOfStay(tx, stay);
  const today = localDay(doing.now, stay.zone);
  const may = decideExtension({ lastDay, roles: pathway.roles, today }, act.extension);
  if (!may.ok) return may;
  const extension = { ...act.extension, id: newId(), at: doing.now };
  await insertExtension(tx, stay.id, extension, doing.actor.id);
  const { untilDay, role } = extension;
  await record(tx, [stayLine(doing, 'extended', stay, { untilDay, role })]);
  return expectLeaving(tx, stay, untilDay, doing);
};

/** From which day somebody could go, and whether there is a decision for long-term care. */
export const tellReady = async (
  tx: Tx,
  act: { readonly stayId: string; readonly version: number; readonly ready: ReadyBody },
  doing: Doing,
): StayResult => {
  const found = await openReadStay(tx, act.stayId, act.version, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const { readyDay, wlzDecision, wlzSince } = act.ready;
  const decided = decideReady(stay, { readyDay, wlzDecision, wlzSince }, localDay(doing.now, stay.zone));
  if (!decided.ok) return decided;
  const ready = { ...stay, ...decided.value };
  await updateStay(tx, ready);
  await record(tx, [stayLine(doing, 'ready-told', ready, { ...decided.value })]);
  return ok(ready);
};
