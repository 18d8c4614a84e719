import { afterAll, beforeAll, expect, it } from 'vitest';
import { putPlaces } from '#modules/capacity/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, asking, openApiHouse } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const room = { id: newId(), code: '12', sex: 'any', cohort: null } as const;
let api: ApiHouse;

beforeAll(async () => {
  api = await openApiHouse({ now: NOW });
  const database = openDatabase(api.url, 1);
  await database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    putPlaces(
      tx,
      api.small.units.map((unitId, home) => ({
        ...{ id: api.small.places[home === 0 ? 0 : 1][0] as string, unitId, code: '1' },
        ...{ products: ['elv-high' as const], properties: [], labels: [] },
        room: home === 0 ? room : null,
      })),
    ),
  );
  await database.close();
});
afterAll(() => api.close());

interface Found {
  readonly fits: readonly { readonly placeId: string }[];
  readonly rejects: readonly {
    readonly siteId: string;
    readonly code: string;
    readonly why: { nl: string };
  }[];
}

const find = async (sex: string): Promise<Found> => {
  const asked = { reason: 'recovery', weight: 'high', sex };
  return (await api.post(api.small.gp, '/proposals', asked)).json<Found>();
};

it('a ward that turns a room is believed by the next search and by who sends, and only the ward turns it', async () => {
  const [bed] = api.small.places[0];
  const offered = async (sex: string) => (await find(sex)).fits.map((fit) => fit.placeId).includes(bed ?? '');
  expect(await offered('male')).toBe(true);
  const body = { sex: 'female', cohort: null };
  expect((await api.post(api.small.gp, `/rooms/${room.id}`, body)).statusCode).toBe(403);
  expect((await api.post(api.small.wards[0], `/rooms/${room.id}`, { sex: 'vrouw' })).statusCode).toBe(400);
  const turned = await api.post(api.small.wards[0], `/rooms/${room.id}`, body);
  expect(turned.json()).toEqual({ id: room.id, code: '12', ...body });
  await expect.poll(() => offered('male')).toBe(false);
  expect(await offered('female')).toBe(true);
  const why = (await find('male')).rejects.find((each) => each.siteId === api.small.sites[0]);
  expect(why).toMatchObject({ code: 'room-sex', why: { nl: 'Past niet: kamer 12 is nu voor vrouwen.' } });
  const man = { person: { name: 'Jan Hofsteenge', birthDate: '1941-05-02', sex: 'male' } };
  const sent = await api.post(api.small.gp, '/requests', asking([bed ?? ''], man));
  expect(sent.statusCode).toBe(409);
  expect(sent.json()).toMatchObject({
    code: 'place-does-not-fit',
    detail: 'Past niet: kamer 12 is nu voor vrouwen. Deze plek kan niet.',
    detail_en: 'Does not fit: room 12 is for women now. This place is not possible.',
  });
  const stored = 'select 1 from capacity_claim union all select 1 from placement_request';
  expect((await api.owner.query(stored)).rowCount).toBe(0);
});
