import { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door } from '#platform/http/route.ts';
import { StayAnswer } from './contract.ts';
import {
  ExtensionBody,
  MeetingBody,
  MeetingCancelBody,
  MeetingHoldBody,
  StayEndAnswer,
  StayEndBody,
} from './contract-acts.ts';
import { oneStay } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { answered, type StayParts, tag } from './routes-answer.ts';
import { changeEnd, extendStay } from './service-length.ts';
import { cancelMeeting, holdMeeting, moveMeeting, planMeeting } from './service-meeting.ts';

const ByMeeting = z.object({ id: Id, meeting: Id });
type ByMeeting = z.infer<typeof ByMeeting>;

/** What every command about the length and its talks shares. */
const kept = { tag, policy: may.keep, looks: oneStay('change') } as const;
const onMeeting = { ...kept, versioned: true, params: ByMeeting } as const;

const isoOrNull = (iso: string | null): number | null => (iso === null ? null : instantFromIso(iso));

/** The stay as it stands, and how many plans behind it lost their bed. */
const afterMove = async (
  tx: Tx,
  id: string,
  moved: Result<{ readonly displaced: number }, Refusal>,
  doing: Doing,
): Promise<Result<StayEndAnswer, Refusal>> => {
  if (!moved.ok) return moved;
  const answer = await answered(tx, id, doing);
  return answer.ok ? ok({ ...answer.value, displaced: moved.value.displaced }) : answer;
};

const endRoutes = (door: Door, parts: StayParts): void => {
  command<ById, StayEndBody, StayEndAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/expected-end',
    summary: 'When somebody is expected to leave; If-Match is the version of the claim on the bed',
    versioned: true,
    params: ById,
    body: StayEndBody,
    answer: StayEndAnswer,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const end = { until: instantFromIso(body.until), latest: isoOrNull(body.latest) };
      return afterMove(tx, id, await changeEnd(tx, { stayId: id, version, ...end }, doing), doing);
    },
  });
  command<ById, ExtensionBody, StayEndAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/extension',
    summary: 'Longer than the pathway allows, because a doctor decided so',
    policy: may.decide,
    params: ById,
    body: ExtensionBody,
    answer: StayEndAnswer,
    run: async ({ tx, params: { id }, body: extension, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return afterMove(tx, id, await extendStay(tx, { stayId: id, extension }, doing), doing);
    },
  });
};

const talkRoutes = (door: Door, parts: StayParts): void => {
  const after = async (tx: Tx, id: string, done: Result<unknown, Refusal>, doing: Doing) =>
    done.ok ? answered(tx, id, doing) : done;
  command<ById, MeetingBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/meetings',
    summary: 'Plans one more talk',
    params: ById,
    body: MeetingBody,
    answer: StayAnswer,
    run: async ({ tx, params: { id }, body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const plannedAt = instantFromIso(body.plannedAt);
      return after(tx, id, await planMeeting(tx, { stayId: id, plannedAt }, doing), doing);
    },
  });
  command<ByMeeting, MeetingHoldBody, StayEndAnswer>(door, {
    ...onMeeting,
    url: '/api/v1/stays/:id/meetings/:meeting/hold',
    summary: 'The talk was held; the agreed day of leaving is the expected end',
    body: MeetingHoldBody,
    answer: StayEndAnswer,
    run: async ({ tx, params: { id, meeting: meetingId }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const { at: said, ...outcome } = body;
      const at = said === undefined ? doing.now : instantFromIso(said);
      const held = { stayId: id, meetingId, version, at, outcome, byName: who.actor.name };
      return afterMove(tx, id, await holdMeeting(tx, held, doing), doing);
    },
  });
  command<ByMeeting, MeetingBody, StayAnswer>(door, {
    ...onMeeting,
    url: '/api/v1/stays/:id/meetings/:meeting/plan',
    summary: 'The talk is at another moment',
    body: MeetingBody,
    answer: StayAnswer,
    run: async ({ tx, params: { id, meeting: meetingId }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: id, meetingId, version, plannedAt: instantFromIso(body.plannedAt) };
      return after(tx, id, await moveMeeting(tx, act, doing), doing);
    },
  });
  command<ByMeeting, MeetingCancelBody, StayAnswer>(door, {
    ...onMeeting,
    url: '/api/v1/stays/:id/meetings/:meeting/cancel',
    summary: 'The talk does not take place',
    body: MeetingCancelBody,
    answer: StayAnswer,
    run: async ({ tx, params: { id, meeting: meetingId }, body: { reason }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: id, meetingId, version, reason };
      return after(tx, id, await cancelMeeting(tx, act, doing), doing);
    },
  });
};

/** Adds the routes of how long somebody stays: the expected end, decisions, and the talks in which it is agreed. */
export const lengthRoutes = (door: Door, parts: StayParts): void => {
  endRoutes(door, parts);
  talkRoutes(door, parts);
};
