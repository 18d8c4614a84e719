import { afterEach, expect, it } from 'vitest';
import { openWorld, type World } from './world.fixture.ts';
import { tellings } from './worlds.fixture.ts';

/** A busy machine takes its time. */
const PATIENT = { timeout: 240_000 };
let world: World;

afterEach(() => world.close());

it(
  'two worlds that differ in what one may not know answer alike: lists, searches, counts, ETags, files',
  PATIENT,
  async () => {
    world = await openWorld();
    const { asked, differ } = await tellings(world);
    expect(asked).toBeGreaterThan(190);
    expect(differ).toEqual([]);
  },
);

it('and without the rows they do not: the check sees it', PATIENT, async () => {
  world = await openWorld();
  for (const table of ['placement_person', 'people_person', 'placement_request', 'placement_offer'])
    await world.house.owner.query(`alter table ${table} disable row level security`);
  expect((await tellings(world)).differ.length).toBeGreaterThan(0);
});
