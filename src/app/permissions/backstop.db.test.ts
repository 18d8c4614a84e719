import { afterAll, beforeAll, expect, it } from 'vitest';
import { foreignRows, withoutPolicies, withRoutes } from './backstop.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 240_000 };
let world: World;
let putRight: () => void = () => undefined;

beforeAll(async () => {
  const { built, routes } = await withRoutes(() => openWorld());
  world = built;
  putRight = withoutPolicies(routes);
});
afterAll(async () => {
  putRight();
  await world.close();
});

it(
  'with every policy of the application forgotten, the rows still show nothing of others',
  PATIENT,
  async () => {
    expect(await foreignRows(world, { roles: ['gp', 'ward', 'desk'] })).toEqual([]);
  },
);

it('and it is the rows that do so: without them names come through', PATIENT, async () => {
  for (const table of ['people_person', 'placement_person', 'placement_request', 'placement_offer'])
    await world.house.owner.query(`alter table ${table} disable row level security`);
  const found = await foreignRows(world, { roles: ['gp'], only: /^GET .*(persons|requests)\/:id$/ });
  expect(found.some((each) => each.startsWith('GET /api/v1/persons/:id by'))).toBe(true);
  expect(found.some((each) => each.startsWith('GET /api/v1/requests/:id by'))).toBe(true);
});
