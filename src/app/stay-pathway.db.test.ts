import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { PathwayList } from '#modules/stay/contract-pathway.ts';
import type { Delays } from '#tower/contract-delays.ts';
import { actsOf } from './stay-acts.fixture.ts';
import { openStayHouse } from './stay-house.fixture.ts';

const NOW = instantOf('2026-10-21', 11 * 60 + 41, 'Europe/Amsterdam');
const TODAY = '2026-10-21';

let stays: Awaited<ReturnType<typeof openStayHouse>>;
let own: ReturnType<typeof actsOf>;

beforeAll(async () => {
  stays = await openStayHouse(NOW);
  own = actsOf(stays);
});
afterEach(() => {
  stays.house.clock.at = NOW;
});
afterAll(() => stays.house.close());

describe('what a stay is', () => {
  const now = async () => {
    const answer = await stays.house.call(own.ward, 'GET', '/api/v1/pathways');
    return answer.json<PathwayList>().pathways.find(({ product }) => product === 'elv-high');
  };

  it('is agreed by the region, by version; who is there keeps theirs', async () => {
    const { small, post } = stays.house;
    const before = await stays.admit();
    const first = await now();
    expect(first?.now).toMatchObject({ version: 1, reason: null });
    const shorter = { ...first?.now.body, most: { days: 42 }, usualDays: 28, meetings: [], tasks: [] };
    const adopt = { product: 'elv-high', reason: 'korter verblijf afgesproken', body: shorter };
    const by = (who: typeof small.desk, body: object, version: number) =>
      post(who, '/pathways', body, { version });
    expect((await by(own.ward, adopt, 1)).json<{ code: string }>().code).toBe('not-allowed');
    const late = { ...adopt, body: { ...shorter, usualDays: 43 } };
    expect((await by(small.desk, late, 1)).json<{ code: string }>().code).toBe('pathway-unclear');
    const strange = { ...adopt, body: { ...shorter, bonus: true } };
    expect((await by(small.desk, strange, 1)).json<{ code: string }>().code).toBe('invalid-input');
    expect((await by(small.desk, adopt, 1)).statusCode).toBe(200);
    expect((await by(small.desk, adopt, 1)).json<{ code: string }>().code).toBe('version-stale');
    expect(await now()).toMatchObject({
      now: {
        ...{ version: 2, reason: adopt.reason, adoptedBy: small.desk.name },
        body: { most: { days: 42 } },
      },
      earlier: [{ version: 1, adoptedBy: null }],
    });
    const after = await stays.admit();
    expect((await own.seen(before.stayId)).lastDay).toBe('2027-01-21');
    expect(await own.seen(after.stayId)).toMatchObject({ lastDay: plusDays(TODAY, 41), meetings: [] });
  });
});

describe('who could go and is still there', () => {
  const counted = async (who = own.ward, query = ''): Promise<Delays> => {
    const answer = await stays.house.call(who, 'GET', `/api/v1/delayed-departures${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<Delays>();
  };

  it('is counted by the house about its own, and by the region without small numbers', async () => {
    const { small, call } = stays.house;
    const { stayId } = await stays.admit();
    stays.house.clock.at = NOW + 10 * DAY;
    const { version } = await own.seen(stayId);
    const since = plusDays(TODAY, 4);
    await own.done(stayId, 'ready', { readyDay: since, wlzDecision: false }, version);
    await own.done(stayId, 'barriers', { code: 'wmo', owner: 'municipality', since, due: '2026-11-20' });
    const six = { stays: 1, days: 6, causes: [{ cause: 'wmo', stays: 1, days: 6 }] };
    const none = { stays: 0, days: 0, causes: [] };
    expect(await counted()).toMatchObject({ scope: 'house', delayed: six, wrongBed: none });
    // Only the days within the stretch, and the last one not.
    const stretch = await counted(own.ward, `?from=${plusDays(TODAY, 5)}&until=${plusDays(TODAY, 8)}`);
    expect(stretch.delayed.days).toBe(3);
    expect(await counted(small.wards[1])).toMatchObject({ scope: 'house', delayed: none });
    const region = await counted(small.desk);
    expect(region).toMatchObject({ scope: 'region', delayed: { stays: null, days: null } });
    expect(JSON.stringify(region)).not.toContain(stayId);
    const wrong = await call(own.ward, 'GET', '/api/v1/delayed-departures?from=2026-11-02&until=2026-11-01');
    expect(wrong.statusCode).toBe(400);
    const gp = await call(small.gp, 'GET', '/api/v1/delayed-departures');
    expect(gp.statusCode).toBe(403);
  });
});
