import { z } from 'zod';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { AccessEvent } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  ActionBody,
  CaseAnswer,
  CaseBody,
  CaseEndBody,
  CaseList,
  HelperBody,
  LeftAnswer,
  PartsBody,
  SayBody,
  SettleActionBody,
} from './contract-case.ts';
import { type CasesParts, type Doing, doingOf, tag } from './doing.ts';
import { listedCases, oneCase } from './looks.ts';
import { casesPolicies as may } from './policy.ts';
import { changeParts, endCase, leaveCase, openCase, takeIn } from './service-case.ts';
import { addAction, say, settleAction } from './service-plan.ts';
import { viewCase, viewCases } from './view-case.ts';

const ByHelper = ById.extend({ helper: Id });
const ByAction = ById.extend({ action: Id });
const Nothing = z.strictObject({});

/** One act on a case: where, in words, who may, and what it does; it answers the case as it stands afterwards. */
interface Act<P, B> {
  readonly url: string;
  readonly summary: string;
  readonly policy: Policy;
  readonly params?: z.ZodObject;
  readonly body: z.ZodType<B>;
  readonly event?: AccessEvent;
  readonly method?: 'POST' | 'PUT';
  readonly run: (tx: Tx, asked: { params: P; body: B }, doing: Doing) => Promise<Result<string, Refusal>>;
}

const acting =
  (door: Door, parts: CasesParts) =>
  <P, B>({ url, run, event = 'change', ...act }: Act<P, B>): void =>
    command<P, B, CaseAnswer>(door, {
      ...{ url: `/api/v1/cases${url}`, tag, ...act },
      answer: CaseAnswer,
      looks: oneCase(event),
      run: async (asked) => {
        const doing = await doingOf(parts, asked);
        const done = await run(asked.tx, asked, doing);
        return done.ok ? viewCase(asked.tx, done.value, doing) : done;
      },
    });

const readingRoutes = (door: Door, parts: CasesParts): void => {
  read<unknown, unknown, CaseList>(door, {
    url: '/api/v1/cases',
    tag,
    summary: 'The cases this organisation helps in, on a yes of the person that stands',
    policy: may.seeCases,
    answer: CaseList,
    looks: listedCases,
    run: async (ask) => ok(await viewCases(ask.tx, await doingOf(parts, ask))),
  });
  read<ById, unknown, CaseAnswer>(door, {
    url: '/api/v1/cases/:id',
    tag,
    summary: 'One case, as far as it was opened for the reader; what was not opened is not in the answer',
    policy: may.seeCases,
    params: ById,
    answer: CaseAnswer,
    looks: oneCase('read'),
    run: async (ask) => viewCase(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
};

const leadingRoutes = (act: ReturnType<typeof acting>): void => {
  act<unknown, CaseBody>({
    ...{ url: '', policy: may.lead, body: CaseBody, event: 'add' },
    summary: 'Opens a case, with the question in the words of the person and their yes',
    run: (tx, { body }, doing) => openCase(tx, body, doing),
  });
  act<ById, HelperBody>({
    ...{ url: '/:id/helpers', policy: may.lead, params: ById, body: HelperBody },
    summary: 'Takes an organisation in, on the yes of the person to it',
    run: (tx, { params, body }, doing) => takeIn(tx, { ...params, ...body }, doing),
  });
  act<z.infer<typeof ByHelper>, PartsBody>({
    ...{ url: '/:id/helpers/:helper', method: 'PUT', policy: may.lead, params: ByHelper, body: PartsBody },
    summary: 'What is opened for a helper from now on',
    run: (tx, { params, body }, doing) => changeParts(tx, { ...params, ...body }, doing),
  });
  act<ById, CaseEndBody>({
    ...{ url: '/:id/end', policy: may.lead, params: ById, body: CaseEndBody },
    summary: 'Ends the case, with what was learned',
    run: (tx, { params, body }, doing) => endCase(tx, { ...params, ...body }, doing),
  });
};

const workingRoutes = (act: ReturnType<typeof acting>): void => {
  act<ById, ActionBody>({
    ...{ url: '/:id/actions', policy: may.work, params: ById, body: ActionBody },
    summary: 'Agrees on something: what, who, and by which day',
    run: (tx, { params, body }, doing) => addAction(tx, { ...params, ...body }, doing),
  });
  act<z.infer<typeof ByAction>, SettleActionBody>({
    ...{ url: '/:id/actions/:action/settle', policy: may.work, params: ByAction, body: SettleActionBody },
    summary: 'What came of it: done, or not and why',
    run: (tx, { params, body }, doing) => settleAction(tx, { ...params, ...body }, doing),
  });
  act<ById, SayBody>({
    ...{ url: '/:id/messages', policy: may.work, params: ById, body: SayBody },
    summary: 'Says something to who may read messages',
    run: (tx, { params, body }, doing) => say(tx, { ...params, ...body }, doing),
  });
};

/** Who leaves does not see the case any more: the answer says which it was, and nothing of it. */
const leavingRoute = (door: Door, parts: CasesParts): void =>
  command<z.infer<typeof ByHelper>, object, LeftAnswer>(door, {
    url: '/api/v1/cases/:id/helpers/:helper/leave',
    tag,
    summary: 'An organisation leaves, by itself or because the person wants that',
    policy: may.work,
    params: ByHelper,
    body: Nothing,
    answer: LeftAnswer,
    looks: ({ left }) => [
      { event: 'change', objectType: 'case', objectId: left, categories: [], ground: 'consent' },
    ],
    run: async (act) => {
      const done = await leaveCase(act.tx, act.params, await doingOf(parts, act));
      return done.ok ? ok({ left: done.value }) : done;
    },
  });

/** Adds the routes of a shared case. */
export const caseRoutes = (door: Door, parts: CasesParts): void => {
  readingRoutes(door, parts);
  leadingRoutes(acting(door, parts));
  workingRoutes(acting(door, parts));
  leavingRoute(door, parts);
};
