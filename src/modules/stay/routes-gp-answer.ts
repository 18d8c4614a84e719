import type { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  AnswerAnswer,
  AnswerBoxes,
  AnswerReadBody,
  AnswerSendBody,
  RetriageAnswer,
  RetriageBody,
} from './contract-observation.ts';
import { stayInAddress } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import { readLetter, sendLetter, writeAnswer } from './service-answer.ts';
import { sendRetriage } from './service-retriage.ts';
import { stayById, stayReads } from './store.ts';
import { viewAnswer } from './view-answer.ts';

const seen = ['profile', 'stay', 'reason-and-care', 'letter'] as const;
const writing = { tag, policy: may.keep, params: ById, answer: AnswerAnswer, versioned: true } as const;

type Answered = Result<AnswerAnswer, Refusal>;

/** The answer is for who treats: for everybody else the stay is not there. */
const answer = async (tx: Tx, id: string, doing: Doing): Promise<Answered> => {
  const stay = await stayById(tx, id);
  if (stay === null || !(await stayReads(tx, id))) return refuse({ code: 'stay-unknown' });
  const view = await viewAnswer(tx, stay, doing);
  return ok({ answer: view, version: view.version });
};

const after = async (tx: Tx, id: string, done: Result<null, Refusal>, doing: Doing): Promise<Answered> =>
  done.ok ? answer(tx, id, doing) : done;

const letterRoutes = (door: Door, parts: StayParts): void => {
  read<ById, unknown, AnswerAnswer>(door, {
    url: '/api/v1/stays/:id/answer',
    tag,
    summary: 'The answer back to the GP: the draft of the house, or what was sent',
    policy: may.treat,
    params: ById,
    answer: AnswerAnswer,
    looks: stayInAddress('read', seen),
    run: async (ask) => answer(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
  command<ById, AnswerBoxes, AnswerAnswer>(door, {
    ...writing,
    method: 'PUT',
    url: '/api/v1/stays/:id/answer',
    summary: 'Writes in the draft of the answer; If-Match "0" begins a new letter',
    body: AnswerBoxes,
    looks: stayInAddress('change', seen),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const draft = { stayId: act.params.id, version: act.version };
      const done = await writeAnswer(act.tx, draft, act.body, act.actor.name, doing);
      return after(act.tx, act.params.id, done, doing);
    },
  });
  command<ById, z.infer<typeof AnswerSendBody>, AnswerAnswer>(door, {
    ...writing,
    url: '/api/v1/stays/:id/answer/send',
    summary: 'Sends the answer to the GP; what is missing only on purpose, and a reason never unseen',
    body: AnswerSendBody,
    looks: stayInAddress('change', seen),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const draft = { stayId: act.params.id, version: act.version };
      const done = await sendLetter(act.tx, draft, act.body, act.actor.name, doing);
      return after(act.tx, act.params.id, done, doing);
    },
  });
  command<ById, z.infer<typeof AnswerReadBody>, AnswerAnswer>(door, {
    url: '/api/v1/stays/:id/answer/read',
    tag,
    summary: 'The GP has read the answer',
    policy: may.readAnswer,
    params: ById,
    body: AnswerReadBody,
    answer: AnswerAnswer,
    looks: stayInAddress('read', seen),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      return after(
        act.tx,
        act.params.id,
        await readLetter(act.tx, act.params.id, act.body.number, doing),
        doing,
      );
    },
  });
};

/** Adds the routes of the answer to the GP, and of the way on when home is not possible. */
export const gpAnswerRoutes = (door: Door, parts: StayParts): void => {
  letterRoutes(door, parts);
  command<ById, z.infer<typeof RetriageBody>, RetriageAnswer>(door, {
    url: '/api/v1/stays/:id/retriage',
    tag,
    summary: 'Home is not possible: asks for a place for longer, with everything already filled in',
    policy: may.keep,
    params: ById,
    body: RetriageBody,
    answer: RetriageAnswer,
    looks: stayInAddress('add', seen),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { wantedFrom, remarks = null, wish = null, ...wanted } = act.body;
      const from = wantedFrom === undefined ? act.now : instantFromIso(wantedFrom);
      const asked = { ...wanted, wantedFrom: from, remarks, wish };
      const sent = await sendRetriage(act.tx, act.params.id, asked, parts.nextPlaces, doing);
      return sent.ok ? ok({ requestId: sent.value }) : sent;
    },
  });
};
