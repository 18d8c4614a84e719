import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendRequest } from '#app/api-house.fixture.ts';
import { type ConsentHouse, openConsentHouse } from '#app/consent-house.fixture.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';

let world: ConsentHouse;
let claims: readonly string[] = [];
let callers: readonly Professional[] = [];

/** What the row policies say of each claim, row by row. */
const BY_ROWS = `
  select o.claim_id as id, r.id as request, r.version, r.age_band, r.sex, r.product, w.name
  from placement_offer o join placement_request r on r.id = o.request_id
  left join placement_person p on p.request_id = r.id left join people_person w on w.id = p.person_id
  where o.claim_id = any($1::uuid[]) order by 1`;
const AT_ONCE = `
  select claim_id as id, request_id as request, request_version as version, age_band, sex, product, name
  from placement_subjects($1::uuid[]) order by 1`;

/** Somebody of the practice to whom the first home said yes: nothing need be asked. */
const known = async (): Promise<string> => {
  const { house } = world;
  const request = await sendRequest(house, [house.freshPlace()]);
  await house.post(house.small.wards[0], `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  return request.id;
};

beforeAll(async () => {
  world = await openConsentHouse();
  const { small, owner } = world.house;
  const welfare = await world.accepted();
  const given = await world.accepted();
  await world.house.post(given.asker, `/persons/${given.personId}/consents`, {
    ...{ purpose: 'hand-over', receiverKind: 'welfare' },
  });
  await world.accepted({ back: true });
  await known();
  const over = await known();
  await owner.query("select set_config('app.keeper', 'on', false)");
  // Somebody opened a door in an emergency, and a relation that stood is over.
  await owner.query(
    `insert into people_relation (id, person_id, organisation_id, kind, ground, since, ended_at, actor)
     values ($1, $2, $3, 'emergency', 'break-glass', now(), now() + interval '4 hours', 'x')`,
    [newId(), welfare.personId, welfare.ward.organisationId],
  );
  await owner.query(
    `update people_relation set ended_at = since where kind in ('accepted', 'own')
       and person_id = (select person_id from placement_person where request_id = $1)`,
    [over],
  );
  claims = (
    await owner.query<{ id: string }>('select claim_id as id from placement_offer where claim_id is not null')
  ).rows.map(({ id }) => id);
  callers = [small.gp, small.desk, small.transfer, ...small.wards, world.social.ward, world.social.asker];
});
afterAll(() => world.house.close());

const seenBy = (who: Professional, text: string): Promise<{ readonly name: string | null }[]> =>
  world.house.house.database.transaction({ actor: who.id, organisationId: who.organisationId }, (tx) =>
    rows(tx, text, [claims]),
  );

it('who is behind the beds of a ward is told in one go as the row policies tell it of each', async () => {
  expect(claims.length).toBe(5);
  const told: (string | null)[] = [];
  for (const who of callers) {
    const byRows = await seenBy(who, BY_ROWS);
    expect(await seenBy(who, AT_ONCE), `${who.role} of ${who.organisationId}`).toEqual(byRows);
    told.push(...byRows.map(({ name }) => name));
  }
  // Of some the name is told and of some it is not: otherwise this compares nothing.
  expect(told).toContain(null);
  expect(told.filter((name) => name !== null).length).toBeGreaterThan(4);
});
