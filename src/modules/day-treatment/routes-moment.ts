import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ById, Problem } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { answeredToVisitor } from '#modules/people/index.ts';
import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  Called,
  CalledBody,
  MomentAnswerBody,
  MomentLink,
  MomentOpenBody,
  MomentView,
  ReachBody,
  ReachView,
} from './contract-told.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { answerMoment, type Coming, calledAbout, linkOf, openMoment } from './service-moment.ts';
import { reachOf } from './service-telling.ts';
import { orderById } from './store-order.ts';
import { putReach } from './store-telling.ts';

const seen =
  (event: AccessEvent, objectType: 'order' | 'visit') =>
  (_answer: unknown, { params: { id } }: { readonly params: ById }): readonly Look[] => [
    { event, objectType, objectId: id, categories: ['name-and-contact'] },
  ];

/** A route for who holds a link. What it answers is kept by no browser and under no key: links stay untold. */
const heldRoute = <B extends MomentOpenBody>(
  door: Door,
  parts: DayTreatmentParts,
  spec: {
    readonly url: string;
    readonly summary: string;
    readonly body: z.ZodType<B>;
    readonly run: (come: Coming, body: B) => Promise<Result<MomentView, Refusal>>;
  },
): void => {
  const policy = may.moment;
  door.app.route({
    method: 'POST',
    url: spec.url,
    schema: {
      ...{
        summary: spec.summary,
        tags: [tag],
        description: `${policy.name}: ${policy.why}`,
        body: spec.body,
      },
      response: { 200: MomentView, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: 'people' },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const body = request.body as B;
      const { linkKey: key, practice, regionOf } = parts;
      const now = door.clock.now();
      const answer = await spec.run({ token: body.token, key, now, practice, regionOf }, body);
      if (answer.ok) door.committed();
      return answeredToVisitor(reply, answer);
    },
  });
};

const reachRoutes = (door: Door): void => {
  const shape = { tag, policy: may.reach, params: ById, answer: ReachView };
  read<ById, unknown, ReachView>(door, {
    ...shape,
    url: '/api/v1/orders/:id/reach',
    summary: 'How the person of an order hears about their moments',
    looks: seen('read', 'order'),
    run: async ({ tx, params }) => {
      const order = await orderById(tx, params.id);
      return order === null ? refuse({ code: 'order-unknown' }) : ok(await reachOf(tx, order.personId));
    },
  });
  command<ById, ReachBody, ReachView>(door, {
    ...shape,
    method: 'PUT',
    url: '/api/v1/orders/:id/reach',
    summary: 'The address somebody gave for messages about their moments, or that they want none',
    body: ReachBody,
    looks: seen('change', 'order'),
    run: async ({ tx, params, body, actor, now }) => {
      const order = await orderById(tx, params.id);
      if (order === null) return refuse({ code: 'order-unknown' });
      await putReach(tx, order.personId, body, { now, actor: actor.id });
      return ok(await reachOf(tx, order.personId));
    },
  });
};

const plannerRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<ById, unknown, MomentLink>(door, {
    url: '/api/v1/visits/:id/link',
    tag,
    summary: 'The link of a moment that was told, to hand over on paper',
    policy: may.plan,
    params: ById,
    answer: MomentLink,
    looks: seen('print', 'visit'),
    run: async (ask) => linkOf(ask.tx, ask.params.id, parts.linkKey, await doingOf(parts, ask)),
  });
  command<ById, CalledBody, Called>(door, {
    url: '/api/v1/visits/:id/called',
    tag,
    summary: 'Somebody called about a moment, and this is what the person said',
    policy: may.plan,
    params: ById,
    body: CalledBody,
    answer: Called,
    looks: seen('change', 'visit'),
    run: async ({ tx, params: { id }, body: { answer }, ...who }) => {
      const done = await calledAbout(tx, { visitId: id, answer }, await doingOf(parts, { tx, ...who }));
      return done.ok ? ok({ visitId: id }) : done;
    },
  });
};

/** Adds what the person does with their moment by its link, and what the planner does about telling them. */
export const momentRoutes = (door: Door, parts: DayTreatmentParts): void => {
  heldRoute(door, parts, {
    url: '/api/v1/moments/open',
    summary: 'Mijn afspraak in de Thuiskamer: wanneer, waar, en wat ik meeneem',
    body: MomentOpenBody,
    run: (come) => openMoment(door.database, come),
  });
  heldRoute(door, parts, {
    url: '/api/v1/moments/answer',
    summary: 'Ik kom, ik wil een ander moment, of ik kan niet meer komen',
    body: MomentAnswerBody as z.ZodType<MomentAnswerBody>,
    run: (come, { token: _token, ...said }) => answerMoment(door.database, come, said),
  });
  reachRoutes(door);
  plannerRoutes(door, parts);
};
