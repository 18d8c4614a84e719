import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { openDayHouse } from './day-house.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let day: Awaited<ReturnType<typeof openDayHouse>>;
let draft: OrderView;
let signed: OrderView;
beforeAll(async () => {
  day = await openDayHouse(NOW, TODAY);
  draft = await day.draft();
  signed = await day.signed({ gpOrg: day.house.small.gp.organisationId });
});
afterAll(() => day.house.close());

/** What the rows themselves answer to somebody, past every policy of the application; taken back afterwards. */
const as = async (who: Professional, text: string, values: readonly unknown[]): Promise<unknown> => {
  const client = new pg.Client({ connectionString: day.house.url, options: '-c role=verkeerstoren_app' });
  await client.connect();
  await client.query(`begin; set local app.actor = '${who.id}'; set local app.org = '${who.organisationId}'`);
  try {
    return (await client.query(text, [...values])).rowCount;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await client.end();
  }
};
const CLOSED = /row-level security|permission denied|stays as it was|may not change/;

describe('the rows of an order', () => {
  const reads = (who: Professional, id: string) =>
    as(who, 'select 1 from day_treatment_order where id = $1', [id]);

  it('open a draft to the hospital alone, and a signed one to its parties', async () => {
    const { specialist, planner, stranger } = day;
    const { gp } = day.house.small;
    for (const [who, seen] of [
      [specialist, [1, 1]],
      [planner, [0, 1]],
      [gp, [0, 1]],
      [stranger, [0, 0]],
    ] as const)
      expect([await reads(who, draft.id), await reads(who, signed.id)]).toEqual(seen);
  });

  it('are changed by the hospital alone, and never become somebody else’s', async () => {
    const { specialist, planner } = day;
    const change = "update day_treatment_order set dose = 'meer' where id = $1";
    expect(await as(planner, change, [signed.id])).toBe(0);
    expect(await as(specialist, change, [signed.id])).toBe(1);
    const other =
      'update day_treatment_order set person_id = (select person_id from day_treatment_order where id = $2) where id = $1';
    expect(await as(specialist, other, [signed.id, draft.id])).toMatch(CLOSED);
  });

  it('keep each signature for its parties, and let only a draft of the hospital go', async () => {
    const { specialist, planner, stranger } = day;
    const kept = 'select 1 from day_treatment_signature where order_id = $1';
    const forged = `insert into day_treatment_signature values ($1, $2, 1, '${specialist.name}', now(), '{}')`;
    const thrown = 'delete from day_treatment_order where id = $1';
    const counts = [specialist, planner, stranger].map((who) => as(who, kept, [signed.id]));
    expect(await Promise.all(counts)).toEqual([1, 1, 0]);
    expect(await as(planner, forged, [signed.id, 1])).toMatch(CLOSED);
    expect(await as(specialist, forged, [signed.id, 2])).toMatch(CLOSED);
    const change = "update day_treatment_signature set content = '{}' where order_id = $1";
    expect(await as(specialist, change, [signed.id])).toMatch(CLOSED);
    expect(await as(planner, thrown, [draft.id])).toBe(0);
    expect(await as(specialist, thrown, [signed.id])).toBe(0);
    expect(await as(specialist, thrown, [draft.id])).toBe(1);
  });

  it('are made by a hospital for somebody it knows', async () => {
    const { specialist, stranger } = day;
    const copy = `insert into day_treatment_order (id, code, person_id, treatment, treatment_version, hospital_org, site_org,
        specialist_name, specialist_phone, visits, interval_days, tolerance_days, from_day, latest_day, valid_until, dose,
        stop_rule, state, made_at, actor)
      values (gen_random_uuid(), 'TK-9999', $1, 'ferric-derisomaltose', 1, $2, $3, 'dr. X', '0592001720', 1, 0, 0, '2026-11-23',
        '2026-11-23', '2026-11-23', 'x', 'nooit', 'draft', now(), 'x')`;
    const values = [signed.person?.id, specialist.organisationId, day.siteOrg];
    expect(await as(specialist, copy, values)).toBe(1);
    // Who knows nothing but an id writes no order, neither as themselves nor as the hospital.
    expect(await as(stranger, copy, [values[0], stranger.organisationId, day.siteOrg])).toMatch(CLOSED);
    expect(await as(stranger, copy, values)).toMatch(CLOSED);
  });

  it('let visits be made by hospital and site, not by the practice that reads along', async () => {
    const visit = `insert into day_treatment_visit (id, order_id, number, state, signature)
      values (gen_random_uuid(), $1, 9, 'to-plan', 1)`;
    expect(await as(day.specialist, visit, [signed.id])).toBe(1);
    expect(await as(day.planner, visit, [signed.id])).toBe(1);
    for (const who of [day.house.small.gp, day.stranger])
      expect(await as(who, visit, [signed.id])).toMatch(CLOSED);
  });

  it('make the site and the practice know the person from the signature on, and nobody else', async () => {
    const { specialist, planner, stranger } = day;
    const relation = `insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
      values (gen_random_uuid(), $1, $2, 'care-team', 'treatment', now(), 'x') on conflict do nothing`;
    const of = (order: OrderView, who: Professional) => [order.person?.id, who.organisationId];
    expect(await as(specialist, relation, of(draft, planner))).toMatch(CLOSED);
    expect(await as(specialist, relation, of(signed, stranger))).toMatch(CLOSED);
    expect(await as(planner, relation, of(draft, planner))).toMatch(CLOSED);
    const known = 'select 1 from people_person where id = $1';
    expect(await as(planner, known, [signed.person?.id])).toBe(1);
    expect(await as(day.house.small.gp, known, [signed.person?.id])).toBe(1);
    expect(await as(planner, known, [draft.person?.id])).toBe(0);
    expect(await as(stranger, known, [signed.person?.id])).toBe(0);
  });

  it('keep what a clinician signed', async () => {
    const change = "update day_treatment_treatment set body = '{}' where code = 'ferric-derisomaltose'";
    expect(await as(day.specialist, change, [])).toMatch(CLOSED);
    const end =
      "update day_treatment_treatment set ended_at = now(), end_reason = 'weg' where ended_at is null";
    expect(await as(day.specialist, end, [])).toBe(1);
    expect(await as(day.stranger, end, [])).toBe(0);
  });
});
