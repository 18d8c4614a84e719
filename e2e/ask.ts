import { setTimeout as wait } from 'node:timers/promises';
import { usualAnswers } from '#modules/placement/types.ts';
import type { StayList } from '#modules/stay/contract.ts';
import type { RunningServer } from './server.ts';

/** What a request answers, as far as stories look at it. */
export interface AskedRequest {
  readonly id: string;
  readonly code: string;
  readonly offers: readonly { readonly id: string; readonly placeCode: string }[];
}

const tokens = new Map<string, string>();

/** Calls the API as one of the people of the region; a refusal ends the story. */
export const callAs = async <Answer>(
  server: RunningServer,
  who: { readonly id: string },
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<Answer> => {
  const send = async (url: string, payload: object | undefined, token: string | null): Promise<Response> =>
    fetch(`${server.url}/api/v1${url}`, {
      method: url === '/session' ? 'POST' : method,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
    });
  if (!tokens.has(who.id)) {
    const signedIn = (await (await send('/session', { role: who.id }, null)).json()) as { token: string };
    tokens.set(who.id, signedIn.token);
  }
  const answer = await send(path, body, tokens.get(who.id) ?? null);
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
};

/** The GP asks a place for somebody, at these beds. */
export const askPlace = async (
  server: RunningServer,
  name: string,
  placeIds: readonly string[],
  change: object = {},
): Promise<AskedRequest> => {
  const { request } = await callAs<{ request: AskedRequest }>(server, server.small.gp, 'POST', '/requests', {
    reason: 'recovery',
    weight: 'high',
    person: { name, birthDate: '1943-05-02', sex: 'female' },
    callbackPhone: '0592-00 17 20',
    remarks: 'Gevallen in de keuken',
    traits: ['fall-risk'],
    offers: placeIds.map((placeId) => ({ placeId })),
    triage: { version: 1, answers: usualAnswers({ reason: 'recovery', weight: 'high', ...change }) },
    second: true,
    ...change,
  });
  return request;
};

/** The stay that began by itself when somebody arrived on a request at the first house. */
export const stayOn = async (server: RunningServer, requestId: string): Promise<string> => {
  for (let turn = 0; turn < 200; turn++) {
    const { stays } = await callAs<StayList>(server, server.small.wards[0], 'GET', '/stays?scope=house');
    const stay = stays.find((each) => each.requestId === requestId);
    if (stay !== undefined) return stay.stayId;
    await wait(50);
  }
  throw new Error('no stay began');
};

/** Somebody the practice asked for, in a bed of the first house: from the question to the arrival. */
export const admitted = async (
  server: RunningServer,
  name: string,
  bed: number,
  change: object = {},
): Promise<{ readonly requestId: string; readonly stayId: string }> => {
  const { places, wards } = server.small;
  const asked = await askPlace(server, name, [places[0][bed] ?? ''], change);
  await callAs(server, wards[0], 'POST', `/offers/${asked.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  await callAs(server, wards[0], 'POST', `/requests/${asked.id}/arrival`, {});
  return { requestId: asked.id, stayId: await stayOn(server, asked.id) };
};
