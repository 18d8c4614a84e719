import { isoFromInstant } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { InvitationAnswer, MeetingAnswer, MeetingList } from './contract-meeting.ts';
import { invitationOf } from './decide/meeting.ts';
import type { Doing } from './doing.ts';
import { caseById, helpersOf } from './store-case.ts';
import { linesOf, meetingById, meetingsOf } from './store-meeting.ts';
import { actionsOf } from './store-plan.ts';
import type { CasePart } from './types-case.ts';
import type { Meeting } from './types-meeting.ts';

type Unknown = Refusal<'case-unknown' | 'case-part-shut' | 'meeting-unknown'>;

const briefly = ({ caseId: _, at, ...meeting }: Meeting) => ({ ...meeting, at: isoFromInstant(at) });

/** What is open for the reader, when meetings are. */
const openParts = async (tx: Tx, id: string, doing: Doing): Promise<Result<readonly CasePart[], Unknown>> => {
  if ((await caseById(tx, id)) === null) return refuse({ code: 'case-unknown' });
  const own = (await helpersOf(tx, id)).find(
    ({ organisationId }) => organisationId === doing.actor.organisationId,
  );
  return own?.parts.includes('meetings') === true ? ok(own.parts) : refuse({ code: 'case-part-shut' });
};

/** The meetings of a case. */
export const viewMeetings = async (
  tx: Tx,
  id: string,
  doing: Doing,
): Promise<Result<MeetingList, Unknown>> => {
  const parts = await openParts(tx, id, doing);
  return parts.ok ? ok({ caseId: id, meetings: (await meetingsOf(tx, id)).map(briefly) }) : parts;
};

/** One meeting with its note; the agenda is what the plan still asks. */
export const viewMeeting = async (
  tx: Tx,
  { id, meeting: meetingId }: { readonly id: string; readonly meeting: string },
  doing: Doing,
): Promise<Result<MeetingAnswer, Unknown>> => {
  const parts = await openParts(tx, id, doing);
  if (!parts.ok) return parts;
  const meeting = await meetingById(tx, id, meetingId);
  if (meeting === null) return refuse({ code: 'meeting-unknown' });
  const open = (await actionsOf(tx, id)).filter(({ state }) => state === 'open');
  const agenda = open.map(({ id: action, what, due }) => ({ id: action, what, due }));
  const lines = (await linesOf(tx, meetingId)).map(({ actionId: _, byName: by, at, ...line }) => ({
    ...{ ...line, by, at: isoFromInstant(at) },
  }));
  return ok({
    caseId: id,
    meeting: { ...briefly(meeting), ...(parts.value.includes('plan') ? { agenda } : {}), lines },
  });
};

/** The invitation of a meeting as a calendar file: nobody's name, and nothing of what it is about. */
export const viewInvitation = async (
  tx: Tx,
  { id, meeting: meetingId }: { readonly id: string; readonly meeting: string },
  doing: Doing,
): Promise<Result<InvitationAnswer, Unknown>> => {
  const parts = await openParts(tx, id, doing);
  if (!parts.ok) return parts;
  const [of, meeting] = [await caseById(tx, id), await meetingById(tx, id, meetingId)];
  if (of === null || meeting === null) return refuse({ code: 'meeting-unknown' });
  const until = isoFromInstant(meeting.at + meeting.minutes * MINUTE);
  const moments = { from: isoFromInstant(meeting.at), until, now: isoFromInstant(doing.now) };
  return ok({
    caseId: id,
    name: `overleg-${of.code}.ics`,
    calendar: invitationOf({ meeting, code: of.code, ...moments }),
  });
};
