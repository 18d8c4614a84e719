import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceView } from '#modules/social/contract.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';

type Told = { readonly code?: string };

/** A Monday at ten. */
const NOW = Date.parse('2026-11-23T09:00:00Z');
const CSV = { headers: { 'content-type': 'text/csv' } };
const HEAD = 'service_code;name;organisation;kinds;phone;hours;min_age;max_age';

let house: ApiHouse;
beforeAll(async () => {
  house = await openApiHouse({ now: NOW });
});
afterAll(() => house.close());

const bring = (...lines: string[]) =>
  house.call(house.small.desk, 'POST', '/api/v1/import/services', [HEAD, ...lines].join('\n'), CSV);
const found = async (need: string): Promise<{ id: string; reasons: { code: string }[] }[]> =>
  (await house.call(house.small.desk, 'POST', '/api/v1/social/searches', { need })).json().hits;
const say = (id: string, body: object) =>
  house.call(house.small.desk, 'POST', `/api/v1/social/services/${id}/state`, body);

describe('what cannot be of a service', () => {
  it('an impossible schedule is said with its line and how to write it, and nothing of the file is kept', async () => {
    const answer = await bring(
      'a;Wandelmaatje;Noaber;buddy;0592-00 55 09;ma 09:00-12:00;;',
      'b;Belbus;Noaber;transport;0592-00 55 08;ma 25:00-31:00;;',
    );
    expect(answer.body).toContain('Deze tijden zijn niet te lezen.');
    expect(answer.body).toContain('ma-vr 09:00-17:00');
    expect(await found('maatje')).toEqual([]);
  });

  it('a service that nobody can reach comes in, and everybody reads that it has no contact', async () => {
    expect((await bring('a;Wandelmaatje;Noaber;buddy;;ma 09:00-12:00;;')).statusCode).toBe(200);
    const [hit] = await found('maatje');
    expect(hit?.reasons.map(({ code }) => code)).toContain('no-contact');
  });

  it('a wait above the longest is refused in a sentence with that number; what was said before stays', async () => {
    const [hit] = await found('maatje');
    const id = hit?.id ?? '';
    expect((await say(id, { state: 'waiting', weeks: 104 })).json<ServiceView>().state?.weeks).toBe(104);
    const refused = await say(id, { state: 'waiting', weeks: 105 });
    expect(refused.statusCode).toBe(422);
    expect(refused.json<Told>()).toMatchObject({ code: 'state-weeks-many' });
    expect(refused.body).toContain('hoogstens 104 weken');
    expect((await say(id, { state: 'waiting' })).json<Told>().code).toBe('state-needs-weeks');
    expect((await say(id, { state: 'closed', untilDay: '2026-11-23' })).json<Told>().code).toBe(
      'state-day-past',
    );
    const after = await house.call(house.small.desk, 'GET', `/api/v1/social/services/${id}`);
    expect(after.json<ServiceView>().state).toMatchObject({ state: 'waiting', weeks: 104 });
  });
});

describe('the first question', () => {
  it('leaves nothing of what was typed in the house', async () => {
    const asked = await house.house.app.inject({
      ...{ method: 'POST', url: '/api/v1/social/questions' },
      payload: { words: 'ik zoek een maatje voor mijn vinkenslag', pc4: null },
    });
    expect(asked.json().helpers[0]).toMatchObject({ name: 'Wandelmaatje', phone: null });
    const { rows } = await house.owner.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    for (const { name } of rows) {
      const held = await house.owner.query(`select 1 from ${name} t where t::text like '%vinkenslag%'`);
      expect(held.rowCount, name).toBe(0);
    }
  });
});
