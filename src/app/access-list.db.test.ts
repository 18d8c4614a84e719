import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeLooks } from '#platform/access-log/store.ts';
import type { Look, Onlooker } from '#platform/access-log/types.ts';
import { type ApiHouse, admitSomebody, openApiHouse, sendRequest } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const NOWHERE = '00000000-0000-7000-8000-00000000000f';

let house: ApiHouse;
beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 12 });
});
afterAll(() => house.close());

const onlooker = (organisationId: string): Onlooker => ({
  ...{ actor: 'somebody', role: 'ward', organisationId, accountId: null, sessionId: null, onBehalfOf: null },
  ...{ network: null, component: 'web', policy: 'see', policyVersion: '1' },
});

/** What the log says of these looks: whose, on which ground, under which yes. */
const said = async (organisationId: string, parts: readonly (readonly Look[])[]): Promise<unknown[]> => {
  const acting = { actor: 'somebody', organisationId };
  const before = await house.owner.query('select coalesce(max(line), 0) as line from platform_access');
  for (const looks of parts)
    await house.house.database.transaction(acting, (tx) =>
      writeLooks(tx, onlooker(organisationId), looks, { at: NOW, outcome: 'done' }),
    );
  const { rows } = await house.owner.query(
    `select object_type, object_id, person_id, ground, consent_id, categories, reason
     from platform_access where line > $1 order by line`,
    [before.rows[0]?.line],
  );
  return rows;
};

it('a look in a list is written as the same look alone', async () => {
  const stay = await admitSomebody(house);
  const asked = await sendRequest(house, [house.freshPlace(1)]);
  const objects: readonly (readonly [string, string | null])[] = [
    ...(['request', 'consult', 'search'] as const).flatMap((kind) =>
      [stay.request.id, asked.id, NOWHERE].map((id) => [kind, id] as const),
    ),
    ...[stay.request, asked].flatMap(({ offers }) => offers.map(({ id }) => ['offer', id] as const)),
    ...([
      ['person', stay.personId],
      ['claim', stay.claimId],
      ['claim', NOWHERE],
    ] as const),
    ...([
      ['document', NOWHERE],
      ['stream', null],
    ] as const),
  ];
  const looks = objects.map(
    ([objectType, objectId], n): Look => ({
      ...{ event: 'read', objectType, objectId, categories: n % 2 === 0 ? ['profile', 'stay'] : [] },
      ...(n % 3 === 0 ? { reason: 'Valt "telkens" weg' } : {}),
      ...(n % 5 === 0 ? { ground: 'administration', personId: stay.personId } : {}),
    }),
  );
  await house.owner.query(
    `insert into people_consent (id, person_id, purpose, receiver_kind, explicit, given_by, recorded_by, given_at)
     values (gen_random_uuid(), $1, 'hand-over', 'care-provider', true, 'person', 'somebody', now())`,
    [stay.personId],
  );
  const { gp, desk, wards, transfer } = house.small;
  const grounds = new Set<unknown>();
  // Then who asked is no longer in care: a referral alone is not enough any more.
  for (const kind of ['gp', 'welfare']) {
    await house.owner.query('update region_organisation set kind = $2 where id = $1', [
      gp.organisationId,
      kind,
    ]);
    for (const { organisationId } of [gp, desk, ...wards, transfer]) {
      const alone = await said(
        organisationId,
        looks.map((look) => [look]),
      );
      expect(await said(organisationId, [looks])).toEqual(alone);
      for (const line of alone) grounds.add((line as { ground: string }).ground);
    }
  }
  expect([...grounds].sort()).toEqual(
    ['administration', 'consent', 'none', 'offer', 'referral', 'treatment', 'triage'].sort(),
  );
});
