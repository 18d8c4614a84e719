import { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { ById, Problem } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, doingOf } from '#modules/capacity/index.ts';
import type { Growth } from '#planning/rota/growth.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { runApart } from '#platform/apart.ts';
import { readFile } from '#platform/csv/read.ts';
import { LIST_TYPES, takeFiles } from '#platform/csv/route.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor, Policy } from '#platform/http/actor.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import {
  type GrowthAnswer,
  GrowthAnswer as GrowthAnswerShape,
  GrowthBody,
  MoveAnswer,
} from './contract-growth.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { type GrowthQuestion, readGrowth } from './service-growth.ts';
import { LIST_COLUMNS, sortList } from './service-list.ts';
import { roomOf } from './store-room.ts';

const WORKER = new URL('./growth-worker.ts', import.meta.url);
/** Two years of a large region with several replications; what takes longer is not waited for. */
const LONGEST_MS = 60_000;

/** How both routes stand in the API: they keep nothing, so they are not commands and have no key. */
const shapeOf = (summary: string, policy: Policy, body: z.ZodType, answer: z.ZodType) => ({
  ...{ summary, tags: [tag], description: `${policy.name}: ${policy.why}`, body },
  response: { 200: answer, '4xx': Problem, '5xx': Problem },
});

/** Reads in the name of who asks, and lets the database go before anything long begins. */
const asking =
  (door: Door, parts: DayTreatmentParts, actor: Actor) =>
  async <T>(run: (tx: Tx, doing: Doing) => Promise<T>): Promise<T> =>
    door.database.transaction({ actor: actor.id, organisationId: actor.organisationId }, async (tx) =>
      run(tx, await doingOf(parts, { tx, actor, now: door.clock.now() })),
    );

const questionOf = async (
  tx: Tx,
  unitId: string,
  body: GrowthBody,
  doing: Doing,
): Promise<Result<GrowthQuestion, Refusal>> => {
  const room = await roomOf(tx, unitId);
  if (room === null) return refuse({ code: 'day-room-unknown' });
  return room.organisationId === doing.actor.organisationId
    ? readGrowth(tx, body, doing)
    : refuse({ code: 'other-unit' });
};

/** One at a time in this process: whoever else asks hears so, and the server goes on. */
const reckoner = () => {
  let busy = false;
  return async (
    { today, turned, assumed }: GrowthQuestion,
    asOf: string,
  ): Promise<Result<GrowthAnswer, Refusal>> => {
    if (busy) return refuse({ code: 'growth-busy' });
    busy = true;
    const done = await runApart<{ readonly today: Growth; readonly turned: Growth }>(
      WORKER,
      { today, turned },
      LONGEST_MS,
    );
    busy = false;
    return done.kind === 'done' ? ok({ ...done.value, assumed, asOf }) : refuse({ code: 'growth-too-long' });
  };
};

const growing = (door: Door, parts: DayTreatmentParts): void => {
  const reckon = reckoner();
  door.app.route({
    method: 'POST',
    url: '/api/v1/day-rooms/:id/growth',
    config: { policy: may.grow, looks: nobody },
    schema: {
      ...shapeOf(
        'A year with more or fewer half-days, rooms, chairs or nurses, beside a year of today; nothing is kept',
        may.grow,
        GrowthBody,
        GrowthAnswerShape,
      ),
      params: ById,
    },
    handler: async (request, reply) => {
      const actor = admitted(request, may.grow);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const ask = asking(door, parts, actor.value);
      const { id } = request.params as ById;
      const question = await ask((tx, doing) => questionOf(tx, id, request.body as GrowthBody, doing));
      if (!question.ok) return reply.refuse(question.refusal);
      const answer = await reckon(question.value, isoFromInstant(door.clock.now()));
      return answer.ok ? reply.send(answer.value) : reply.refuse(answer.refusal);
    },
  });
};

const sorting = (door: Door, parts: DayTreatmentParts): void => {
  takeFiles(door);
  const file = z
    .any()
    .meta({ description: 'Het bestand: UTF-8 of een werkmap, hooguit 5 MB en 20.000 rijen.' });
  door.app.route({
    method: 'POST',
    url: '/api/v1/day-treatment/list',
    config: { policy: may.sortList, looks: nobody },
    schema: {
      ...shapeOf(
        'Who of a list of day care could be treated near home; nothing is kept',
        may.sortList,
        file,
        MoveAnswer,
      ),
      consumes: LIST_TYPES,
    },
    handler: async (request, reply) => {
      const actor = admitted(request, may.sortList);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const table = await readFile(request.body as Uint8Array, LIST_COLUMNS);
      if (!table.ok) return reply.refuse(table.refusal);
      return reply.send(
        await asking(door, parts, actor.value)((tx, doing) => sortList(tx, table.value, doing)),
      );
    },
  });
};

/** Adds the routes of growth, and of who of a hospital's list could come. */
export const growthRoutes = (door: Door, parts: DayTreatmentParts): void => {
  growing(door, parts);
  sorting(door, parts);
};
