import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { StayLine, StayList } from '#modules/stay/contract.ts';
import type { Ward } from '#tower/contract.ts';
import { eventually, openStayHouse } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

let stays: Awaited<ReturnType<typeof openStayHouse>>;

beforeAll(async () => {
  stays = await openStayHouse(NOW, 'reo-observation');
});
afterAll(() => stays.house.close());

type Reader = Parameters<typeof stays.house.call>[0];

const list = async (who: Reader, query: string): Promise<readonly StayLine[]> => {
  const answer = await stays.house.call(who, 'GET', `/api/v1/stays?${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<StayList>().stays;
};

const barTheWay = (stayId: string, due: string) =>
  stays.house.owner.query(
    `select set_config('app.keeper', 'on', false); insert into stay_barrier (id, stay_id, code, owner, since, due, at, actor)
     values (gen_random_uuid(), '${stayId}', 'wmo', 'municipality', '2026-10-01', '${due}', now(), 'test')`,
  );

describe('the list of stays', () => {
  it('has who needs a decision on top, with what is in the way, the next talk, the bed and the days', async () => {
    const { small } = stays.house;
    const calm = await stays.admit();
    const stuck = await stays.admit();
    await barTheWay(stuck.stayId, '2026-10-20');
    const found = await list(small.wards[0], 'scope=house');
    expect(found.map(({ stayId }) => stayId)).toEqual([stuck.stayId, calm.stayId]);
    expect(found[0]).toMatchObject({
      need: 'barrier-late',
      own: true,
      day: 1,
      days: 9,
      daysLeft: 8,
      barriers: [{ code: 'wmo', owner: 'municipality', due: '2026-10-20', late: true }],
      meeting: { kind: 'team' },
    });
    expect(found[0]?.person?.name).toBeTruthy();
    expect(found[0]?.bed).toBeTruthy();
    expect(found[1]).toMatchObject({ need: 'none', barriers: [] });
    expect(found[1]?.expectedEnd).toBe((await stays.seen(small.wards[0], calm.stayId)).expectedEnd);
  });

  it('has for the GP their own people, for another house nobody, and for one ward only that ward', async () => {
    const { small } = stays.house;
    const { stayId } = await stays.admit();
    const ids = async (who: Reader, query: string) => (await list(who, query)).map((line) => line.stayId);
    expect(await ids(small.gp, 'scope=mine')).toContain(stayId);
    expect(await ids(small.gp, 'scope=house')).toEqual([]);
    expect(await ids(small.wards[1], 'scope=house')).toEqual([]);
    expect(await ids(small.wards[1], 'scope=mine')).toEqual([]);
    expect(await ids(small.wards[0], `scope=house&unit=${small.units[0]}`)).toContain(stayId);
    expect(await ids(small.wards[0], `scope=house&unit=${small.units[1]}`)).toEqual([]);
  });

  it('keeps who left for thirty days in a list of their own', async () => {
    const { small } = stays.house;
    const { stayId, claimId } = await stays.admit();
    expect((await stays.leave(claimId, 'home')).statusCode).toBe(200);
    const ended = () => list(small.wards[0], 'scope=ended');
    const line = await eventually(async () => (await ended()).find((each) => each.stayId === stayId));
    expect(line).toMatchObject({ destination: 'home', expectedEnd: null, bed: null, need: 'none' });
    expect((await list(small.wards[0], 'scope=house')).map((each) => each.stayId)).not.toContain(stayId);
    await stays.house.owner.query(
      `select set_config('app.keeper', 'on', false);
       update stay_stay set arrived_at = arrived_at - interval '40 days', ended_at = ended_at - interval '31 days'
       where id = '${stayId}'`,
    );
    expect((await ended()).map((each) => each.stayId)).not.toContain(stayId);
  });

  it('writes down one look for each person in it', async () => {
    const { small, owner } = stays.house;
    const looks = async (): Promise<number> => {
      const { rows } = await owner.query<{ count: string }>(
        `select set_config('app.keeper', 'on', false), count(*) from platform_access where object_type = 'stay' and event = 'list'`,
      );
      return Number(rows[0]?.count);
    };
    const before = await looks();
    const found = await list(small.wards[0], 'scope=house');
    expect(found.length).toBeGreaterThan(1);
    expect((await looks()) - before).toBe(found.length);
  });
});

describe('the sheet of the ward', () => {
  it('tells of who stays here the day, the alarm and what is in the way; nothing of it to another house', async () => {
    const { small } = stays.house;
    const { stayId, claimId } = await stays.admit();
    await barTheWay(stayId, '2026-10-27');
    const markOn = async (who: Reader) => {
      const ward = (await stays.house.call(who, 'GET', `/api/v1/wards/${small.units[0]}`)).json<Ward>();
      return ward.places.flatMap(({ claims }) => claims).find((claim) => claim.claimId === claimId)?.stay;
    };
    expect(await markOn(small.wards[0])).toMatchObject({
      stayId,
      day: 1,
      days: 9,
      alarm: false,
      barriers: [{ code: 'wmo', due: '2026-10-27', late: false }],
    });
    expect(await markOn(small.wards[1])).toBeNull();
    stays.house.clock.at = NOW + 6 * DAY;
    expect(await markOn(small.wards[0])).toMatchObject({ day: 7, alarm: true });
    stays.house.clock.at = NOW;
  });
});
