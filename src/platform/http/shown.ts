import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '#kernel/refusal.ts';
import { keepAttempt, keepLooks, type Looks, nobody, onlookerOf } from '#platform/access-log/looks.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Actor, Policy } from './actor.ts';

/** What is written with: the door of the house has both. */
interface Pen {
  readonly database: Database;
  readonly clock: Clock;
}

/** Who asks, under which rule. */
export interface Asking {
  readonly request: FastifyRequest;
  readonly actor: Actor;
  readonly policy: Policy;
}

/** Writes who was seen in this answer, in the transaction that made it. */
export const keepShown = async <A, K extends { readonly tx: Tx }>(
  door: Pen,
  asking: Asking & { readonly looks: Looks<A, K>; readonly again?: boolean },
  answer: A,
  ask: K,
): Promise<void> => {
  if (asking.looks === nobody) return;
  const seen = await asking.looks(answer, ask);
  // An answer that was kept and is given again shows what it showed; nothing is done a second time.
  const looks = asking.again === true ? seen.map((look): Look => ({ ...look, event: 'read' })) : seen;
  keepLooks(ask.tx, onlookerOf(asking.request, asking.actor, asking.policy), looks, door.clock.now());
};

/** Writes who will be seen in an answer that no transaction made; the answer goes after this. */
export const showAfter = async (
  door: Pen,
  { request, actor, policy }: Asking,
  looks: readonly Look[],
): Promise<void> => {
  const acting = { actor: actor.id, organisationId: actor.organisationId };
  await door.database.transaction(acting, async (tx) =>
    keepLooks(tx, onlookerOf(request, actor, policy), looks, door.clock.now()),
  );
};

/** Says no on a route about people: the attempt is written first. Who is not signed in has no name to write. */
export const turnAway = async (
  door: Pen,
  {
    request,
    reply,
    policy,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly policy: Policy },
  refusal: Refusal,
): Promise<FastifyReply> => {
  if (request.actor !== null) {
    const who = onlookerOf(request, request.actor, policy);
    await keepAttempt(door.database, who, { request, refusal, at: door.clock.now() });
  }
  return reply.refuse(refusal);
};
