import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import { networkOf, nobody } from '#platform/access-log/looks.ts';
import type { Policy } from '#platform/http/actor.ts';
import { sessionCookie, stepCookie } from '#platform/http/cookies.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { type AccountsParts, type Act, atTheDoor, type Outcome } from './acting.ts';
import { deviceOf } from './decide/device.ts';
import { oneMore, type Tries, waitOf } from './decide/lock.ts';

/** A route at this door. */
export interface AccountsRoute<B, P, A> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly summary: string;
  readonly policy: Policy;
  readonly body?: z.ZodType<B>;
  readonly params?: z.ZodObject;
  readonly answer: z.ZodType<A>;
  /** Counts as an attempt of its address: passwords, codes, tokens. */
  readonly attempt?: true;
  /** Also in a practice region. */
  readonly always?: true;
  readonly run: (ask: Asked<B, P>) => Promise<Outcome<A>>;
}

/** What a route gets. */
export interface Asked<B, P> {
  readonly body: B;
  readonly params: P;
  /** Does work at the door in one transaction. */
  readonly at: <T>(work: (act: Act) => Promise<T>) => Promise<T>;
}

/** Attempts per address that failed, in this process: enough to slow guessing down, gone after a restart. */
const openTries = () => {
  const known = new Map<string, Tries>();
  return {
    wait: (address: string, now: Instant): number => waitOf(known.get(address), now),
    came(address: string, outcome: Outcome<unknown>, now: Instant): void {
      if (outcome.kind === 'done') return;
      if (known.size > 10_000) known.clear();
      known.set(address, oneMore(known.get(address), now));
    },
  };
};

/** How a request acts at this door. */
export const actingAt =
  (door: Door, parts: AccountsParts, request: FastifyRequest) =>
  <T>(work: (act: Act) => Promise<T>): Promise<T> =>
    atTheDoor(door.database, (tx) =>
      work({
        ...parts,
        tx,
        now: door.clock.now(),
        step: request.cookies[stepCookie(parts.practice).name],
        session: request.session,
        device: deviceOf(request.headers['user-agent']),
        network: networkOf(request.ip),
      }),
    );

/** Sets or takes away what an outcome says about this browser. */
export const keepCookies = (
  reply: FastifyReply,
  outcome: Outcome<unknown>,
  { practice }: { readonly practice: boolean },
): void => {
  const [step, session] = [stepCookie(practice), sessionCookie(practice)];
  if (outcome.step === null) reply.clearCookie(step.name, step.options);
  else if (outcome.step !== undefined) reply.setCookie(step.name, outcome.step, step.options);
  if (outcome.kind === 'done' && outcome.session !== undefined)
    reply.setCookie(session.name, outcome.session, session.options);
};

/** What keeps a request out before its route is asked; null: nothing. */
const stopped = (
  route: Pick<AccountsRoute<never, never, never>, 'policy' | 'always' | 'attempt'>,
  request: FastifyRequest,
  at: { readonly practice: boolean; readonly wait: () => number },
) => {
  if (at.practice && route.always !== true) return { code: 'practice-has-no-accounts' };
  if (route.policy.roles !== 'everyone') {
    const actor = admitted(request, route.policy);
    if (!actor.ok) return actor.refusal;
  }
  const seconds = route.attempt === true ? at.wait() : 0;
  return seconds > 0 ? { code: 'too-many', params: { seconds } } : null;
};

/** Adds a route at this door. */
export type Add = <B = unknown, P = unknown, A = unknown>(route: AccountsRoute<B, P, A>) => void;

/** How routes are added here: no organisation of their own, cookies, and attempts that count. */
export const adding = (door: Door, parts: AccountsParts): Add => {
  const tries = openTries();
  return <B, P, A>(route: AccountsRoute<B, P, A>) => {
    const { method, url, summary, policy, body, params, answer } = route;
    door.app.route({
      method,
      url: `/api/v1${url}`,
      config: { policy, looks: nobody },
      schema: {
        summary,
        tags: ['aanmelden'],
        description: `${policy.name}: ${policy.why}`,
        ...(body === undefined ? {} : { body }),
        ...(params === undefined ? {} : { params }),
        response: { 200: answer, '4xx': Problem, '5xx': Problem },
      },
      handler: async (request, reply) => {
        const wait = () => tries.wait(request.ip, door.clock.now());
        const refusal = stopped(route, request, { practice: parts.practice, wait });
        if (refusal !== null) return reply.refuse(refusal);
        const outcome = await route.run({
          body: request.body as B,
          params: request.params as P,
          at: actingAt(door, parts, request),
        });
        if (route.attempt === true) tries.came(request.ip, outcome, door.clock.now());
        keepCookies(reply, outcome, parts);
        // A line about who may sign in is heard at once, here and in other processes.
        if (method !== 'GET') door.committed();
        return outcome.kind === 'refused'
          ? reply.refuse(outcome.refusal)
          : reply.header('cache-control', 'no-store').status(200).send(outcome.answer);
      },
    });
  };
};
