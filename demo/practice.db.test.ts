import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#kernel/interval.ts';
import { REFERRAL_STATES } from '#modules/social/types.ts';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';
import { TOLD_BY_DAY } from './day-told.ts';
import { makePracticeRegion } from './make.ts';
import { type MadeRegion, madeRegion, THURSDAY } from './practice.fixture.ts';
import { unitOf } from './sites.ts';
import { ENSING } from './social-people.ts';
import { TOLD } from './told.ts';

const START = THURSDAY;
const MAKING = 240_000;

let made: MadeRegion;

beforeAll(async () => {
  made = await madeRegion(START);
}, MAKING);
afterAll(() => made.drop());

describe('the practice region as it is opened', () => {
  it('is sound', () => made.expectSound());

  it('has six weeks behind it in which everything happened that happens', async () => {
    const events = await made.ask<{ event: string }>('select distinct event from platform_diary');
    const told = events.map((each) => each.event);
    const all = [
      'sent',
      'offered',
      'refused',
      'expired',
      'accepted',
      'admitted',
      'left',
      'cleaning',
      'closed',
      'confirmed',
    ];
    for (const event of all) expect(told).toContain(event);
    const reasons = await made.ask<{ close_reason: string }>(
      'select distinct close_reason from placement_request',
    );
    for (const reason of ['home-again', 'died', 'elsewhere', 'no-place', 'withdrawn'])
      expect(reasons.map((each) => each.close_reason)).toContain(reason);
    expect(await made.count("select 1 from placement_request where state = 'closed'")).toBeGreaterThan(80);
    expect(await made.count('select 1 from platform_diary where at > $1', [new Date(START)])).toBe(0);
  });

  it('has the people the guide tells of, each on their own day and in their own bed', async () => {
    const here = await made.ask<{ name: string; bed: string; day: number; ends: number }>(
      `select p.name, b.code as bed, ($1::timestamptz at time zone s.zone)::date - s.arrived_day + 1 as day,
         (upper(c.during) at time zone s.zone)::date - s.arrived_day + 1 as ends
       from stay_stay s join people_person p on p.id = s.person_id join capacity_claim c on c.id = s.claim_id
       join capacity_place b on b.id = c.place_id where s.ended_at is null and p.name = any($2)`,
      [new Date(START), TOLD.map(({ person }) => person.name)],
    );
    expect(here.toSorted((a, b) => a.day - b.day)).toEqual([
      { name: 'Evert Venema', bed: '3', day: 7, ends: 9 },
      { name: 'Geessien Alberts', bed: '1', day: 14, ends: 19 },
    ]);
  });

  it('has nobody expected beyond the last day of observation or crisis', async () => {
    const beyond = await made.count(
      `select 1 from stay_stay s join stay_course c on c.stay_id = s.id join capacity_claim b on b.id = s.claim_id
       where s.ended_at is null and (upper(b.during) at time zone s.zone)::date - s.arrived_day + 1
         > case c.product when 'reo-observation' then 9 when 'wlz-crisis' then 14 else 93 end`,
    );
    expect(beyond).toBe(0);
  });

  it('shows figures of every age', async () => {
    const found = await made.phases(START);
    for (const phase of ['fresh', 'old', 'too-old'] as const) expect(found).toContain(phase);
    expect(found.filter((phase) => phase === 'fresh').length).toBeGreaterThan(10);
  });

  it('has a queue at different steps, one of them with hardly any time left', async () => {
    const open = await made.ask<{ state: string; left: number | null }>(
      `select r.state, extract(epoch from min(o.answer_by) filter (where o.state = 'open') - $1::timestamptz)::integer as left
       from placement_request r left join placement_offer o on o.request_id = r.id
       where r.state in ('searching', 'offered', 'accepted') group by r.id, r.state`,
      [new Date(START)],
    );
    expect(open.length).toBeGreaterThanOrEqual(7);
    expect(open.length).toBeLessThanOrEqual(12);
    expect(new Set(open.map((each) => each.state))).toEqual(new Set(['searching', 'offered', 'accepted']));
    const left = open.flatMap((each) => each.left ?? []);
    expect(Math.min(...left)).toBeLessThanOrEqual(10 * 60);
    expect(Math.min(...left)).toBeGreaterThan(0);
  });

  it('has a question open at Lijsterbes, somebody over time there, and a plan behind that', async () => {
    const lijsterbes = unitOf('peelo-lijsterbes').id;
    const open = "select 1 from placement_offer where unit_id = $1 and state = 'open'";
    expect(await made.count(open, [lijsterbes])).toBe(1);
    const waiting = `
      select 1 from capacity_claim c join capacity_place p on p.id = c.place_id
        join capacity_claim behind on behind.place_id = c.place_id and behind.kind = 'reserved' and behind.released_at is null
      where p.unit_id = $1 and c.arrived_at is not null and c.left_at is null and upper(c.during) < $2`;
    expect(await made.count(waiting, [lijsterbes, new Date(START)])).toBe(1);
  });

  it('has a room with chairs in course: who was treated, who is there, who comes, who waits', async () => {
    const inState = (state: string) =>
      made.count('select 1 from day_treatment_visit where state = $1', [state]);
    expect(await inState('done')).toBeGreaterThan(60);
    expect(await inState('arrived')).toBeGreaterThan(0);
    expect(await inState('planned')).toBeGreaterThan(80);
    expect(await inState('to-plan')).toBeGreaterThanOrEqual(8);
    expect(await inState('to-plan')).toBeLessThanOrEqual(13);
    expect(await inState('no-show')).toBe(3);
    const kinds = await made.ask<{ kind: string }>('select distinct kind from day_treatment_act');
    for (const kind of ['measured', 'reacted', 'deviated', 'not-given', 'missed'])
      expect(kinds.map((act) => act.kind)).toContain(kind);
    const runs = `select 1 from day_treatment_act a where kind = 'started' and not exists
      (select 1 from day_treatment_act b where b.visit_id = a.visit_id and b.kind in ('stopped', 'left'))`;
    expect(await made.count(runs)).toBeGreaterThan(0);
  });

  it('has a nurse who is ill the next day, so that two people must move', async () => {
    const moving = await made.ask<{ moves: string; days: number }>(
      `select count(*) as moves, min(h.day - ($1::timestamptz at time zone 'Europe/Amsterdam')::date) as days
       from day_treatment_visit v join day_treatment_half_day h on h.id = v.half_day_id
       join day_treatment_shift s on s.half_day_id = h.id and s.nurse_id = v.nurse_id
       where s.absent = 'ill' and v.state = 'planned'`,
      [new Date(START)],
    );
    expect(moving).toEqual([{ moves: '2', days: 1 }]);
  });

  it('has who the guide tells of: one waits, one comes within the day', async () => {
    const found = await made.ask<{ name: string; state: string; from: Date | null }>(
      `select p.name, v.state, lower(v.during) as "from" from day_treatment_visit v
       join day_treatment_order o on o.id = v.order_id join people_person p on p.id = o.person_id
       where p.name = any($1) and v.number = 1 order by p.name`,
      [TOLD_BY_DAY],
    );
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['Jannes Sikkens', 'to-plan'],
      ['Trijntje Okken', 'planned'],
    ]);
    const wait = (found[1]?.from?.getTime() ?? 0) - START;
    expect(wait).toBeGreaterThan(10 * MINUTE);
    expect(wait).toBeLessThan(DAY);
  });

  it('has whose question comes back: who the guide tells of first, among few others, some of them looked into', async () => {
    const list = await made.ask<{ name: string | null; state: string; signs: { code: string }[] }>(
      `select p.name, s.state, s.signs from cases_signal s join cases_known k on k.id = s.known_id
       left join people_person p on p.id = k.person_id order by jsonb_array_length(s.signs) desc`,
    );
    expect(list[0]?.name).toBe(ENSING.name);
    expect(list[0]?.signs.map(({ code }) => code)).toEqual([
      'persistent',
      'same-reason',
      'many-helpers',
      'no-social',
    ]);
    expect(list.length).toBeLessThan(30);
    expect(new Set(list.map(({ state }) => state))).toEqual(new Set(['new', 'asked', 'case']));
  });

  it('has people who are helped together, at every stage', async () => {
    const cases = await made.ask<{ helpers: number; open: number; held: number; ended: boolean }>(
      `select (select count(*)::integer from cases_helper h where h.case_id = c.id) as helpers,
         (select count(*)::integer from cases_action a where a.case_id = c.id and a.state = 'open') as open,
         (select count(*)::integer from cases_meeting m where m.case_id = c.id and m.at < $1) as held,
         c.ended_at is not null as ended
       from cases_case c order by c.opened_at`,
      [new Date(START)],
    );
    expect(cases).toEqual([
      { helpers: 3, open: 0, held: 0, ended: true },
      { helpers: 3, open: 2, held: 0, ended: false },
      { helpers: 3, open: 2, held: 1, ended: false },
    ]);
    const lines = await made.ask<{ kind: string }>('select kind from cases_note_line order by place');
    expect(lines.map(({ kind }) => kind)).toEqual(['note', 'note', 'decision', 'action']);
  });

  it('has a referral in every state, and one that nobody picked up in time', async () => {
    const referrals = await made.ask<{ state: string; late: boolean }>(
      "select state, state = 'sent' and due_at < $1 as late from social_referral",
      [new Date(START)],
    );
    const states = new Set(referrals.map(({ state }) => state));
    expect(states).toEqual(new Set(REFERRAL_STATES));
    expect(referrals.filter(({ late }) => late)).toHaveLength(1);
  });

  it('has looked ahead every morning with what was known then, and held it against what came', async () => {
    const mornings = await made.ask<{ day: string; drawn: boolean; late: boolean }>(
      `select of_day as day, bool_or(none is null) as drawn,
         bool_or((past -> -1 ->> 'day')::date >= of_day or (days -> 0 ->> 'day')::date <= of_day) as late
       from outlook_forecast where of_day is not null group by of_day order by of_day`,
    );
    expect(mornings).toHaveLength(31);
    // The first weeks are too short a history to draw anything from.
    expect(mornings.filter(({ drawn }) => drawn)).toHaveLength(21);
    // At six nothing of ten o'clock that day is known.
    expect(mornings.filter(({ late }) => late)).toEqual([]);
    const scored =
      'select 1 from outlook_score s join outlook_forecast f on f.id = s.forecast_id where f.site_id is null';
    expect(await made.count(`${scored} and f.product = 'elv-high' and s.ahead = 1`)).toBe(19);
    expect(await made.count('select 1 from outlook_score where day > $1', [new Date(START)])).toBe(0);
    const alerts = await made.ask<{ right: boolean | null }>('select is_right as "right" from outlook_alert');
    expect(new Set(alerts.map(({ right }) => right))).toEqual(new Set([true, false, null]));
  });

  it('has two scenarios that were tried, and amounts that nobody can take for real', async () => {
    const tried = await made.ask<{ name: string; rows: unknown[]; wards: number }>(
      `select name, rows, jsonb_array_length(model -> 'wards') as wards from outlook_scenario order by made_at, id`,
    );
    expect(tried.map(({ name }) => name)).toEqual(['Avond en weekend', '4 bedden erbij']);
    for (const { rows, wards } of tried) {
      expect(rows).toHaveLength(7);
      expect(wards).toBeGreaterThan(10);
    }
    const prices = await made.ask<{ source: string }>('select distinct source from outlook_price');
    expect(prices).toEqual([{ source: 'Oefenbedrag, niet echt' }]);
  });

  it('is made once, and never in a production database', async () => {
    await expect(makePracticeRegion(made.url, { seed: 2026, now: START, key: TEST_KEY })).rejects.toThrow(
      /already/,
    );
    const other = await createTestDatabase();
    const stamp = new pg.Client({ connectionString: other.url });
    await stamp.connect();
    await stamp.query("insert into platform_mode (mode, region_name) values ('production', 'Echt')");
    await stamp.end();
    await expect(makePracticeRegion(other.url, { seed: 1, now: START, key: TEST_KEY })).rejects.toThrow(
      /production region/,
    );
    await other.drop();
  });
});
