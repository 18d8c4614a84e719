import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { buildHouse } from '#app/house.ts';
import { makeSmallRegion } from '#demo/small.ts';
import type { Policy } from '#platform/http/actor.ts';

/** A route as it is served, and who may use it. */
type Route = { method: string; url: string; summary: string; policy: Policy };

/** The API as the server itself tells it, and the table of who may use which route. */
export type ApiDescription = { openapi: string; permissions: string };

/** Any moment will do: nothing of it is drawn. */
const NOW = Date.UTC(2026, 0, 5, 9);

/** Where no policy stands: the pages of the reference, which say nothing that /openapi.json does not say to everyone. */
const REFERENCE = /^\/docs(\/|$)/;

/**
 * Builds the real house over a small region and reads off its routes. Throws when a route names no policy: what was
 * forgotten would be open to everyone.
 */
export async function describeApi(databaseUrl: string): Promise<ApiDescription> {
  await makeSmallRegion(databaseUrl, { now: NOW });
  const served: RouteOptions[] = [];
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', (route) => {
      served.push(route);
    });
  subscribe('fastify.initialization', listen);
  const house = await buildHouse({
    databaseUrl,
    connections: 4,
    clock: { now: () => NOW },
    practice: true,
    logLevel: 'silent',
    version: '1',
    webFolder: null,
  });
  unsubscribe('fastify.initialization', listen);
  const openapi = `${JSON.stringify(house.app.swagger(), null, 2)}\n`;
  await house.close();
  return { openapi, permissions: permissionsOf(served.flatMap(routesOf)) };
}

function routesOf(route: RouteOptions): Route[] {
  const policy = route.config?.policy;
  const methods = [route.method].flat().filter((method) => method !== 'HEAD');
  if (!policy && REFERENCE.test(route.url)) return [];
  if (!policy) throw new Error(`${methods.join(' ')} ${route.url} names no policy: who may use it?`);
  const { summary = '' } = (route.schema ?? {}) as { summary?: string };
  return methods.map((method) => ({ method, url: route.url, summary, policy }));
}

function permissionsOf(routes: Route[]): string {
  const sorted = routes.sort((a, b) =>
    a.url === b.url ? a.method.localeCompare(b.method) : a.url < b.url ? -1 : 1,
  );
  const rows = sorted.map(
    ({ method, url, summary, policy }) =>
      `| \`${method} ${url}\` | ${summary} | ${who(policy)} | ${policy.why} |`,
  );
  return [
    '# Who may do what',
    '',
    'One policy per route, read off the running server by `node tools/generate.ts`. Whoever is not named may not; which',
    'rows somebody sees of what they may ask, row-level security decides (db/schema.sql).',
    '',
    '| route | what it does | who may | why |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function who({ roles }: Policy): string {
  if (roles === 'everyone') return 'everyone, also without signing in';
  return roles === 'signed-in' ? 'everyone who is signed in' : roles.join(', ');
}
