import { z } from 'zod';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  InvitationAnswer,
  LineActionBody,
  MeetingAnswer,
  MeetingBody,
  MeetingCancelBody,
  MeetingList,
  TypeBody,
  TypedAnswer,
} from './contract-meeting.ts';
import { type CasesParts, type Doing, doingOf, tag } from './doing.ts';
import { inMeeting } from './looks.ts';
import { casesPolicies as may } from './policy.ts';
import { actOn, cancelMeeting, decideOn, setMeeting, typeLines } from './service-meeting.ts';
import type { Meeting } from './types-meeting.ts';
import { viewInvitation, viewMeeting, viewMeetings } from './view-meeting.ts';

const ByMeeting = ById.extend({ meeting: Id });
type ByMeeting = z.infer<typeof ByMeeting>;
const ByLine = ByMeeting.extend({ line: Id });
type ByLine = z.infer<typeof ByLine>;
const ROOT = '/api/v1/cases/:id/meetings';

const readingRoutes = (door: Door, parts: CasesParts): void => {
  read<ById, unknown, MeetingList>(door, {
    url: ROOT,
    ...{ tag, policy: may.seeCases, params: ById, answer: MeetingList, looks: inMeeting('list') },
    summary: 'The meetings of a case, for who may see meetings',
    run: async (ask) => viewMeetings(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
  read<ByMeeting, unknown, MeetingAnswer>(door, {
    url: `${ROOT}/:meeting`,
    ...{ tag, policy: may.seeCases, params: ByMeeting, answer: MeetingAnswer, looks: inMeeting('read') },
    summary: 'One meeting with its note; the agenda is what the plan still asks',
    run: async (ask) => viewMeeting(ask.tx, ask.params, await doingOf(parts, ask)),
  });
  read<ByMeeting, unknown, InvitationAnswer>(door, {
    url: `${ROOT}/:meeting/invitation`,
    ...{ tag, policy: may.seeCases, params: ByMeeting, answer: InvitationAnswer, looks: inMeeting('read') },
    summary: 'The invitation as a calendar file: when, where, and the code of the case',
    run: async (ask) => viewInvitation(ask.tx, ask.params, await doingOf(parts, ask)),
  });
};

/** Adds the routes of case meetings. */
export const meetingRoutes = (door: Door, parts: CasesParts): void => {
  readingRoutes(door, parts);
  /** A command on a meeting that answers it as it stands afterwards. */
  const act = <P extends { id: string }, B>(
    spec: {
      readonly url: string;
      readonly summary: string;
      readonly params: z.ZodObject;
      readonly body: z.ZodType<B>;
    },
    run: (tx: Tx, asked: P & B, doing: Doing) => Promise<Result<Meeting, Refusal>>,
  ): void =>
    command<P, B, MeetingAnswer>(door, {
      ...{ ...spec, url: `${ROOT}${spec.url}`, tag, policy: may.work },
      answer: MeetingAnswer,
      looks: inMeeting('change'),
      run: async (asked) => {
        const doing = await doingOf(parts, asked);
        const { id } = asked.params;
        const done = await run(asked.tx, { ...asked.params, ...asked.body }, doing);
        return done.ok ? viewMeeting(asked.tx, { id, meeting: done.value.id }, doing) : done;
      },
    });
  act<ById, MeetingBody>({ url: '', summary: 'Sets a meeting', params: ById, body: MeetingBody }, setMeeting);
  act<ByMeeting, MeetingCancelBody>(
    { url: '/:meeting/cancel', summary: 'It does not go on', params: ByMeeting, body: MeetingCancelBody },
    cancelMeeting,
  );
  act<ByLine, object>(
    {
      url: '/:meeting/lines/:line/decision',
      summary: 'A line becomes a decision',
      params: ByLine,
      body: z.strictObject({}),
    },
    decideOn,
  );
  act<ByLine, LineActionBody>(
    {
      url: '/:meeting/lines/:line/action',
      summary: 'A line becomes an action of the plan',
      params: ByLine,
      body: LineActionBody,
    },
    actOn,
  );
  command<ByMeeting, object, MeetingAnswer>(door, {
    url: `${ROOT}/:meeting/print`,
    ...{ tag, policy: may.work, params: ByMeeting, body: z.strictObject({}), answer: MeetingAnswer },
    summary: 'The note as it goes on paper; that it was printed stands in the log first',
    looks: inMeeting('print'),
    run: async (asked) => viewMeeting(asked.tx, asked.params, await doingOf(parts, asked)),
  });
  command<ByMeeting, TypeBody, TypedAnswer>(door, {
    url: `${ROOT}/:meeting/lines`,
    ...{ tag, policy: may.work, params: ByMeeting, body: TypeBody, answer: TypedAnswer },
    summary: 'Lines as they were typed, by several at once; a line changed by two becomes two lines',
    looks: inMeeting('change'),
    run: async (asked) => {
      const doing = await doingOf(parts, asked);
      const done = await typeLines(asked.tx, { ...asked.params, ...asked.body }, doing);
      if (!done.ok) return done;
      const shown = await viewMeeting(asked.tx, asked.params, doing);
      return shown.ok ? ok({ ...shown.value, kept: done.value.kept }) : shown;
    },
  });
};
