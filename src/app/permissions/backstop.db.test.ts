import { afterAll, beforeAll, expect, it } from 'vitest';
import { askAll, cells } from './ask.fixture.ts';
import { foreignRows, withoutPolicies, withRoutes } from './backstop.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 240_000 };
let world: World;
let putRight: () => void = () => undefined;
const of = (route: string) => cells().filter((cell) => cell.route === route);

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

it('the table sees that they are forgotten: a role that may not, may', PATIENT, async () => {
  const wrong = await askAll(world, of('GET /api/v1/queue'));
  expect(wrong).toContainEqual(expect.stringMatching(/queue by ward, .*: allowed .*not not-allowed$/));
});

it(
  'and when a policy on the rows is: who may know somebody is told that nobody is there',
  PATIENT,
  async () => {
    const gone = /persons\/:id by gp, own: as-if-absent .*not allowed$/;
    const known = of('GET /api/v1/persons/:id');
    expect(await askAll(world, known)).not.toContainEqual(expect.stringMatching(gone));
    await world.house.owner.query('drop policy person_known on people_person');
    expect(await askAll(world, known)).toContainEqual(expect.stringMatching(gone));
  },
);

it('and it is the rows that do so: without them names come through', PATIENT, async () => {
  for (const table of ['people_person', 'placement_person', 'placement_request', 'placement_offer'])
    await world.house.owner.query(`alter table ${table} disable row level security`);
  const found = await foreignRows(world, { roles: ['gp'], only: /^GET .*(persons|requests)\/:id$/ });
  expect(found.some((each) => each.startsWith('GET /api/v1/persons/:id by'))).toBe(true);
  expect(found.some((each) => each.startsWith('GET /api/v1/requests/:id by'))).toBe(true);
});
