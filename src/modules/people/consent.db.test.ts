import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { ConsentList } from './contract-consent.ts';
import type { CodeView, DoorView } from './contract-own.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

let house: ApiHouse;
let personId: string;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW });
  await sendRequest(house, [house.freshPlace()]);
  const { rows } = await house.owner.query<{ id: string }>('select id from people_person');
  personId = rows[0]?.id ?? '';
});
afterAll(() => house.close());

const url = (rest = '') => `/persons/${personId}/consents${rest}`;
const give = (who: typeof house.small.gp, body: object) => house.post(who, url(), body);
const welfare = { purpose: 'welfare', receiverKind: 'welfare' };
const own = (method: 'GET' | 'POST', path: string, cookie: string, body?: object) =>
  house.house.app.inject({
    method,
    url: `/api/v1/own${path}`,
    headers: { cookie },
    ...(body === undefined ? {} : { payload: body }),
  });
const enter = async (): Promise<string> => {
  const { token } = (await house.post(house.small.gp, `/persons/${personId}/door`, {})).json<DoorView>();
  const asked = await own('POST', '/code', '', { token, birthDate: '1941-05-02' });
  const { practiceCode: code } = asked.json<CodeView>();
  const opened = await own('POST', '/session', '', { token, code });
  return `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`;
};

describe('consent', () => {
  it('is recorded by who knows the person; for others the person is not there', async () => {
    const given = await give(house.small.gp, welfare);
    expect(given.json<ConsentList>().consents).toEqual([
      expect.objectContaining({
        purpose: 'welfare',
        receiverKind: 'welfare',
        explicit: true,
        revokedAt: null,
      }),
    ]);
    expect((await give(house.small.wards[1], welfare)).json()).toMatchObject({ code: 'person-unknown' });
    const seen = await house.call(house.small.wards[1], 'GET', `/api/v1${url()}`);
    expect(seen.json()).toMatchObject({ code: 'person-unknown' });
  });

  it('between care and welfare takes a plain yes that says with whom', async () => {
    for (const body of [{ ...welfare, explicit: false }, { purpose: 'welfare' }])
      expect((await give(house.small.gp, body)).json()).toMatchObject({ code: 'invalid-input' });
  });

  it('is taken back by the person, at once, once; the desk hears it and the log tells it', async () => {
    house.clock.at += MINUTE;
    const [first] = (await give(house.small.desk, { purpose: 'find-place' })).json<ConsentList>().consents;
    const cookie = await enter();
    const mine = (await own('GET', '/consents', cookie)).json<ConsentList>().consents;
    expect(mine.map(({ id }) => id)).toContain(first?.id);
    house.clock.at += MINUTE;
    const revoked = await own('POST', `/consents/${first?.id}/revoke`, cookie);
    const [after] = revoked.json<ConsentList>().consents;
    expect(after).toMatchObject({
      id: first?.id,
      revokedAt: new Date(house.clock.at).toISOString().replace('.000Z', 'Z'),
    });
    expect((await own('POST', `/consents/${first?.id}/revoke`, cookie)).json()).toMatchObject({
      code: 'consent-unknown',
    });
    const { rows } = await house.owner.query<{ organisations: string[] }>(
      "select body->'organisations' as organisations from platform_diary where event = 'consent-revoked'",
    );
    expect(rows[0]?.organisations).toContain(house.small.desk.organisationId);
    expect(rows[0]?.organisations).not.toContain(house.small.wards[1].organisationId);
  });

  it('nobody takes back what is of another', async () => {
    const [mine] = (await give(house.small.gp, welfare)).json<ConsentList>().consents;
    const answer = await house.post(house.small.wards[1], url(`/${mine?.id}/revoke`), {});
    expect(answer.json()).toMatchObject({ code: 'consent-unknown' });
  });
});
