import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asking, somebody } from '#app/api-house.fixture.ts';
import { eventually, openStayHouse } from '#app/stay-house.fixture.ts';
import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import type { Professional } from '#modules/region/types.ts';
import type { NextMoves, RegionGains, WardGains } from './contract-next.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-11-23', 11 * 60, ZONE);
const TODAY = localDay(NOW, ZONE);
const NAME = 'Zwaantje Popkema';

let stays: Awaited<ReturnType<typeof openStayHouse>>;
beforeAll(async () => {
  stays = await openStayHouse(NOW, 'elv-high', 6);
});
afterAll(() => stays.house.close());

const get = async <T>(who: Professional, url: string): Promise<T> => {
  const answer = await stays.house.call(who, 'GET', `/api/v1${url}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
};

const bar = async (stayId: string, code: string, owner: string): Promise<void> => {
  const { post, small } = stays.house;
  const said = { code, owner, since: plusDays(TODAY, -3), due: plusDays(TODAY, 2) };
  const answer = await post(small.wards[0], `/stays/${stayId}/barriers`, said);
  expect(answer.statusCode, answer.body).toBe(200);
};

const gainsPath = (): string => `/units/${stays.house.small.wards[0].unitId}/barrier-gains`;

describe('which barrier gives most days', () => {
  it('is told to the house by bed and without a name; each look is one line in the log', async () => {
    const { small, owner } = stays.house;
    const [one, two] = [
      await stays.admit(),
      await stays.admit({ person: somebody({ name: NAME, birthDate: '1938-03-04' }) }),
    ];
    await bar(one.stayId, 'home-care', 'home-care');
    await bar(two.stayId, 'home-care', 'home-care');
    await bar(two.stayId, 'wlz-decision', 'ciz');
    const gains = await eventually(async () => {
      const found = await get<WardGains>(small.wards[0], gainsPath());
      return found.byCode.length === 2 ? found : null;
    });
    const care = gains.byCode.find(({ code }) => code === 'home-care');
    expect(care).toMatchObject({ stays: 2, late: 0, why: { nl: expect.stringMatching(/^Scheelt /) } });
    expect(care?.beds.map(({ stayId }) => stayId).sort()).toEqual([one.stayId, two.stayId].sort());
    expect(gains.byOwner.map(({ owner: who }) => who).sort()).toEqual(['ciz', 'home-care']);
    expect(JSON.stringify(gains)).not.toMatch(/Popkema|Hofsteenge/);
    const log = await owner.query(
      "select 1 from platform_access where event = 'list' and object_type = 'stay' and object_id = $1 and person_id is not null",
      [one.stayId],
    );
    expect(log.rowCount).toBeGreaterThan(0);
  });

  it('is of the own house only, and of the region in counts that are not small', async () => {
    const { small, call } = stays.house;
    const other = await call(small.wards[1], 'GET', `/api/v1${gainsPath()}`);
    expect(other.json()).toMatchObject({ code: 'other-unit' });
    expect((await call(small.gp, 'GET', `/api/v1${gainsPath()}`)).statusCode).toBe(403);
    const region = await get<RegionGains>(small.desk, '/barrier-gains');
    expect(region.byCode.map(({ code, days, stays: count }) => [code, days, count]).sort()).toEqual([
      ['home-care', null, null],
      ['wlz-decision', null, null],
    ]);
    expect(region.enough).toBe(5);
    expect((await call(small.wards[0], 'GET', '/api/v1/barrier-gains')).statusCode).toBe(403);
  });
});

describe('the best next move of the desk', () => {
  it('gives who waits a place now, says why, names nobody and places nobody', async () => {
    const { small, post, owner } = stays.house;
    const before = await owner.query('select 1 from placement_offer');
    const sent = await post(
      small.transfer,
      '/requests',
      asking([], { origin: 'hospital', person: somebody({ name: NAME, birthDate: '1936-01-02' }) }),
    );
    expect(sent.statusCode, sent.body).toBe(200);
    const { id } = sent.json<{ request: { id: string } }>().request;
    const moves = await eventually(async () => {
      const found = await get<NextMoves>(small.desk, '/next-moves');
      return found.rows.some((row) => row.id === id) ? found : null;
    });
    const row = moves.rows.find((each) => each.id === id);
    expect(row).toMatchObject({ takes: 'now', inHospital: true, now: { site: expect.any(String) } });
    expect(row?.why.nl).toBe('Er is haast: niet wachten.');
    expect([moves.now, moves.later]).toEqual([1, 0]);
    expect(JSON.stringify(moves)).not.toContain(NAME);
    expect((await owner.query('select 1 from placement_offer')).rowCount).toBe(before.rowCount);
  });

  it('is for the desk itself', async () => {
    const { small, call } = stays.house;
    for (const who of [small.gp, small.wards[0], small.transfer])
      expect((await call(who, 'GET', '/api/v1/next-moves')).statusCode).toBe(403);
  });
});
