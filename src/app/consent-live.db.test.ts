import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeView, ConsentList, DoorView } from '#modules/people/contract.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

/** Within this the name is off a screen that stands open. */
const AT_ONCE = 1_000;

let world: ConsentHouse;
let url: string;

beforeAll(async () => {
  world = await openConsentHouse();
  url = await world.house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world.house.close());

const post = async <T>(path: string, body: object, cookie = ''): Promise<{ said: T; cookie: string }> => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const [set = ''] = answer.headers.getSetCookie();
  return { said: (await answer.json()) as T, cookie: set.split(';')[0] ?? '' };
};

/** A screen of somebody that stands open: a real stream, and what it asks again when it hears something. */
const openScreen = async (who: Accepted['ward'], requestId: string) => {
  const { said } = await post<{ token: string }>('/session', { role: who.id });
  const headers = { authorization: `Bearer ${said.token}` };
  const leaving = new AbortController();
  const { body } = await fetch(`${url}/api/v1/live`, { headers, signal: leaving.signal });
  const stream = body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const name = async (): Promise<string | null> => {
    const answer = await fetch(`${url}/api/v1/requests/${requestId}`, { headers });
    const { request } = (await answer.json()) as { request: { person: { name: string } | null } };
    return request.person?.name ?? null;
  };
  return {
    name,
    /** Waits until the stream says that a request moved, then asks it again. */
    async next(): Promise<string | null> {
      while (!heard.includes('"topic":"request"')) heard += (await stream?.read())?.value ?? '';
      heard = '';
      return name();
    },
    close: () => leaving.abort(),
  };
};

/** Through the own door of the person, with link, birth date and code. */
const ownCookie = async (about: Accepted): Promise<string> => {
  const door = await world.house.post(about.asker, `/persons/${about.personId}/door`, {});
  const { token } = door.json<DoorView>();
  const { practiceCode: code } = (await post<CodeView>('/own/code', { token, birthDate: '1941-05-02' })).said;
  return (await post('/own/session', { token, code })).cookie;
};

it('a screen that stands open shows the name when the person says yes, and loses it within a second after they take it back', async () => {
  const about = await world.accepted();
  const cookie = await ownCookie(about);
  const screen = await openScreen(about.ward, about.id);
  expect(await screen.name()).toBeNull();
  const given = await world.house.post(about.asker, `/persons/${about.personId}/consents`, {
    ...{ purpose: 'hand-over', receiverOrg: about.ward.organisationId },
  });
  expect(await screen.next()).toBe('Geertje Hofsteenge');
  const [yes] = given.json<ConsentList>().consents;
  const began = performance.now();
  await post(`/own/consents/${yes?.id}/revoke`, {}, cookie);
  expect(await screen.next()).toBeNull();
  expect(performance.now() - began).toBeLessThan(AT_ONCE);
  screen.close();
});
