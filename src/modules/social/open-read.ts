import type { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor, Policy } from '#platform/http/actor.ts';
import type { Door } from '#platform/http/route.ts';

/** What somebody asks of the map; who is not signed in has no actor. */
interface OpenAsk<P, Q, B> {
  readonly tx: Tx;
  readonly actor: Actor | null;
  readonly now: Instant;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** A question about the map that everybody may ask. */
interface OpenReading<P, Q, A, B> {
  readonly url: string;
  readonly summary: string;
  readonly tag: string;
  readonly policy: Policy;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  /** What is asked travels in the body, so that it stands in no address and in nobody's list of addresses. */
  readonly body?: z.ZodType<B>;
  readonly answer: z.ZodType<A>;
  readonly run: (ask: OpenAsk<P, Q, B>) => Promise<Result<A, Refusal>>;
}

const IN_NOBODYS_NAME = byHouse('search');

/** Adds a reading route without sign-in; who is signed in asks in their own name. */
export const openRead = <P, Q, A, B = unknown>(door: Door, spec: OpenReading<P, Q, A, B>): void => {
  door.app.route({
    method: spec.body === undefined ? 'GET' : 'POST',
    url: spec.url,
    schema: {
      summary: spec.summary,
      tags: [spec.tag],
      description: `${spec.policy.name}: ${spec.policy.why}`,
      ...(spec.params === undefined ? {} : { params: spec.params }),
      ...(spec.query === undefined ? {} : { querystring: spec.query }),
      ...(spec.body === undefined ? {} : { body: spec.body }),
      response: { 200: spec.answer, '4xx': Problem, '5xx': Problem },
    },
    config: { policy: spec.policy, looks: nobody },
    handler: async (request, reply) => {
      const { actor } = request;
      const acting =
        actor === null ? IN_NOBODYS_NAME : { actor: actor.id, organisationId: actor.organisationId };
      const [params, query, body] = [request.params as P, request.query as Q, request.body as B];
      const answer = await door.database.transaction(acting, (tx) =>
        spec.run({ tx, actor, now: door.clock.now(), params, query, body }),
      );
      return answer.ok ? reply.send(answer.value) : reply.refuse(answer.refusal);
    },
  });
};
