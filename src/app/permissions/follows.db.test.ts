import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import type { Professional } from '#modules/region/types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

let house: ApiHouse;
/** What somebody may come to know: ids, and nothing else. */
let known: { person: string; request: string; offer: string; claim: string };

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 2 });
  const sent = await sendRequest(house, [house.freshPlace(0)]);
  const { rows } = await house.owner.query<typeof known>(
    `select person_id as person, request_id as request, id as offer, claim_id as claim
     from placement_offer where request_id = $1`,
    [sent.id],
  );
  [known] = rows as [typeof known];
});
afterAll(() => house.close());

/** Runs this as the role of the server in somebody's name, and takes it back; answers the rows, or how it was refused. */
const as = async (
  who: Pick<Professional, 'id' | 'organisationId'> | string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Record<string, unknown>[] | string> => {
  const client = new pg.Client({ connectionString: house.url, options: '-c role=verkeerstoren_app' });
  await client.connect();
  const [actor, organisation] = typeof who === 'string' ? [who, ''] : [who.id, who.organisationId];
  await client.query(`begin; set local app.actor = '${actor}'; set local app.org = '${organisation}'`);
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
};

const RELATION = `insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
  values (gen_random_uuid(), $1, $2, $3, $4, now(), 'x')`;
const CLOSED = /row-level security|permission denied/;

describe('a relation follows from what happened, and from an id alone nothing follows', () => {
  it.each([
    ['somebody who knows the id makes the person their own', 'south', 'south', 'own', 'referral'],
    ['who was not asked says that it said yes', 'south', 'south', 'accepted', 'acceptance'],
    ['who was asked knows the name before its yes', 'north', 'north', 'accepted', 'acceptance'],
    ['who was asked treats somebody who did not come', 'north', 'north', 'care-team', 'treatment'],
    ['who asks treats', 'gp', 'gp', 'care-team', 'treatment'],
    ['who asks opens the person to a house without a question', 'gp', 'south', 'offered', 'offer'],
    ['who asks makes another organisation the desk', 'gp', 'south', 'desk', 'triage'],
    ['who asks makes the person another’s own', 'gp', 'south', 'own', 'referral'],
    ['the button without a name or a number', 'south', 'south', 'emergency', 'break-glass'],
  ] as const)('refused: %s', async (_what, by, of, kind, ground) => {
    const { gp, wards } = house.small;
    const people = { gp, north: wards[0], south: wards[1] };
    const values = [known.person, people[of].organisationId, kind, ground];
    const text =
      kind === 'emergency'
        ? RELATION.replace('actor)', 'actor, ended_at)').replace("'x')", "'x', now() + interval '1 hour')")
        : RELATION;
    expect(await as(people[by], text, values)).toMatch(CLOSED);
  });

  it('and makes one’s own only who was just entered, or whose number and birth date are given', async () => {
    const own = (who: Professional, born: string) =>
      as(who, `select people_make_own(gen_random_uuid(), $1, $2, $3::date, now()) as own`, [
        known.person,
        'f'.repeat(64),
        born,
      ]);
    expect(await own(house.small.wards[1], '1941-05-02')).toEqual([{ own: false }]);
    expect(await own(house.small.gp, '1941-05-02')).toEqual([{ own: false }]);
    await house.owner.query('update people_person set bsn_mark = $2, bsn_sealed = $3 where id = $1', [
      known.person,
      'f'.repeat(64),
      'x',
    ]);
    expect(await own(house.small.wards[1], '1941-05-03')).toEqual([{ own: false }]);
    expect(await own(house.small.wards[1], '1941-05-02')).toEqual([{ own: true }]);
  });

  it('nor does a question, or another referrer, for who may not ask', async () => {
    const [north, south] = house.small.wards;
    const copy = `insert into placement_offer (id, request_id, person_id, organisation_id, site_id, unit_id, place_id,
      state, sent_at, answer_by) values (gen_random_uuid(), $1, $2, $3, $1, $1, $1, 'open', now(), now())`;
    expect(await as(south, copy, [known.request, known.person, south.organisationId])).toMatch(CLOSED);
    expect(await as(north, copy, [known.request, known.person, north.organisationId])).toMatch(CLOSED);
    // Not even who asks puts a question about somebody else.
    expect(await as(house.small.gp, copy, [known.request, known.offer, south.organisationId])).toMatch(
      CLOSED,
    );
    for (const text of [
      `update placement_request set referrer_org = $2 where id = $1`,
      `update placement_offer set person_id = $2 where request_id = $1`,
      `update placement_person set person_id = $2 where request_id = $1`,
    ])
      expect(await as(north, text, [known.request, north.organisationId])).toMatch(CLOSED);
  });

  it('and ends for another only what hangs on a question', async () => {
    const end = `select people_end_relation($1, $2, 'own', now())`;
    const client = new pg.Client({ connectionString: house.url });
    await client.connect();
    const { desk, gp } = house.small;
    await client.query(
      `begin; set local app.keeper = 'on'; set local role verkeerstoren_app;
       set local app.actor = 'x'; set local app.org = '${desk.organisationId}'`,
    );
    await client.query(end, [known.person, gp.organisationId]);
    await client.query('set local role none');
    const { rows } = await client.query(
      "select ended_at from people_relation where person_id = $1 and kind = 'own' and organisation_id = $2",
      [known.person, gp.organisationId],
    );
    await client.end();
    expect(rows).toEqual([{ ended_at: null }]);
  });
});

describe('whose bed it is', () => {
  it('is read by nobody: two beds do not tell that they are one person’s', async () => {
    for (const text of ['select subject from capacity_claim', 'select * from capacity_claim'])
      expect(await as(house.small.gp, text)).toMatch(/permission denied/);
    expect(
      await as(house.small.gp, 'select 1 from capacity_claim where subject = $1', [known.person]),
    ).toMatch(/permission denied/);
    expect(await as(house.small.gp, 'update capacity_claim set subject = id')).toMatch(/permission denied/);
    expect(await as(house.small.gp, 'select id from capacity_claim')).not.toHaveLength(0);
  });

  it('is answered only to whom it concerns', async () => {
    const { gp, wards } = house.small;
    await house.owner.query(
      `insert into capacity_claim (id, place_id, subject, kind, product, during, arrived_at, source)
       values (gen_random_uuid(), $1, $2, 'stay', 'elv-high', tstzrange(now(), now() + interval '1 day'), now(), 'work')`,
      [house.freshPlace(1), known.person],
    );
    const elsewhere = 'select capacity_elsewhere($1, now()) as there';
    expect(await as(wards[0], elsewhere, [known.claim])).toEqual([{ there: true }]);
    expect(await as(wards[1], elsewhere, [known.claim])).toEqual([{ there: false }]);
    expect(await as(gp, elsewhere, [known.claim])).toEqual([{ there: false }]);
    expect(await as(gp, 'select capacity_own_hold($1) as own', [known.claim])).toEqual([{ own: false }]);
    expect(await as(gp, 'select * from capacity_held_by(array[$1::uuid], now())', [known.person])).toEqual(
      [],
    );
  });
});

describe('who is signed in, and what happened', () => {
  it('is read at the door and by who tells it on, not by who works in their own name', async () => {
    for (const table of ['platform_session', 'platform_diary']) {
      const look = `select 1 from ${table} limit 1`;
      expect(await as(house.small.gp, look), table).toEqual([]);
      expect(await as('system', look), table).toEqual([]);
      const doors = table === 'platform_session' ? ['door', 'accounts'] : ['tailer', 'tower'];
      for (const actor of doors) expect(await as(actor, look), table).toHaveLength(1);
    }
    expect(await as(house.small.gp, 'update platform_session set ended_at = now() returning 1')).toEqual([]);
  });
});
