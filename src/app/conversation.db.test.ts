import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Professional } from '#modules/region/types.ts';
import type { OwnConversations } from '#modules/social/contract.ts';
import { TALK_PARTS } from '#modules/social/types.ts';
import { openConversationHouse, SECRET, said } from './conversation-house.fixture.ts';

/** Within this an open screen has lost what it showed. */
const AT_ONCE = 1_000;

type House = Awaited<ReturnType<typeof openConversationHouse>>;
let house: House;
let gp: Professional;
let welfare: Professional;
let stranger: Professional;
let own: House['own'];
let by: House['by'];

beforeAll(async () => {
  house = await openConversationHouse();
  ({ gp, welfare, stranger, own, by } = house);
});
afterAll(() => house.world.house.close());
beforeEach(() => house.anew());

describe('the conversation of the person', () => {
  it('is filled part by part at their own door, and is nobody else’s', async () => {
    const id = await house.filled();
    const { conversation, history } = await own<OwnConversations>('GET', '/conversation');
    expect(conversation?.parts).toHaveLength(TALK_PARTS.length);
    expect(conversation?.parts[1]).toMatchObject({ part: 'mental', mark: 3, words: SECRET, version: 1 });
    expect(history.map((each) => each.id)).toEqual([id]);
    for (const other of [gp, welfare, stranger]) {
      expect(await house.partsSeen(other, id)).toBe(404);
      expect(await house.listed(other)).toEqual([]);
      expect(await house.rowsFor(other.organisationId)).toEqual({
        conversation: 0,
        conversation_part: 0,
        conversation_share: 0,
      });
    }
  });

  it('takes one answer twice for once, and lets nobody write over what they did not see', async () => {
    const id = await house.filled();
    const path = `/conversation/${id}/parts/mental`;
    expect((await own('PUT', path, said({ mark: 3, words: SECRET, talk: true }), 0)).version).toBe(1);
    expect((await own('PUT', path, said({ words: 'Anders' }), 0)).code).toBe('version-stale');
    expect((await own('PUT', path, said({ words: 'Anders' }))).code).toBe('version-needed');
    expect((await own('PUT', path, said({ words: 'Anders' }), 1)).version).toBe(2);
    expect((await own('PUT', `/conversation/${id}/parts/need`, said({ mark: 3 }), 0)).code).toBe(
      'part-unmarked',
    );
  });

  it('is finished once, with something in it, and does not change afterwards', async () => {
    const { conversation } = await own('POST', '/conversation');
    const id = conversation?.id ?? '';
    expect((await own('POST', `/conversation/${id}/finish`)).code).toBe('conversation-empty');
    await own('PUT', `/conversation/${id}/parts/self`, said({ words: 'Wandelen' }), 0);
    expect((await own('POST', `/conversation/${id}/finish`)).finished).toBe(id);
    expect((await own('POST', `/conversation/${id}/finish`)).code).toBe('conversation-over');
    expect((await own('PUT', `/conversation/${id}/parts/self`, said(), 1)).code).toBe('conversation-over');
    const next = await house.filled();
    const { conversation: drawn } = await own('GET', `/conversation/${next}`);
    expect(drawn?.previous?.parts.map(({ part }) => part)).toEqual(TALK_PARTS.slice(0, 6));
  });
});

