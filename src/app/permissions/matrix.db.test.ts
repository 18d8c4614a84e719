import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askAll, cells } from './ask.fixture.ts';
import { MATRIX } from './matrix.ts';
import { openWorld, type World } from './world.fixture.ts';

let world: World;
const served: RouteOptions[] = [];

beforeAll(async () => {
  const listen = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', (route) => {
      served.push(route);
    });
  subscribe('fastify.initialization', listen);
  world = await openWorld();
  unsubscribe('fastify.initialization', listen);
});
afterAll(() => world.close());

it('every route of the running server stands in the table, and nothing else does', () => {
  const routes = served
    .filter((route) => route.config?.policy !== undefined)
    .flatMap(({ method, url }) => [method].flat().map((each) => `${each} ${url}`))
    .filter((route) => !route.startsWith('HEAD '));
  expect(Object.keys(MATRIX).toSorted()).toEqual([...new Set(routes)].toSorted());
});

it('every role in every relation is answered as the table says; what is not there for them looks as nothing does', async () => {
  const all = cells();
  expect(all.length).toBeGreaterThan(2_400);
  expect(await askAll(world, all)).toEqual([]);
});
