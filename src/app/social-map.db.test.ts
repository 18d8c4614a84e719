import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import type { OwnServices, SearchAnswer, ServiceView } from '#modules/social/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';

/** A Monday at ten, on the clock of the region. */
const NOW = Date.parse('2026-11-23T09:00:00Z');
const EXAMPLE = join(import.meta.dirname, '../../docs/examples/services.csv');

let house: ApiHouse;
let worker: Professional;
let stranger: Professional;
beforeAll(async () => {
  house = await openApiHouse({ now: NOW });
  const welfare = (code: string) => ({
    ...{ id: newId(), code, name: `Welzijn ${code}`, kind: 'welfare' as const, phone: null, email: null },
    ...{ party: true, ura: null, agb: null },
  });
  const [own, other] = [welfare('WELZIJN'), welfare('ANDERS')];
  const works = (organisationId: string): Professional => ({
    ...{ id: newId(), organisationId, siteId: null, unitId: null },
    ...{ name: 'Oefen welzijn', role: 'welfare-worker', phone: null },
  });
  [worker, stranger] = [works(own.id), works(other.id)];
  await house.house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      {
        organisations: [own, other],
        professionals: [worker, stranger],
        postcodes: [
          { pc4: '9401', town: 'Assen', lat: 52.9862, lon: 6.559 },
          { pc4: '9404', town: 'Assen', lat: 52.9769, lon: 6.5812 },
          { pc4: '9451', town: 'Rolde', lat: 52.9826, lon: 6.6494 },
        ],
      },
      { actor: 'maker', now: NOW },
    ),
  );
  house.house.door.committed();
  const brought = await bring(await readFile(EXAMPLE, 'utf8'));
  expect(brought.json()).toMatchObject({ added: expect.any(Number), errorCount: 0 });
});
afterAll(() => house.close());

const bring = (text: string) =>
  house.call(house.small.desk, 'POST', '/api/v1/import/services', text, {
    headers: { 'content-type': 'text/csv' },
  });
const search = async (asked: object, who: Professional | null = null): Promise<SearchAnswer> => {
  const answer = await house.call(who, 'POST', '/api/v1/social/searches', asked);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<SearchAnswer>();
};
const names = async (asked: object) => (await search(asked)).hits.map(({ name }) => name);
const idOf = async (need: string): Promise<string> => (await search({ need })).hits[0]?.id ?? '';

describe('who cannot sleep', () => {
  it('finds the sleep course first, then what may lie behind it, each with its why; without signing in', async () => {
    const { heard, hits } = await search({ need: 'ik kan niet slapen', pc4: '9451' });
    expect(heard.map(({ code }) => code)).toContain('sleep');
    expect(hits.map(({ name }) => name).slice(0, 2)).toEqual([
      'Beter slapen in zes weken',
      'Eerste hulp bij geldzorgen',
    ]);
    expect(hits.map(({ name }) => name)).toContain('Een maatje voor een jaar');
    const reasons = hits[1]?.reasons.map(({ code }) => code);
    expect(reasons).toEqual(expect.arrayContaining(['need', 'near', 'open-now', 'free', 'recent']));
    expect(hits[0]?.metres).toBeGreaterThan(5_000);
  });

  it('finds what is typed wrong, and a name by how it looks', async () => {
    expect((await names({ need: 'slapeloosheit' }))[0]).toBe('Beter slapen in zes weken');
    const byName = await search({ need: 'buurtkamer pelo' });
    expect(byName.hits[0]?.name).toBe('Koffieochtend in de buurtkamer');
  });

  it('leaves out what is closed now, does not fit the age or speaks another language, when asked', async () => {
    expect(await names({ need: 'slapen', open: true })).toEqual(['Eerste hulp bij geldzorgen']);
    expect(await names({ need: 'slapen', age: 12 })).toEqual(['Een maatje voor een jaar']);
    expect(await names({ need: 'schulden', language: 'ar' })).toEqual(['Eerste hulp bij geldzorgen']);
  });

  it('hears nothing in nothing: everything stands there, the nearest first', async () => {
    const near = await search({ pc4: '9451' });
    expect([near.heard, near.hits[0]?.name, near.total]).toEqual([[], 'Een maatje voor een jaar', 5]);
  });
});

