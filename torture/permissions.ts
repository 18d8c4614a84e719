import { askAll, cells } from '#app/permissions/ask.fixture.ts';
import { foreignRows, withoutPolicies, withRoutes } from '#app/permissions/backstop.fixture.ts';
import { openWorld } from '#app/permissions/world.fixture.ts';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';

/** The whole table, and then the same routes with every policy forgotten: by the rows alone, and without those. */
const examined = async () => {
  const all = cells(true);
  const world = await openWorld();
  const deviations = await askAll(world, all);
  await world.close();
  const { built, routes } = await withRoutes(() => openWorld());
  const putRight = withoutPolicies(routes);
  const foreign = await foreignRows(built);
  for (const table of ['people_person', 'placement_person', 'placement_request', 'placement_offer'])
    await built.house.owner.query(`alter table ${table} disable row level security`);
  const withoutRows = await foreignRows(built, { roles: ['gp'] });
  putRight();
  await built.close();
  return { cells: all.length, deviations, foreign, withoutRows: withoutRows.length };
};

/** Nobody sees or does what the table does not allow; and when the application forgets its checks, the rows do not. */
export const run = async (): Promise<Figure[]> => {
  const found = await examined();
  for (const line of [...found.deviations, ...found.foreign]) console.error(line);
  return [
    atLeast('permissions-cells', found.cells, 'cells', 2_400),
    atMost('permissions-deviations', found.deviations.length, 'cells', 0),
    atMost('permissions-foreign-by-rows-alone', found.foreign.length, 'answers', 0),
    atLeast('control-permissions-rows-off', found.withoutRows, 'answers', 1),
  ];
};