describe('who may see it', () => {
  it('a part is opened for one organisation, and only when the conversation is finished', async () => {
    const id = await house.filled();
    await house.shares(id, welfare.organisationId, ['bodily']);
    expect(await house.partsSeen(welfare, id)).toBe(404);
    await own('POST', `/conversation/${id}/finish`);
    expect(await house.partsSeen(welfare, id)).toEqual(['bodily']);
    const { body } = await by(welfare, 'GET', `/conversations/${id}`);
    for (const hidden of [SECRET, '1941', '"shares"']) expect(body).not.toContain(hidden);
    expect(await house.rowsFor(welfare.organisationId)).toEqual({
      conversation: 1,
      conversation_part: 1,
      conversation_share: 1,
    });
    expect(await house.partsSeen(gp, id)).toBe(404);
    expect(await house.rowsFor(gp.organisationId)).toEqual({
      conversation: 0,
      conversation_part: 0,
      conversation_share: 0,
    });
  });

  it('shut again, it is gone at once; what was shared is not theirs to change', async () => {
    const id = await house.finished();
    await house.shares(id, welfare.organisationId, ['bodily', 'need']);
    expect(await house.partsSeen(welfare, id)).toEqual(['bodily', 'need']);
    expect((await by(welfare, 'PUT', `/conversations/${id}/parts/bodily`, said(), 1)).code).toBe(
      'conversation-over',
    );
    expect(
      (
        await by(welfare, 'PUT', `/conversations/${id}/shares`, {
          organisation: stranger.organisationId,
          parts: ['bodily'],
        })
      ).code,
    ).toBe('conversation-over');
    const after = await house.shares(id, welfare.organisationId, ['need']);
    expect(after.conversation?.shares?.map(({ parts }) => parts)).toEqual([['need']]);
    expect(await house.partsSeen(welfare, id)).toEqual(['need']);
    await house.shares(id, welfare.organisationId, []);
    expect(await house.partsSeen(welfare, id)).toBe(404);
    expect((await house.rowsFor(welfare.organisationId)).conversation_part).toBe(0);
  });

  it('on a yes that is taken back it is gone at once, and a new yes for something else opens nothing', async () => {
    const id = await house.finished();
    await house.shares(id, welfare.organisationId, ['bodily']);
    await house.takeBack();
    expect(await house.partsSeen(welfare, id)).toBe(404);
    expect((await own('GET', `/conversation/${id}`)).conversation?.shares).toEqual([]);
    await house.world.house.post(gp, `/persons/${house.about.personId}/consents`, {
      ...{ purpose: 'welfare', receiverOrg: welfare.organisationId, explicit: true },
    });
    expect(await house.partsSeen(welfare, id)).toBe(404);
    await house.shares(id, welfare.organisationId, ['bodily']);
    expect(await house.partsSeen(welfare, id)).toEqual(['bodily']);
  });

  it('an open screen of who may no longer see hears it within a second', async () => {
    const id = await house.finished();
    await house.shares(id, welfare.organisationId, ['bodily']);
    const url = await house.world.house.house.app.listen({ host: '127.0.0.1', port: 0 });
    const session = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: welfare.id }),
    });
    const { token } = (await session.json()) as { token: string };
    const leaving = new AbortController();
    const live = await fetch(`${url}/api/v1/live`, {
      ...{ headers: { authorization: `Bearer ${token}` }, signal: leaving.signal },
    });
    const stream = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const [topic, act] of [
      ['conversation', () => house.shares(id, welfare.organisationId, [])],
      ['consent', () => house.takeBack()],
    ] as const) {
      await house.shares(id, welfare.organisationId, ['bodily']);
      const began = performance.now();
      await act();
      let heard = '';
      while (!heard.includes(`"topic":"${topic}"`)) heard += (await stream?.read())?.value ?? '';
      expect(await house.partsSeen(welfare, id)).toBe(404);
      expect(performance.now() - began).toBeLessThan(AT_ONCE);
    }
    leaving.abort();
  });
});

