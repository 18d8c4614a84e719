import { openWorld, type World } from '#app/permissions/world.fixture.ts';
import { tellings, tempo } from '#app/permissions/worlds.fixture.ts';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';

const within = async <T>(work: (world: World) => Promise<T>): Promise<T> => {
  const world = await openWorld();
  try {
    return await work(world);
  } finally {
    await world.close();
  }
};

const withoutRows = (world: World): Promise<{ differ: string[] }> =>
  world.house.owner
    .query('alter table people_person disable row level security')
    .then(() => world.house.owner.query('alter table placement_person disable row level security'))
    .then(() => world.house.owner.query('alter table placement_request disable row level security'))
    .then(() => tellings(world));

/** Nothing can be told from what is not shown: two worlds answer alike, and as fast. */
export const run = async (rounds = 500): Promise<Figure[]> => {
  const { asked, differ } = await within(tellings);
  for (const line of differ) console.error(line);
  const pace = await within((world) => tempo(world, rounds));
  const control = await within(withoutRows);
  return [
    atLeast('worlds-asked', asked, 'questions', 190),
    atMost('worlds-differ', differ.length, 'answers', 0),
    atMost('worlds-tempo', Math.abs(pace.hidden - pace.absent), 'ms', 20),
    atLeast('control-worlds-rows-off', control.differ.length, 'answers', 1),
  ];
};
