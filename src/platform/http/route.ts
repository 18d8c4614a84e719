import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Looks, nobody, saidOf } from '#platform/access-log/looks.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { type Actor, mayPass, type Policy } from './actor.ts';
import { bodyHash, claimKey, keepAnswer } from './keys.ts';
import { keepShown, turnAway } from './shown.ts';

/** What every route of the house works with. */
export interface Door {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly clock: Clock;
  /** Told after each command that committed, so that the live feed looks at once. */
  readonly committed: () => void;
}

interface Shape {
  readonly url: string;
  readonly summary: string;
  readonly tag: string;
  readonly policy: Policy;
  readonly params?: z.ZodObject;
}

/** A question as its route receives it. */
interface Ask<P, Q> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Instant;
  readonly params: P;
  readonly query: Q;
}

/** A route that reads. */
export interface Reading<P, Q, A> extends Shape {
  readonly query?: z.ZodType<Q>;
  readonly answer: z.ZodType<A>;
  /** Who is seen in the answer; it stands in the log before the answer goes. */
  readonly looks: Looks<A, Ask<P, Q>>;
  readonly run: (ask: Ask<P, Q>) => Promise<Result<A, Refusal>>;
}

/** A route that changes something, in one transaction, once per Idempotency-Key. */
export interface Commanding<P, B, A> extends Shape {
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body: z.ZodType<B>;
  readonly answer: z.ZodType<A>;
  /** Demands If-Match, so that nobody overwrites what they have not seen. */
  readonly versioned?: boolean;
  /** The largest body in bytes, when that is not what the server takes in. */
  readonly bodyLimit?: number;
  /** Whose record is changed and who is seen in the answer; it stands in the log before the answer goes. */
  readonly looks: Looks<A, Command<P, B>>;
  readonly run: (act: Command<P, B>) => Promise<Result<A, Refusal>>;
}

/** A command as its service receives it. `version` is what If-Match says, 0 when the route is not versioned. */
export interface Command<P, B> {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Instant;
  readonly params: P;
  readonly body: B;
  readonly version: number;
}

const actingOf = (actor: Actor) => ({ actor: actor.id, organisationId: actor.organisationId });

/** The actor that passed the policy; a route for everyone has none and cannot use this door. */
export const admitted = (request: FastifyRequest, policy: Policy): Result<Actor, Refusal> => {
  const actor = request.actor;
  if (actor === null) return refuse({ code: 'not-signed-in' });
  if (!mayPass(policy, actor)) return refuse({ code: 'not-allowed' });
  // A password alone opens counts; what is about people asks for the second step too.
  const enough = request.session?.strong === true || policy.opensPeople === false;
  return enough ? { ok: true, value: actor } : refuse({ code: 'second-factor-needed' });
};

const schemaOf = (spec: Shape & { answer: z.ZodType }, extra: Record<string, unknown>) => ({
  summary: spec.summary,
  tags: [spec.tag],
  description: `${spec.policy.name}: ${spec.policy.why}`,
  ...(spec.params === undefined ? {} : { params: spec.params }),
  ...extra,
  response: { 200: spec.answer, '4xx': Problem, '5xx': Problem },
});

/** The version If-Match names; null without one. */
export const versionOf = (request: FastifyRequest): number | null => {
  const match = /^"(\d+)"$/.exec(request.headers['if-match'] ?? '');
  return match === null ? null : Number(match[1]);
};

const answerWith = async (reply: FastifyReply, answer: unknown): Promise<FastifyReply> => {
  const version =
    typeof answer === 'object' && answer !== null && 'version' in answer ? answer.version : undefined;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
  return reply.status(200).send(answer);
};

/** On a route about people an attempt is written before it is refused. */
const refusing = async (
  door: Door,
  { policy, looks }: { readonly policy: Policy; readonly looks: unknown },
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  refusal: Refusal,
): Promise<FastifyReply> =>
  looks === nobody ? reply.refuse(refusal) : turnAway(door, { request, reply, policy }, refusal);