describe('the own organisation', () => {
  it('says in one tap that people wait; who looks sees it at once, and earlier words stay', async () => {
    const { services } = (await house.call(worker, 'GET', '/api/v1/social/own-services')).json<OwnServices>();
    expect(services.map(({ name }) => name)).toEqual([
      'Beter slapen in zes weken',
      'Eerste hulp bij geldzorgen',
    ]);
    const id = await idOf('slapen');
    const said = await house.post(worker, `/social/services/${id}/state`, { state: 'waiting', weeks: 6 });
    expect(said.json<ServiceView>()).toMatchObject({ mine: true, state: { state: 'waiting', weeks: 6 } });
    const { hits } = await search({ need: 'slaapcursus' });
    expect(hits[0]?.reasons).toContainEqual({ code: 'wait', about: '6' });
    await house.post(worker, `/social/services/${id}/state`, { state: 'open' });
    const kept = await house.owner.query(
      "set app.keeper = 'on'; select state from social_service_state order by said_at, id",
    );
    expect((kept as unknown as { rows: { state: string }[] }[])[1]?.rows.map(({ state }) => state)).toEqual([
      'waiting',
      'open',
    ]);
  });

  it('says in one tap that the words are still true', async () => {
    const id = await idOf('schulden');
    await house.owner.query("update social_hsds_service set assured_date = '2025-01-01' where id = $1", [id]);
    house.clock.at = NOW + 1;
    const said = await house.post(worker, `/social/services/${id}/assured`, {});
    expect(said.json<ServiceView>().assured).toEqual({ day: '2026-11-23', phase: 'fresh' });
  });

  it.each([
    ['a wait without weeks', { state: 'waiting' }, 422, 'state-needs-weeks'],
    ['a day that has passed', { state: 'closed', untilDay: '2026-11-23' }, 422, 'state-day-past'],
    ['a wait above the longest', { state: 'waiting', weeks: 500 }, 422, 'state-weeks-many'],
  ])('is told what is wrong with %s, and nothing is kept', async (_, body, status, code) => {
    const id = await idOf('schulden');
    const answer = await house.post(worker, `/social/services/${id}/state`, body);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('speaks only for itself; the desk speaks for all, others for none', async () => {
    const id = await idOf('schulden');
    const codeOf = async (who: Professional) => {
      const answer = await house.post(who, `/social/services/${id}/state`, { state: 'open' });
      return answer.statusCode === 200 ? 'said' : answer.json<{ code: string }>().code;
    };
    expect(await codeOf(stranger)).toBe('service-not-yours');
    expect(await codeOf(house.small.gp)).toBe('not-allowed');
    expect(await codeOf(house.small.desk)).toBe('said');
    expect(
      (await house.post(worker, `/social/services/${newId()}/state`, { state: 'open' })).statusCode,
    ).toBe(404);
  });
});

describe('a service page', () => {
  it('tells how to join, where and when, and no name of a person', async () => {
    const id = await idOf('slapen');
    const page = (
      await house.call(null, 'GET', `/api/v1/social/services/${id}?pc4=9404`)
    ).json<ServiceView>();
    expect(page).toMatchObject({
      ...{ howToJoin: 'Bel of mail ons.', mine: false, phones: [{ number: '0592-00 55 01' }] },
      places: [{ address: 'Brink 1, 9401 AB Assen' }],
      hours: [{ weekday: 2, opens: 19 * 60, closes: 21 * 60 }],
    });
  });

  it('on the web as HSDS leaves contacts out', async () => {
    const document = {
      ...{ id: newId(), name: 'Rouwgroep', status: 'active', email: 'a@b.example' },
      contacts: [{ id: newId(), name: 'J. Oefenpersoon' }],
    };
    const brought = await house.post(house.small.desk, '/import/hsds', { services: [document] });
    expect(brought.json()).toMatchObject({ added: 2, errorCount: 0 });
    const shown = await house.call(null, 'GET', `/api/v1/hsds/services/${document.id}`);
    expect(shown.json()).toMatchObject({ name: 'Rouwgroep' });
    expect(shown.body).not.toContain('Oefenpersoon');
    const kept = await house.call(house.small.desk, 'GET', '/api/v1/export/hsds.json');
    expect(kept.body).toContain('Oefenpersoon');
    expect((await house.call(null, 'GET', '/api/v1/export/hsds.json')).statusCode).toBe(401);
  });
});

describe('the list of one line per service', () => {
  it('taken out and brought in again changes nothing', async () => {
    const out = await house.call(house.small.desk, 'GET', '/api/v1/export/services.csv');
    const again = await bring(out.body);
    expect(again.json()).toMatchObject({ added: 0, changed: 0, errorCount: 0 });
  });

  it('with one bad line names it, and nothing of it is kept', async () => {
    const head = 'service_code;name;organisation;email;hours;min_age';
    const answer = await bring(
      `${head}\nnieuw-1;Nieuw;Huis;a@b.nl;;\nnieuw-2;Fout;Huis;geen-adres;altijd;oud\n`,
    );
    const problem = answer.json<{ code: string; fields: { path: string }[] }>();
    expect(problem.code).toBe('import-has-errors');
    expect(problem.fields.map(({ path }) => path)).toEqual(['3.email', '3.min_age', '3.hours']);
    expect(await names({ need: 'nieuw' })).toEqual([]);
  });
});
