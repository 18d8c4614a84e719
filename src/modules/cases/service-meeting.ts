import { instantFromIso } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { LineActionBody, MeetingBody, MeetingCancelBody, TypeBody } from './contract-meeting.ts';
import { decidePart, type Standing } from './decide/case.ts';
import { decideBecome, decideMeeting, decideNote } from './decide/meeting.ts';
import { typeLine } from './decide/note.ts';
import type { Doing } from './doing.ts';
import { openStanding, tellRound } from './service-case.ts';
import { agreeOn } from './service-plan.ts';
import {
  cancelMeetingRow,
  insertMeeting,
  keepAct,
  keptIn,
  lineById,
  meetingById,
  putLine,
} from './store-meeting.ts';
import type { CaseCode } from './types-case.ts';
import type { Meeting, MeetingCode, NoteLine } from './types-meeting.ts';

type Refused = Refusal<CaseCode | MeetingCode>;
/** What a command on a meeting answers: which meeting. */
export type MeetingResult = Promise<Result<Meeting, Refused>>;
/** Which meeting of which case. */
export interface OneMeeting {
  readonly id: string;
  readonly meeting: string;
}

/** The case under lock, when meetings are open for the acting organisation. */
const openMeetings = async (tx: Tx, id: string, doing: Doing): Promise<Result<Standing, Refused>> => {
  const found = await openStanding(tx, id, doing);
  if (!found.ok) return found;
  const may = decidePart(found.value, 'meetings');
  return may.ok ? found : may;
};

/** One meeting that goes on, with its case under lock. */
const openMeeting = async (
  tx: Tx,
  { id, meeting: meetingId }: OneMeeting,
  doing: Doing,
): Promise<Result<{ standing: Standing; meeting: Meeting }, Refused>> => {
  const found = await openMeetings(tx, id, doing);
  if (!found.ok) return found;
  const meeting = await meetingById(tx, id, meetingId);
  if (meeting === null) return refuse({ code: 'meeting-unknown' });
  const may = decideNote(meeting);
  return may.ok ? ok({ standing: found.value, meeting }) : may;
};

const tell = (
  tx: Tx,
  doing: Doing,
  event: string,
  { standing, meeting }: { standing: Standing; meeting: Meeting },
) => tellRound(tx, doing, event, standing.of, { meeting: meeting.id, part: 'meetings' });

/** Sets a meeting for everybody who may see meetings. */
export const setMeeting = async (
  tx: Tx,
  { id, at, minutes, place }: MeetingBody & { readonly id: string },
  doing: Doing,
): MeetingResult => {
  const found = await openMeetings(tx, id, doing);
  if (!found.ok) return found;
  const may = decideMeeting(instantFromIso(at), doing.now);
  if (!may.ok) return may;
  const meeting = { id: newId(), caseId: id, at: instantFromIso(at), minutes, place, cancelled: null };
  await insertMeeting(tx, meeting, { name: doing.actor.name, now: doing.now });
  await tell(tx, doing, 'meeting-set', { standing: found.value, meeting });
  return ok(meeting);
};

/** It does not go on; what was written stays. */
export const cancelMeeting = async (
  tx: Tx,
  { reason, ...one }: MeetingCancelBody & OneMeeting,
  doing: Doing,
): MeetingResult => {
  const found = await openMeeting(tx, one, doing);
  if (!found.ok) return found;
  await cancelMeetingRow(tx, one.meeting, reason);
  await tell(tx, doing, 'meeting-cancelled', found.value);
  return ok({ ...found.value.meeting, cancelled: reason });
};

/** Takes in what somebody typed: each act once, in whatever order; answers in which line each of them is. */
export const typeLines = async (
  tx: Tx,
  { acts, ...one }: TypeBody & OneMeeting,
  doing: Doing,
): Promise<Result<{ meeting: Meeting; kept: { act: string; line: string }[] }, Refused>> => {
  const found = await openMeeting(tx, one, doing);
  if (!found.ok) return found;
  const { meeting } = found.value;
  const { name, organisationId } = doing.actor;
  const kept: { act: string; line: string }[] = [];
  for (const { line: lineId, ...typed } of acts) {
    const known = await keptIn(tx, meeting.id, typed.id);
    if (known === null) {
      const act = { ...typed, lineId };
      const { kind, line } = typeLine(await lineById(tx, meeting.id, lineId), act, {
        byName: name,
        at: doing.now,
      });
      if (kind !== 'same') await putLine(tx, meeting, line);
      await keepAct(tx, meeting, act, { keptIn: line.id, name, organisationId, now: doing.now });
      kept.push({ act: typed.id, line: line.id });
    } else kept.push({ act: typed.id, line: known });
  }
  await tell(tx, doing, 'note-typed', found.value);
  return ok({ meeting, kept });
};

/** A line that can still become something, with its meeting. */
const openLine = async (
  tx: Tx,
  { line: lineId, ...one }: OneMeeting & { readonly line: string },
  doing: Doing,
) => {
  const found = await openMeeting(tx, one, doing);
  if (!found.ok) return found;
  const line = decideBecome(await lineById(tx, one.meeting, lineId));
  return line.ok ? ok({ ...found.value, line: line.value }) : line;
};

const becomes = async (
  tx: Tx,
  found: { standing: Standing; meeting: Meeting; line: NoteLine },
  change: Pick<NoteLine, 'kind' | 'actionId'>,
  doing: Doing,
): Promise<Meeting> => {
  const { line, meeting } = found;
  await putLine(tx, meeting, { ...line, ...change, version: line.version + 1 });
  await tell(tx, doing, `line-became-${change.kind}`, found);
  return meeting;
};

/** A line becomes a decision. */
export const decideOn = async (
  tx: Tx,
  one: OneMeeting & { readonly line: string },
  doing: Doing,
): MeetingResult => {
  const found = await openLine(tx, one, doing);
  return found.ok ? ok(await becomes(tx, found.value, { kind: 'decision', actionId: null }, doing)) : found;
};

/** A line becomes an action of the plan. */
export const actOn = async (
  tx: Tx,
  { owner, due, ...one }: LineActionBody & OneMeeting & { readonly line: string },
  doing: Doing,
): MeetingResult => {
  const found = await openLine(tx, one, doing);
  if (!found.ok) return found;
  const { standing, line } = found.value;
  const agreed = await agreeOn(tx, standing, { what: line.text.trim().slice(0, 500), owner, due }, doing);
  return agreed.ok
    ? ok(await becomes(tx, found.value, { kind: 'action', actionId: agreed.value }, doing))
    : agreed;
};
