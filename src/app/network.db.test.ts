import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AroundView, NetworkView } from '#modules/social/contract.ts';
import { newId } from '#platform/db/ids.ts';
import { openConversationHouse } from './conversation-house.fixture.ts';

type House = Awaited<ReturnType<typeof openConversationHouse>>;
type Told = Partial<AroundView> & Partial<NetworkView> & { readonly code?: string };
let house: House;

const ANS = { name: 'Ans', bond: 'dochter', near: 'close', does: 'Kookt op zondag', carer: null };
const CARER = { load: 'too-much', words: 'Ik slaap er slecht van.', question: 'Wie past een dag op?' };

beforeAll(async () => {
  house = await openConversationHouse();
});
afterAll(() => house.world.house.close());
beforeEach(async () => {
  await house.world.house.owner.query('truncate social_network cascade');
  await house.anew();
});

const put = (id: string, around: string, body: object, version: number) =>
  house.own<Told>('PUT', `/conversation/${id}/network/${around}`, body, version);
const seenBy = (who: House['gp'], id: string) => house.by(who, 'GET', `/conversations/${id}/network`);

describe('the network of the person', () => {
  it('is kept at their own door with the load of their carer, and is nobody else’s', async () => {
    const id = await house.filled();
    const around = newId();
    expect((await put(id, around, ANS, 0)).version).toBe(1);
    expect((await put(id, around, ANS, 0)).version).toBe(1);
    expect((await put(id, around, { ...ANS, carer: CARER }, 0)).code).toBe('version-stale');
    expect((await put(id, around, { ...ANS, carer: CARER }, 1)).carer).toEqual(CARER);
    const { people, writable } = await house.own<Told>('GET', `/conversation/${id}/network`);
    expect(people?.map(({ name, carer }) => [name, carer?.load])).toEqual([['Ans', 'too-much']]);
    expect(writable).toBe(true);
    for (const other of [house.gp, house.welfare, house.stranger])
      expect((await seenBy(other, id)).status).toBe(404);
  });

  it('shows an organisation what was shared, when it is finished, and not after the yes was taken back', async () => {
    const id = await house.filled();
    await put(id, newId(), { ...ANS, carer: CARER }, 0);
    await house.own('POST', `/conversation/${id}/finish`);
    const { organisationId } = house.welfare;
    await house.shares(id, organisationId, ['mental']);
    expect((await seenBy(house.welfare, id)).status).toBe(404);
    await house.shares(id, organisationId, ['mental', 'network']);
    const seen = await seenBy(house.welfare, id);
    expect(seen.body).toContain('Wie past een dag op?');
    expect(JSON.parse(seen.body)).toMatchObject({ writable: false });
    const wrote = await house.by(house.welfare, 'PUT', `/conversations/${id}/network/${newId()}`, ANS, 0);
    expect(wrote.code).toBe('conversation-over');
    await house.takeBack();
    expect((await seenBy(house.welfare, id)).status).toBe(404);
  });

  it('lets go of somebody with what they said, and asks no second time', async () => {
    const id = await house.filled();
    const around = newId();
    await put(id, around, { ...ANS, carer: CARER }, 0);
    const path = `/api/v1/own/conversation/${id}/network/${around}`;
    for (const _ of [1, 2]) {
      const out = await house.world.house.house.app.inject({
        ...{ method: 'DELETE', url: path, headers: { cookie: house.cookie } },
      });
      expect(out.json<NetworkView>().people).toEqual([]);
    }
    const left = await house.world.house.owner.query('select 1 from social_carer');
    expect(left.rowCount).toBe(0);
  });

  it('says in a sentence that a network of thirty is full, and what cannot be a person', async () => {
    const id = await house.filled();
    for (let n = 0; n < 30; n++) await put(id, newId(), { ...ANS, name: `Buur ${n}` }, 0);
    expect((await put(id, newId(), ANS, 0)).code).toBe('network-full');
    expect((await put(id, newId(), { ...ANS, near: 'far' }, 0)).code).toBe('invalid-input');
  });
});
