import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, isoFromInstant } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import type { Departures, HospitalWaiting } from '#tower/contract.ts';
import { asking, somebody } from './api-house.fixture.ts';
import { eventually, openStayHouse } from './stay-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
const NOW = instantOf('2026-10-21', 11 * 60 + 41, ZONE);

let stays: Awaited<ReturnType<typeof openStayHouse>>;
beforeAll(async () => {
  stays = await openStayHouse(NOW, 'elv-high');
});
afterAll(() => stays.house.close());

const departures = async (who: Professional): Promise<Departures> => {
  const answer = await stays.house.call(who, 'GET', '/api/v1/departures?days=7');
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Departures>();
};

describe('departures of the coming days', () => {
  it('show the desk when, where and what is missing, and never a name; each is one line in the log', async () => {
    const { small, owner, call, post } = stays.house;
    const { stayId, claimId } = await stays.admit();
    const { rows } = await owner.query('select version from capacity_claim where id = $1', [claimId]);
    const until = isoFromInstant(instantOf('2026-10-23', 630, ZONE));
    const moved = await post(
      small.wards[0],
      `/claims/${claimId}/expected-end`,
      { until },
      { version: rows[0].version },
    );
    expect(moved.statusCode).toBe(200);
    const seen = await eventually(async () => {
      const found = await departures(small.desk);
      return found.leavers.some((leaver) => leaver.stayId === stayId) ? found : null;
    });
    expect(seen.days[2]).toMatchObject({ day: '2026-10-23', leaves: 1, uncertain: 0 });
    expect(seen.sites[0]?.leaves).toEqual([0, 0, 1, 0, 0, 0, 0]);
    const leaver = seen.leavers[0];
    expect(leaver).toMatchObject({
      stayId,
      day: '2026-10-23',
      certain: true,
      overdue: false,
      ageBand: '85-89',
    });
    expect(leaver?.missing).toHaveLength(8);
    expect(leaver?.late).toEqual(['home-care', 'carer']);
    expect(JSON.stringify(seen)).not.toContain('Hofsteenge');
    await departures(small.desk);
    const log = await owner.query(
      "select 1 from platform_access where event = 'list' and object_type = 'claim' and object_id = $1 and person_id is not null",
      [claimId],
    );
    expect(log.rowCount).toBe(1);
    expect((await call(small.gp, 'GET', '/api/v1/departures')).statusCode).toBe(403);
    expect((await call(small.desk, 'GET', '/api/v1/departures?days=400')).statusCode).toBe(400);
  });
});

describe('the own people of a hospital who wait', () => {
  const waiting = async (who: Professional) =>
    (await stays.house.call(who, 'GET', '/api/v1/hospital-waiting')).json<HospitalWaiting>();

  it('are told with since when and for what; a wrong bed by law apart; of others nobody', async () => {
    const { small, post, clock, call } = stays.house;
    const ask = (change: object) =>
      post(small.transfer, '/requests', {
        ...asking([], {
          origin: 'hospital',
          person: somebody({ name: 'Roelof Timmer', birthDate: '1938-01-02' }),
          ...change,
        }),
      });
    const delayed = await ask({});
    expect(delayed.statusCode).toBe(200);
    const later = await ask({ wantedFrom: isoFromInstant(NOW + 6 * DAY) });
    expect(later.statusCode).toBe(200);
    clock.at = NOW + 3 * DAY;
    const found = await waiting(small.transfer);
    expect(found.waiting.map(({ daysWaiting, kind, readyDay }) => [daysWaiting, kind, readyDay])).toEqual([
      [3, 'delayed', '2026-10-21'],
      [-3, 'not-yet', '2026-10-27'],
    ]);
    expect(found.waiting[0]).toMatchObject({ name: 'Roelof Timmer', cause: 'no-place', site: null });
    expect(found.totals).toEqual({
      wrongBed: { people: 0, days: 0 },
      delayed: { people: 1, days: 3 },
      notYet: 1,
    });
    clock.at = NOW;
    expect((await call(small.gp, 'GET', '/api/v1/hospital-waiting')).statusCode).toBe(403);
  });

  it('count as a wrong bed when there is a decision for long-term care', async () => {
    const { small, post } = stays.house;
    const sent = await post(small.transfer, '/requests', {
      ...asking([], {
        origin: 'hospital',
        person: somebody({ name: 'Aaltje Kuiper', birthDate: '1939-03-04' }),
      }),
      triage: { version: 1, answers: [{ question: 'wlz', answer: 'indicated' }] },
    });
    expect(sent.statusCode, sent.body).toBe(200);
    const found = await waiting(small.transfer);
    expect(found.waiting.find(({ name }) => name === 'Aaltje Kuiper')?.kind).toBe('wrong-bed');
    expect(found.totals.wrongBed.people).toBe(1);
  });
});
