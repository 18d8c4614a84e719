import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { ReportView } from '#modules/review/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { NOW, openReviewHouse, REASON, type ReviewHouse } from './review-house.fixture.ts';

const NIGHT = NOW - 8 * HOUR;
let tower: ReviewHouse;

beforeAll(async () => {
  tower = await openReviewHouse();
});
afterAll(() => tower.api.close());
beforeEach(() => tower.clear());

describe('a verdict', () => {
  it('is given once, with a reason, by who was shown what was judged; and stays', async () => {
    await tower.look();
    await tower.run();
    const alert = await tower.first();
    for (const reason of ['kort', '..........', '']) {
      const refused = await tower.close(alert, { reason });
      expect(refused.json()).toMatchObject({ code: 'invalid-input' });
    }
    expect((await tower.close(alert, { verdict: 'nice' })).json()).toMatchObject({ code: 'invalid-input' });
    await tower.look({ at: NOW - MINUTE });
    await tower.run();
    expect((await tower.close(alert)).json()).toMatchObject({ code: 'version-stale' });
    const now = await tower.first();
    const [one, two] = await Promise.all([tower.close(now), tower.close(now, { verdict: 'improper' })]);
    expect([one.statusCode, two.statusCode].toSorted()).toEqual([200, 409]);
    expect((await tower.close(now)).json()).toMatchObject({
      code: 'alert-closed',
      detail: expect.stringContaining('al afgesloten'),
    });
    expect((await tower.alerts(tower.officer, 'closed')).alerts).toMatchObject([
      { id: now.id, closed: { by: tower.officer.name, reason: REASON } },
    ]);
  });

  it('is nobody’s about their own looks', async () => {
    await tower.look({ actor: tower.officer.id });
    await tower.run();
    const alert = await tower.first();
    expect(alert.own).toBe(true);
    expect((await tower.close(alert)).json()).toMatchObject({ code: 'alert-own' });
  });

  it('is not for another organisation: the alert is as if it did not exist, in the answer and in the rows', async () => {
    await tower.look();
    await tower.run();
    const alert = await tower.first();
    const [stranger] = tower.api.small.officers;
    const foreign = await tower.close(alert, {}, stranger);
    const nothing = await tower.close({ ...alert, id: newId() }, {}, stranger);
    expect([foreign.statusCode, foreign.body]).toEqual([404, nothing.body]);
    const seen = await tower.api.house.database.transaction(
      { actor: stranger.id, organisationId: stranger.organisationId },
      async (tx) => {
        const client = tx as unknown as { query(sql: string): Promise<{ rows: { n: number }[] }> };
        const tables = ['review_alert', 'review_alert_look', 'review_verdict', 'review_run', 'review_home'];
        const counts = tables.map((table) => `select count(*)::integer as n from ${table}`);
        return (await client.query(counts.join(' union all '))).rows.map(({ n }) => n);
      },
    );
    expect(seen).toEqual([0, 0, 0, 0, 0]);
  });

  it('cannot be changed or taken away, nor an alert written, by who serves', async () => {
    await tower.look();
    await tower.run();
    await tower.close(await tower.first());
    const acting = { actor: tower.officer.id, organisationId: tower.officer.organisationId };
    const tries = [
      "update review_verdict set verdict = 'proper'",
      'delete from review_verdict',
      'delete from review_alert',
      'delete from review_alert_look',
      `insert into review_alert (id, organisation_id, actor, round, rules, first_at, last_at, raised_at)
       values (gen_random_uuid(), platform_org(), 'x', 1, '{volume}', now(), now(), now())`,
    ];
    for (const sql of tries)
      await expect(
        tower.api.house.database.transaction(acting, (tx) =>
          (tx as unknown as { query(sql: string): Promise<unknown> }).query(sql),
        ),
      ).rejects.toThrow(/permission denied|row-level security/);
  });

  it('is for the officer only: other roles are refused, and what the officer saw is a look at the person', async () => {
    await tower.look();
    await tower.run();
    await tower.first();
    const refused = await tower.api.call(tower.api.small.wards[1], 'GET', '/api/v1/review/alerts');
    expect(refused.json()).toMatchObject({ code: 'not-allowed' });
    const { rows } = await tower.api.owner.query(
      "select event, role, ground, person_id from platform_access where object_type = 'alert'",
    );
    expect(rows).toEqual([
      { event: 'log-read', role: 'security-officer', ground: 'administration', person_id: tower.personId },
    ]);
    expect(
      (await tower.api.call(tower.officer, 'GET', `/api/v1/persons/${tower.personId}`)).json(),
    ).toMatchObject({
      code: 'not-allowed',
    });
    // Reading alerts is no reason for another.
    expect(await tower.run(NOW + DAY)).toBe(0);
  });
});

describe('the report of a month', () => {
  const report = async (month = '2026-11', by = tower.officer) =>
    (await tower.api.call(by, 'GET', `/api/v1/review/report?month=${month}`)).json<ReportView>();

  it('counts looks, alerts per rule, what was closed in how many days and what still stands; of one’s own house', async () => {
    const { ward } = tower;
    await tower.look();
    await tower.look({ at: NIGHT, person: newId(), ground: 'break-glass' });
    await tower.run();
    const [emergency, other] = (await tower.alerts()).alerts;
    if (emergency === undefined || other === undefined) throw new Error('two should be open');
    tower.api.clock.at = NOW + 3 * DAY;
    await tower.close(emergency, { verdict: 'mistake' });
    const counted = await report();
    expect(counted).toMatchObject({
      ...{ organisation: 'Zuid Zorg', month: '2026-11', complete: false, raised: 2, closed: 1 },
      ...{ medianDays: 3, longestDays: 3, open: 1, oldestDays: 3, people: expect.any(Number) },
      rules: expect.arrayContaining([
        { rule: 'no-relation', raised: 1 },
        { rule: 'break-glass', raised: 1 },
      ]),
      verdicts: expect.arrayContaining([{ verdict: 'mistake', closed: 1 }]),
    });
    const before = counted.looks;
    await tower.look({ person: newId() });
    expect((await report()).looks).toBe(before + 1);
    expect(await report('2026-10')).toMatchObject({
      complete: true,
      looks: 0,
      raised: 0,
      open: 0,
      medianDays: null,
    });
    tower.api.clock.at = NOW + 20 * DAY;
    expect(await report('2026-11')).toMatchObject({ complete: true, open: 1, oldestDays: 7 });
    const foreign = await report('2026-11', tower.api.small.officers[0]);
    expect(foreign).toMatchObject({ organisation: 'Noord Zorg', raised: 0, open: 0 });
    expect(JSON.stringify(counted)).not.toContain(ward.name);
  });
});
