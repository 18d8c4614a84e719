import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { ROLES, type Role } from '#modules/region/types.ts';
import { type Answered, type Asked, askAs, sideBySide } from './ask.fixture.ts';
import { type About, MATRIX, type Relation } from './matrix.fixture.ts';
import type { Ids } from './stay-world.fixture.ts';
import { CANARIES, type World } from './world.fixture.ts';

type Changeable = { roles: unknown };

/** Listens to every route that is added while `build` runs. */
export const withRoutes = async <T>(
  build: () => Promise<T>,
): Promise<{ built: T; routes: RouteOptions[] }> => {
  const routes: RouteOptions[] = [];
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', (route) => {
      routes.push(route);
    });
  subscribe('fastify.initialization', listen);
  const built = await build();
  unsubscribe('fastify.initialization', listen);
  return { built, routes };
};

/**
 * Switches the checks of the application off: every role passes every policy, as if all were forgotten. Only a test can: it
 * changes the policies in its own memory, and there is no switch in the product. Gives back what puts them right again.
 */
export const withoutPolicies = (routes: readonly RouteOptions[]): (() => void) => {
  const policies = new Map<Changeable, unknown>();
  for (const { config } of routes) {
    const policy = config?.policy as Changeable | undefined;
    if (policy !== undefined && policy.roles !== 'everyone' && !policies.has(policy)) {
      policies.set(policy, policy.roles);
      policy.roles = 'signed-in';
    }
  }
  return () => {
    for (const [policy, roles] of policies) policy.roles = roles;
  };
};

const STREAM = 'GET /api/v1/live';

/** What of others stands in an answer: their words, or the id of something that is theirs. */
const foreignIn = (answer: Answered, ids: readonly string[]): string[] =>
  answer.statusCode === 200 ? [...CANARIES, ...ids].filter((each) => answer.body.includes(each)) : [];

const idsOf = (world: World, relations: readonly Relation[]): string[] =>
  relations.flatMap((relation) => Object.values(world.idsOf('request', relation) as Ids));

const routesAbout = (): { route: string; about: About }[] =>
  Object.entries(MATRIX)
    .map(([route, rows]) => ({ route, about: [rows].flat()[0]?.about ?? 'region' }))
    .filter(({ route, about }) => about !== 'door' && route !== STREAM && !route.startsWith('DELETE'));

/** Every route, by these roles of a stranger's and of a house that was only asked, of each of these requests. */
const questions = (roles: readonly Role[]): (Asked & { readonly of: Relation })[] =>
  routesAbout().flatMap(({ route, about }) =>
    roles.flatMap((role) => [
      { route, about, role, relation: 'offered' as const, of: 'accepted' as const },
      ...(about === 'region' ? (['own'] as const) : (['own', 'accepted', 'care-team'] as const)).map(
        (of) => ({
          ...{ route, about, role, relation: 'none' as const },
          of,
        }),
      ),
    ]),
  );

/** Asks them all, or only the routes that look so; gives back what came through of others. */
export const foreignRows = async (
  world: World,
  { roles = ROLES, only = /./ }: { readonly roles?: readonly Role[]; readonly only?: RegExp } = {},
): Promise<string[]> => {
  const found: string[] = [];
  const known = {
    none: idsOf(world, ['own', 'accepted', 'care-team']),
    offered: idsOf(world, ['accepted', 'care-team']),
  };
  const all = questions(roles).filter(({ route }) => only.test(route));
  await sideBySide(all, async ({ of, ...asked }) => {
    const { route, role, about, relation } = asked;
    const answer = await askAs(world, asked, world.idsOf(about, of));
    const seen = foreignIn(answer, relation === 'none' ? known.none : known.offered);
    if (seen.length > 0) found.push(`${route} by ${role}, ${relation}: ${seen.join(', ')}`);
  });
  return found;
};
