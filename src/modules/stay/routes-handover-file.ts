import { z } from 'zod';
import { ById, Id, Problem } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { sendFile } from '#platform/http/file.ts';
import { admitted, command, type Door } from '#platform/http/route.ts';
import { keepShown, turnAway } from '#platform/http/shown.ts';
import { HandoverAnswer, HandoverFileBody, HandoverNothing } from './contract-handover.ts';
import { oneHandover, openedHandoverFile } from './looks-handover.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import { addHandoverFile, openHandoverFile, takeHandoverFileBack } from './service-handover-file.ts';

/** Five megabytes in base64, with room for what is around them; larger never reaches us. */
const FILE_LIMIT = 8 * 1_048_576;

const OfFile = z.object({ id: Id, file: Id });
type OfFile = z.infer<typeof OfFile>;

type Answered = (
  tx: Tx,
  id: string,
  writer: string,
  doing: Doing,
) => Promise<Result<HandoverAnswer, Refusal>>;

/** Opens one file; the look stands in the log before the bytes go. */
const openRoute = (door: Door): void => {
  const policy = may.handover;
  door.app.route({
    method: 'GET',
    url: '/api/v1/handovers/:id/files/:file',
    schema: {
      summary: 'One file of a handover, for who sends it and who receives it',
      tags: [tag],
      description: `${policy.name}: ${policy.why}`,
      params: OfFile,
      response: { '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      const { id, organisationId } = actor.value;
      const { id: handoverId, file } = request.params as OfFile;
      const asking = { request, actor: actor.value, policy, looks: openedHandoverFile };
      const found = await door.database.transaction({ actor: id, organisationId }, async (tx) => {
        const opened = await openHandoverFile(tx, { handoverId, id: file });
        if (opened.ok) await keepShown(door, asking, opened.value, { tx, handoverId });
        return opened;
      });
      return found.ok
        ? sendFile(reply, found.value)
        : turnAway(door, { request, reply, policy }, found.refusal);
    },
  });
};

/** Adds what goes along with a handover as files. */
export const handoverFileRoutes = (door: Door, parts: StayParts, answered: Answered): void => {
  command<ById, HandoverFileBody, HandoverAnswer>(door, {
    url: '/api/v1/handovers/:id/files',
    tag,
    summary: 'Sends a file along with a handover',
    policy: may.handover,
    params: ById,
    body: HandoverFileBody,
    answer: HandoverAnswer,
    bodyLimit: FILE_LIMIT,
    looks: oneHandover('add'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const done = await addHandoverFile(act.tx, { handoverId: act.params.id, ...act.body }, doing);
      return done.ok ? answered(act.tx, act.params.id, act.actor.name, doing) : done;
    },
  });
  openRoute(door);
  command<OfFile, unknown, HandoverAnswer>(door, {
    url: '/api/v1/handovers/:id/files/:file/remove',
    tag,
    summary: 'Takes an own file of a handover back',
    policy: may.handover,
    params: OfFile,
    body: HandoverNothing,
    answer: HandoverAnswer,
    looks: oneHandover('remove'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { id: handoverId, file } = act.params;
      const done = await takeHandoverFileBack(act.tx, { handoverId, id: file }, doing);
      return done.ok ? answered(act.tx, handoverId, act.actor.name, doing) : done;
    },
  });
};
