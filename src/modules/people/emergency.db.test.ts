import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import { DAY } from '#kernel/interval.ts';
import type { EmergencyView } from './contract-emergency.ts';

const NOW = Date.now();
const REASON = 'benauwd, geen tijd om te vragen';

let house: ApiHouse;
let personId: string;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW });
  await sendRequest(house, [house.freshPlace()]);
  const { rows } = await house.owner.query<{ id: string }>('select id from people_person');
  personId = rows[0]?.id ?? '';
});
afterAll(() => house.close());

const who = { name: 'Mw. Geertje Hofsteenge', birthDate: '1941-05-02' };
const press = (body: object, by = house.small.wards[1]) =>
  house.post(by, '/emergency', { ...who, reason: REASON, ...body });
const see = (by = house.small.wards[1]) => house.call(by, 'GET', `/api/v1/persons/${personId}`);

describe('the emergency button', () => {
  it('opens nobody without a reason of ten letters, without a name, or under another birth date', async () => {
    for (const body of [{ reason: 'spoed' }, { reason: '..........' }, { name: null }])
      expect((await press(body)).json()).toMatchObject({ code: 'invalid-input' });
    expect((await press({ birthDate: '1941-05-03' })).json()).toMatchObject({ code: 'person-unknown' });
    expect((await see()).json()).toMatchObject({ code: 'person-unknown' });
  });

  it('is for who treats: not for the desk, the assistant or the manager of the region', async () => {
    expect((await press({}, house.small.desk)).json()).toMatchObject({ code: 'not-allowed' });
  });

  it('opens the person to who pressed, to read, with the reason in the log and an end', async () => {
    const opened = await press({});
    expect(opened.json<EmergencyView>().person.name).toBe('Geertje Hofsteenge');
    expect(Date.parse(opened.json<EmergencyView>().until)).toBe(house.clock.at + DAY);
    expect((await see()).statusCode).toBe(200);
    const version = opened.json<EmergencyView>().person.version;
    const change = await house.call(
      house.small.wards[1],
      'PATCH',
      `/api/v1/persons/${personId}`,
      { pc4: '9401' },
      { version },
    );
    expect(change.json()).toMatchObject({ code: 'person-not-yours' });
    const { rows } = await house.owner.query(
      "select reason, ground, outcome from platform_access where event = 'break-glass'",
    );
    expect(rows).toEqual([{ reason: REASON, ground: 'break-glass', outcome: 'done' }]);
    const looked = await house.owner.query(
      "select ground from platform_access where event = 'read' and actor = $1",
      [house.small.wards[1].id],
    );
    expect(looked.rows).toEqual([{ ground: 'break-glass' }]);
  });

  it('is over after its time', async () => {
    await house.owner.query(
      "update people_relation set since = now() - interval '25 hours', ended_at = now() - interval '1 hour' where kind = 'emergency'",
    );
    expect((await see()).json()).toMatchObject({ code: 'person-unknown' });
  });

  it('counts: after five times in a day somebody must be called', async () => {
    for (let n = 0; n < 4; n++) expect((await press({})).statusCode).toBe(200);
    expect((await press({})).json()).toMatchObject({ code: 'emergency-too-often' });
  });

  it('is off when the region says so, also for the rows; who said it stays', async () => {
    const manager = { ...house.small.desk, role: 'region-manager' as const };
    expect(
      (await house.call(manager, 'PUT', '/api/v1/emergency/setting', { on: false })).json(),
    ).toMatchObject({ code: 'not-allowed' });
    await house.owner.query(
      "insert into people_emergency_switch values (gen_random_uuid(), false, 'somebody', $1, now())",
      [house.small.desk.organisationId],
    );
    expect((await house.call(house.small.gp, 'GET', '/api/v1/emergency/setting')).json()).toMatchObject({
      on: false,
    });
    expect((await press({}, house.small.doctor)).json()).toMatchObject({ code: 'emergency-off' });
    const { rows } = await house.owner.query<{ found: string | null }>(
      "select people_emergency_find(null, 'Geertje Hofsteenge', '1941-05-02') as found",
    );
    expect(rows[0]?.found).toBeNull();
  });

  it('in production it is off until somebody says otherwise', async () => {
    await house.owner.query('delete from people_emergency_switch');
    await house.owner.query("update platform_mode set mode = 'production'");
    expect((await house.call(house.small.gp, 'GET', '/api/v1/emergency/setting')).json()).toMatchObject({
      on: false,
      setAt: null,
    });
  });
});