describe('held together', () => {
  const together = async (): Promise<string> =>
    (await by(gp, 'POST', '/conversations', { person: house.about.personId })).conversation?.id ?? '';

  it('who treats somebody sees and writes until it is finished, and then what is shared', async () => {
    const id = await together();
    expect(await together()).toBe(id);
    expect((await by(gp, 'PUT', `/conversations/${id}/parts/daily`, said({ mark: 6 }), 0)).version).toBe(1);
    expect(await house.partsSeen(gp, id)).toHaveLength(TALK_PARTS.length);
    expect((await own('PUT', `/conversation/${id}/parts/daily`, said({ mark: 5 }), 1)).version).toBe(2);
    await by(gp, 'PUT', `/conversations/${id}/shares`, { organisation: gp.organisationId, parts: ['daily'] });
    expect((await by(gp, 'POST', `/conversations/${id}/finish`)).finished).toBe(id);
    expect(await house.partsSeen(gp, id)).toEqual(['daily']);
    expect((await by(gp, 'PUT', `/conversations/${id}/parts/daily`, said(), 2)).code).toBe(
      'conversation-over',
    );
    expect((await own<OwnConversations>('GET', '/conversation')).history[0]).toMatchObject({ id });
  });

  it('nobody begins one with somebody they do not know; on a yes of the person one may', async () => {
    expect((await by(stranger, 'POST', '/conversations', { person: house.about.personId })).code).toBe(
      'person-unknown',
    );
    const ask = async () =>
      (await by(welfare, 'POST', '/conversations', { person: house.about.personId })).code;
    expect(await ask()).toBe('person-unknown');
    await house.world.house.post(gp, `/persons/${house.about.personId}/consents`, {
      ...{ purpose: 'welfare', receiverOrg: welfare.organisationId, explicit: true },
    });
    expect(await ask()).toBeUndefined();
  });

  it('the log tells the person who looked, on which ground', async () => {
    const id = await house.finished();
    await house.shares(id, welfare.organisationId, ['bodily']);
    await house.partsSeen(welfare, id);
    const { rows } = await house.world.house.owner.query(
      `select person_id, ground, categories from platform_access
       where object_type = 'conversation' and object_id = $1 and organisation_id = $2 order by line desc limit 1`,
      [id, welfare.organisationId],
    );
    expect(rows).toEqual([
      {
        person_id: house.about.personId,
        ground: 'consent',
        categories: ['name-and-contact', 'conversation'],
      },
    ]);
  });
});

it('in a case a helper sees what is shared with them where the conversation is open, and else nothing', async () => {
  const id = await house.finished();
  await house.shares(id, welfare.organisationId, ['mental']);
  const opened = await house.world.house.post(gp, '/cases', {
    person: house.about.personId,
    question: 'Ik slaap niet',
  });
  const caseId = opened.json<{ case: { id: string } }>().case.id;
  const helper = (parts: readonly string[], method: 'POST' | 'PUT' = 'PUT') =>
    house.world.house.call(
      gp,
      method,
      `/api/v1/cases/${caseId}/helpers${method === 'PUT' ? `/${welfare.organisationId}` : ''}`,
      method === 'PUT' ? { parts } : { organisation: welfare.organisationId, parts },
    );
  await helper(['question'], 'POST');
  const seen = (who: Professional) => by(who, 'GET', `/cases/${caseId}/conversation`);
  expect((await seen(welfare)).status).toBe(404);
  await helper(['conversation']);
  expect((await seen(welfare)).conversation?.parts.map(({ part }) => part)).toEqual(['mental']);
  expect((await seen(gp)).conversation).toBeNull();
  expect((await seen(stranger)).status).toBe(404);
  // There the welfare worker may hold one too: the yes of the case is a yes to them.
  const begun = await by(welfare, 'POST', '/conversations', { case: caseId });
  expect(begun.conversation).toMatchObject({ open: true, name: 'Geertje Hofsteenge' });
  expect((await by(stranger, 'POST', '/conversations', { case: caseId })).code).toBe('person-unknown');
  await by(
    welfare,
    'PUT',
    `/conversations/${begun.conversation?.id}/parts/self`,
    said({ words: 'Bellen' }),
    0,
  );
  await by(welfare, 'POST', `/conversations/${begun.conversation?.id}/finish`);
  await house.shares(id, welfare.organisationId, []);
  expect((await seen(welfare)).conversation).toBeNull();
});