/** Adds a reading route. */
export const read = <P = unknown, Q = unknown, A = unknown>(door: Door, spec: Reading<P, Q, A>): void => {
  const schema = schemaOf(spec, spec.query === undefined ? {} : { querystring: spec.query });
  door.app.route({
    method: 'GET',
    url: spec.url,
    schema,
    config: { policy: spec.policy, looks: saidOf(spec.looks) },
    handler: async (request, reply) => {
      const actor = admitted(request, spec.policy);
      if (!actor.ok) return refusing(door, spec, { request, reply }, actor.refusal);
      const asking = { request, actor: actor.value, policy: spec.policy, looks: spec.looks };
      const result = await door.database.transaction(actingOf(actor.value), async (tx) => {
        const [params, query] = [request.params as P, request.query as Q];
        const ask = { tx, actor: actor.value, now: door.clock.now(), params, query };
        const found = await spec.run(ask);
        if (found.ok) await keepShown(door, asking, found.value, ask);
        return found;
      });
      return result.ok
        ? answerWith(reply, result.value)
        : refusing(door, spec, { request, reply }, result.refusal);
    },
  });
};

/** The key under which a command is remembered; null without one. A key we cannot keep is refused: its sender counts on it. */
export const keyOf = (request: FastifyRequest): Result<string | null, Refusal> => {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return ok(null);
  return typeof key === 'string' && key.length > 0 && key.length <= 255
    ? ok(key)
    : refuse({ code: 'invalid-input' });
};

/** Runs a command once per key: the answer is stored in the same transaction as its effect. */
export const runOnce = async <A>(
  tx: Tx,
  keyed: { actor: { readonly id: string }; key: string | null; hash: string; now: Instant },
  run: () => Promise<Result<A, Refusal>>,
): Promise<Result<A, Refusal>> => {
  const { actor, key, hash, now } = keyed;
  if (key === null) return run();
  const state = await claimKey(tx, actor.id, key, hash);
  if (state.kind === 'answered') return { ok: true, value: state.answer as A };
  if (state.kind === 'other-body') return refuse({ code: 'key-reused' });
  if (state.kind === 'running') return refuse({ code: 'still-running' });
  const result = await run();
  if (result.ok)
    await keepAnswer(tx, { actor: actor.id, key, hash, status: 200, answer: result.value, at: now });
  return result;
};

/** Adds a route that changes something. */
export const command = <P = unknown, B = unknown, A = unknown>(
  door: Door,
  spec: Commanding<P, B, A>,
): void => {
  door.app.route({
    method: spec.method ?? 'POST',
    url: spec.url,
    schema: schemaOf(spec, { body: spec.body }),
    ...(spec.bodyLimit === undefined ? {} : { bodyLimit: spec.bodyLimit }),
    config: { policy: spec.policy, looks: saidOf(spec.looks) },
    handler: async (request, reply) => {
      const actor = admitted(request, spec.policy);
      if (!actor.ok) return refusing(door, spec, { request, reply }, actor.refusal);
      const version = versionOf(request);
      if (spec.versioned === true && version === null) return reply.refuse({ code: 'version-needed' });
      const key = keyOf(request);
      if (!key.ok) return reply.refuse(key.refusal);
      const now = door.clock.now();
      const hash = bodyHash(`${request.method} ${request.url}`, request.body);
      const keyed = { actor: actor.value, key: key.value, hash, now };
      const act = {
        actor: actor.value,
        now,
        params: request.params as P,
        body: request.body as B,
        version: version ?? 0,
      };
      const asking = { request, actor: actor.value, policy: spec.policy, looks: spec.looks };
      const result = await door.database.transaction(actingOf(actor.value), async (tx) => {
        let again = true;
        const done = await runOnce(tx, keyed, () => {
          again = false;
          return spec.run({ tx, ...act });
        });
        if (done.ok) await keepShown(door, { ...asking, again }, done.value, { tx, ...act });
        return done;
      });
      if (!result.ok) return refusing(door, spec, { request, reply }, result.refusal);
      door.committed();
      return answerWith(reply, result.value);
    },
  });
};
