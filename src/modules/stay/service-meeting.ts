import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { decideCancelled, decideHeld, decidePlanned, type Outcome } from './decide/meeting.ts';
import { stayLine } from './doing.ts';
import { expectLeaving, type Moved } from './service-length.ts';
import { openRunningStay, type StayResult } from './service-open.ts';
import { insertMeeting } from './store.ts';
import { meetingOf, updateMeeting } from './store-meeting.ts';
import type { Stay } from './types.ts';
import type { Meeting } from './types-parts.ts';

/** Which talk about which stay, as it was read. */
export interface OneMeeting {
  readonly stayId: string;
  readonly meetingId: string;
  readonly version: number;
}

/** One more talk. */
export const planMeeting = async (
  tx: Tx,
  act: { readonly stayId: string; readonly plannedAt: Instant },
  doing: Doing,
): StayResult => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  if (act.plannedAt <= doing.now) return refuse({ code: 'talk-in-past' });
  const id = newId();
  await insertMeeting(tx, act.stayId, { id, kind: 'extra', plannedAt: act.plannedAt });
  await record(tx, [stayLine(doing, 'talk-planned', found.value, { meetingId: id, at: act.plannedAt })]);
  return found;
};

const onMeeting = async (
  tx: Tx,
  act: OneMeeting,
  doing: Doing,
  event: string,
  decide: (meeting: Meeting, stay: Stay) => Result<Meeting, Refusal>,
): StayResult => {
  const found = await openRunningStay(tx, act.stayId, doing);
  if (!found.ok) return found;
  const stay = found.value;
  const meeting = await meetingOf(tx, stay.id, act.meetingId);
  if (meeting === null) return refuse({ code: 'talk-unknown' });
  if (meeting.version !== act.version) return refuse({ code: 'version-stale' });
  const decided = decide(meeting, stay);
  if (!decided.ok) return decided;
  await updateMeeting(tx, decided.value);
  const { id, kind, departureDay } = decided.value;
  await record(tx, [stayLine(doing, event, stay, { meetingId: id, kind, departureDay })]);
  return found;
};

/** The talk was held. The day on which somebody leaves, when they agreed on one, is from now on the expected end. */
export const holdMeeting = async (
  tx: Tx,
  act: OneMeeting & { readonly at: Instant; readonly byName: string; readonly outcome: Outcome },
  doing: Doing,
): Moved => {
  const { at, byName, outcome } = act;
  const held = await onMeeting(tx, act, doing, 'talk-held', (meeting, { zone }) =>
    decideHeld(meeting, outcome, { at, now: doing.now, zone, byName }),
  );
  if (!held.ok) return held;
  return outcome.departureDay === null
    ? ok({ displaced: 0 })
    : expectLeaving(tx, held.value, outcome.departureDay, doing);
};

/** The talk is at another moment. */
export const moveMeeting = (
  tx: Tx,
  act: OneMeeting & { readonly plannedAt: Instant },
  doing: Doing,
): StayResult =>
  onMeeting(tx, act, doing, 'talk-planned', (meeting) => decidePlanned(meeting, act.plannedAt, doing.now));

/** The talk does not take place. */
export const cancelMeeting = (
  tx: Tx,
  act: OneMeeting & { readonly reason: string },
  doing: Doing,
): StayResult =>
  onMeeting(tx, act, doing, 'talk-cancelled', (meeting) => decideCancelled(meeting, act.reason));
