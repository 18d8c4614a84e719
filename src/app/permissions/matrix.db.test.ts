import { afterAll, beforeAll, expect, it } from 'vitest';
import { askAll, cells } from './ask.fixture.ts';
import { withRoutes } from './backstop.fixture.ts';
import { MATRIX } from './matrix.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 240_000 };
let world: World;
let served: string[] = [];

beforeAll(async () => {
  const { built, routes } = await withRoutes(() => openWorld());
  world = built;
  served = routes
    .filter((route) => route.config?.policy !== undefined)
    .flatMap(({ method, url }) => [method].flat().map((each) => `${each} ${url}`))
    .filter((route) => !route.startsWith('HEAD '));
});
afterAll(() => world.close());

it('every route of the running server stands in the table, and nothing else does', () => {
  expect(Object.keys(MATRIX).toSorted()).toEqual([...new Set(served)].toSorted());
});

it(
  'everybody is answered as the table says; what is not there for them looks as nothing does',
  PATIENT,
  async () => {
    const all = cells();
    expect(all.length).toBeGreaterThan(1_500);
    expect(await askAll(world, all)).toEqual([]);
  },
);
