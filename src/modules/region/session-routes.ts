import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { SessionStart } from '#platform/auth/session-store.ts';
import type { Sessions } from '#platform/auth/sessions.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import { dropPages, sessionCookie } from '#platform/http/cookies.ts';
import type { Door } from '#platform/http/route.ts';
import type { RegionCache } from './cache.ts';
import { PracticeRoles, Session, SignedIn, SignIn } from './contract.ts';
import { regionPolicies } from './policy.ts';
import { pickRole, practiceRoles, sessionOf } from './session.ts';

/** What the routes about signing in work with. */
export interface SignInParts {
  readonly sessions: Sessions;
  readonly cache: RegionCache;
  readonly practice: boolean;
  /** Where the background of the map comes from; null: there is none. */
  readonly mapTiles: string | null;
}

const NOBODY = byHouse('door');

const schemaOf = (policy: Policy, summary: string, shape: Record<string, unknown>) => ({
  summary,
  tags: ['aanmelden'],
  description: `${policy.name}: ${policy.why}`,
  ...shape,
});

const refusals = { '4xx': Problem, '5xx': Problem };

const tokenOf = (request: FastifyRequest, cookie: string): string | undefined =>
  request.cookies[cookie] ?? /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];

/** The session as it is answered, in whatever way it was found. */
const describe = (
  door: Door,
  parts: SignInParts,
  tx: Tx,
  actor: FastifyRequest['actor'],
): Promise<Session | null> =>
  parts.cache.get(tx).then((region) => {
    const mode = parts.practice ? 'practice' : 'production';
    return actor === null
      ? null
      : sessionOf(actor, region, { mode, now: door.clock.now(), mapTiles: parts.mapTiles });
  });

const practiceSession = (professionalId: string): SessionStart => ({
  ...{ professionalId, accountId: null, kind: 'practice', strong: true, factorAt: null, device: null },
});

const signIn = async (
  door: Door,
  parts: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (!parts.practice) return reply.refuse({ code: 'practice-only' });
  const { role } = request.body as z.infer<typeof SignIn>;
  const picked = await door.database.transaction(NOBODY, (tx) => pickRole(tx, role));
  if (!picked.ok) return reply.refuse(picked.refusal);
  const session = await door.database.transaction(NOBODY, (tx) => describe(door, parts, tx, picked.value));
  if (session === null) return reply.refuse({ code: 'role-unknown' });
  const cookie = sessionCookie(parts.practice);
  const token = await door.database.transaction(NOBODY, (tx) =>
    parts.sessions.begin(tx, practiceSession(picked.value.id)),
  );
  return reply.setCookie(cookie.name, token, cookie.options).send({ token, session });
};

const signOut = async (
  parts: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const cookie = sessionCookie(parts.practice);
  const token = tokenOf(request, cookie.name);
  if (token !== undefined) await parts.sessions.end(token);
  return dropPages(reply, parts.practice).clearCookie(cookie.name, cookie.options).status(204).send();
};

/** Adds the routes with which a practice role is picked, shown and left. They set cookies and know no actor yet. */
export const sessionRoutes = (door: Door, parts: SignInParts): void => {
  const { practiceRoles: roles, session } = regionPolicies;
  door.app.route({
    method: 'GET',
    url: '/api/v1/practice-roles',
    config: { policy: roles, looks: nobody },
    schema: schemaOf(roles, 'De rollen van de oefenregio', {
      response: { 200: PracticeRoles, ...refusals },
    }),
    handler: async (_, reply) => {
      if (!parts.practice) return reply.refuse({ code: 'practice-only' });
      return door.database.transaction(NOBODY, async (tx) => ({
        roles: await practiceRoles(tx, await parts.cache.get(tx)),
      }));
    },
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/session',
    config: { policy: session, looks: nobody },
    schema: schemaOf(session, 'Kies een rol van de oefenregio', {
      body: SignIn,
      response: { 200: SignedIn, ...refusals },
    }),
    handler: (request, reply) => signIn(door, parts, request, reply),
  });
  door.app.route({
    method: 'GET',
    url: '/api/v1/session',
    config: { policy: session, looks: nobody },
    schema: schemaOf(session, 'Wie is aangemeld', { response: { 200: Session, ...refusals } }),
    handler: async (request, reply) => {
      const found = await door.database.transaction(NOBODY, (tx) => describe(door, parts, tx, request.actor));
      return found ?? reply.refuse({ code: 'not-signed-in' });
    },
  });
  door.app.route({
    method: 'DELETE',
    url: '/api/v1/session',
    config: { policy: session, looks: nobody },
    schema: schemaOf(session, 'Meld af', { response: { 204: z.null(), ...refusals } }),
    handler: (request, reply) => signOut(parts, request, reply),
  });
};
