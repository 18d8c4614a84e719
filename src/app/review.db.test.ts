import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, admitSomebody, openApiHouse } from './api-house.fixture.ts';
import { reviewLog } from './review.ts';

/** Ten in the morning, in the region. */
const NOW = Date.parse('2026-11-23T09:00:00Z');
const MONTH = { from: NOW - 31 * DAY, until: NOW + DAY };
let house: ApiHouse;
let personId = '';

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 4 });
  ({ personId } = await admitSomebody(house));
});
afterAll(() => house.close());

/** Somebody of the practice looks at the person, as the log would tell it. */
const look = (ground: string, at: number) =>
  house.owner.query(
    `insert into platform_access (id, at, event, actor, role, organisation_id, component, person_id, object_type, ground,
       policy, policy_version, outcome)
     values ($1, $2, 'read', $3, 'gp', $4, 'web', $5, 'person', $6, 'know-person', 'test', 'done')`,
    [newId(), new Date(at), house.small.gp.id, house.small.gp.organisationId, personId, ground],
  );

it('asks nothing about looks that care explains', async () => {
  expect(await reviewLog(house.house.database, house.url, MONTH)).toEqual([]);
});

it('asks who looked without a relation or at night, by name, and tells the person by number only', async () => {
  await look('none', NOW);
  await look('referral', NOW - 8 * 3_600_000);
  const judged = await reviewLog(house.house.database, house.url, MONTH);
  expect(judged).toEqual([
    expect.stringMatching(
      new RegExp(
        `${house.small.gp.name} \\(gp\\) looked at person ${personId}, 2 looks: odd-hour, no-relation$`,
      ),
    ),
  ]);
  expect(judged.join()).not.toContain('Hofsteenge');
});
