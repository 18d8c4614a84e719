import { z } from 'zod';
import { instantFromIso, localDay } from '#kernel/calendar.ts';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  MedicationBody,
  ObservationAnswer,
  ObservationBody,
  ObservationPage,
  ReasonBody,
  SkipBody,
  TaskBody,
  WithdrawBody,
} from './contract-observation.ts';
import { stayInAddress } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import {
  actOnTask,
  changeMedicine,
  giveReason,
  observe,
  planTask,
  type TaskAct,
  takeBack,
} from './service-observation.ts';
import { stayById, stayReads } from './store.ts';
import { FIRST_PAGE, type Page, viewObservation } from './view-observation.ts';

const Nothing = z.strictObject({});
type Nothing = z.infer<typeof Nothing>;

const ByObservation = z.object({ id: Id, observation: Id });
const ByTask = z.object({ id: Id, task: Id });
const ByChange = z.object({ id: Id, change: Id });
type ByTask = z.infer<typeof ByTask>;

const seen = ['profile', 'stay', 'reason-and-care'] as const;
const changing = {
  tag,
  policy: may.keep,
  answer: ObservationAnswer,
  looks: stayInAddress('change', seen),
} as const;
const adding = { ...changing, looks: stayInAddress('add', seen) } as const;

type Observed = Result<ObservationAnswer, Refusal>;

/** What was seen is for who treats: for everybody else the stay is not there. */
const observed = async (tx: Tx, id: string, page: Page, doing: Doing): Promise<Observed> => {
  const stay = await stayById(tx, id);
  if (stay === null || !(await stayReads(tx, id))) return refuse({ code: 'stay-unknown' });
  return ok({ observation: await viewObservation(tx, stay, page, doing) });
};

const after = async (tx: Tx, id: string, done: Result<null, Refusal>, doing: Doing): Promise<Observed> =>
  done.ok ? observed(tx, id, FIRST_PAGE, doing) : done;

const seenRoutes = (door: Door, parts: StayParts): void => {
  read<ById, z.infer<typeof ObservationPage>, ObservationAnswer>(door, {
    url: '/api/v1/stays/:id/observations',
    tag,
    summary: 'What was seen: the day plan, the strip, medicines, and the newest observations',
    policy: may.treat,
    params: ById,
    query: ObservationPage,
    answer: ObservationAnswer,
    looks: stayInAddress('read', seen),
    run: async (ask) => observed(ask.tx, ask.params.id, ask.query, await doingOf(parts, ask)),
  });
  command<ById, z.infer<typeof ObservationBody>, ObservationAnswer>(door, {
    ...adding,
    url: '/api/v1/stays/:id/observations',
    summary: 'Writes down what was seen, now or earlier in the stay',
    params: ById,
    body: ObservationBody,
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { at, name = act.actor.name, ...told } = act.body;
      const moment = at === undefined ? act.now : instantFromIso(at);
      const done = await observe(act.tx, act.params.id, { ...told, name, at: moment }, doing);
      return after(act.tx, act.params.id, done, doing);
    },
  });
  command<z.infer<typeof ByObservation>, z.infer<typeof WithdrawBody>, ObservationAnswer>(door, {
    ...changing,
    url: '/api/v1/stays/:id/observations/:observation/withdraw',
    summary: 'Takes an observation back, with a reason; it stays readable and counts in nothing',
    params: ByObservation,
    body: WithdrawBody,
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const which = { stayId: act.params.id, observationId: act.params.observation };
      return after(act.tx, act.params.id, await takeBack(act.tx, which, act.body.reason, doing), doing);
    },
  });
};

const taskRoutes = (door: Door, parts: StayParts): void => {
  command<ById, z.infer<typeof TaskBody>, ObservationAnswer>(door, {
    ...adding,
    url: '/api/v1/stays/:id/tasks',
    summary: 'Adds a line to the day plan',
    params: ById,
    body: TaskBody,
    run: async (act) => {
      const doing = await doingOf(parts, act);
      return after(act.tx, act.params.id, await planTask(act.tx, act.params.id, act.body, doing), doing);
    },
  });
  const acting = <B>(
    name: string,
    summary: string,
    body: z.ZodType<B>,
    said: (body: B, by: string) => TaskAct,
  ): void =>
    command<ByTask, B, ObservationAnswer>(door, {
      ...changing,
      url: `/api/v1/stays/:id/tasks/:task/${name}`,
      summary,
      params: ByTask,
      body,
      versioned: true,
      run: async (act) => {
        const doing = await doingOf(parts, act);
        const which = { stayId: act.params.id, taskId: act.params.task, version: act.version };
        const done = await actOnTask(act.tx, which, said(act.body, act.actor.name), doing);
        return after(act.tx, act.params.id, done, doing);
      },
    });
  acting<Nothing>('done', 'A line of the day plan is done', Nothing, (_, by) => ({ act: 'done', by }));
  acting<Nothing>('undone', 'A line of the day plan is open again', Nothing, () => ({ act: 'undone' }));
  acting('skip', 'A line of the day plan is not needed, and why', SkipBody, ({ reason }) => ({
    act: 'skipped',
    reason,
  }));
};

const medicationRoutes = (door: Door, parts: StayParts): void => {
  command<ById, z.infer<typeof MedicationBody>, ObservationAnswer>(door, {
    ...adding,
    url: '/api/v1/stays/:id/medication',
    summary: 'Writes down a change in the medicines; why may follow',
    params: ById,
    body: MedicationBody,
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const stay = await stayById(act.tx, act.params.id);
      if (stay === null) return refuse({ code: 'stay-unknown' });
      const { day = localDay(act.now, stay.zone), byName = act.actor.name, ...told } = act.body;
      return after(
        act.tx,
        stay.id,
        await changeMedicine(act.tx, stay.id, { ...told, day, byName }, doing),
        doing,
      );
    },
  });
  command<z.infer<typeof ByChange>, z.infer<typeof ReasonBody>, ObservationAnswer>(door, {
    ...changing,
    url: '/api/v1/stays/:id/medication/:change/reason',
    summary: 'Says why a medicine was changed',
    params: ByChange,
    body: ReasonBody,
    versioned: true,
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const which = { stayId: act.params.id, changeId: act.params.change, version: act.version };
      return after(act.tx, act.params.id, await giveReason(act.tx, which, act.body.reason, doing), doing);
    },
  });
};

/** Adds the routes of what was seen: observations, the day plan and medicines. */
export const observationRoutes = (door: Door, parts: StayParts): void => {
  seenRoutes(door, parts);
  taskRoutes(door, parts);
  medicationRoutes(door, parts);
};
