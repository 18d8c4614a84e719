import { usualAnswers } from '#modules/placement/types.ts';
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
