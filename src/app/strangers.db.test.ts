import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type ApiHouse, openApiHouse, type Sent, sendRequest } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
/** What each step asks; a route that is not here gets an empty body. */
const BODIES: Readonly<Record<string, object>> = {
  '/requests/:id/offers': { placeId: newId() },
  '/requests/:id/messages': { text: 'Wie is dit?' },
  '/requests/:id/transport': { by: 'taxi' },
  '/requests/:id/escalate': { rung: 'insurer' },
  '/requests/:id/documents': { kind: 'letter', name: 'brief.txt', content: 'aGFsbG8=' },
  '/requests/:id/triage': { version: 1, answers: [] },
  '/requests/:id/consult': { question: '' },
  '/requests/:id/consult/answer': { route: 'elv-high', text: 'Behandeling nodig' },
  '/requests/:id/plan': { arrivalFrom: new Date(NOW + 3_600_000).toISOString() },
  '/requests/:id/close': { reason: 'withdrawn', code: 'wish' },
  '/offers/:id/accept': { doctor: 'dr. Vreemd' },
  '/offers/:id/refuse': { code: 'other' },
  '/offers/:id/alternative': { from: new Date(NOW + 86_400_000).toISOString(), text: '' },
};

let house: ApiHouse;
let sent: Sent['request'];
let document = '';

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 2 });
  sent = await sendRequest(house, [house.freshPlace()]);
  const file = BODIES['/requests/:id/documents'];
  expect((await house.post(house.small.gp, `/requests/${sent.id}/documents`, file)).statusCode).toBe(200);
  const { rows } = await house.owner.query<{ id: string }>('select id from placement_document');
  document = rows[0]?.id ?? '';
});
afterAll(() => house.close());

/** Every route about one request or one offer, as the server itself lists them. */
const routes = async (): Promise<{ method: 'GET' | 'POST'; url: string }[]> => {
  const { paths } = (await house.call(null, 'GET', '/openapi.json')).json<{
    paths: Record<string, Record<string, unknown>>;
  }>();
  return Object.entries(paths).flatMap(([path, methods]) => {
    const url = path.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1');
    if (!/^\/(requests|offers)\/:id/.test(url)) return [];
    return Object.keys(methods).map(
      (method) => ({ method: method === 'get' ? 'GET' : 'POST', url }) as const,
    );
  });
};

const strangers = (): readonly Professional[] => [house.small.wards[1], house.small.transfer];

it('who is no party to a request cannot tell it from one that does not exist, whichever route is tried', async () => {
  const all = await routes();
  expect(all.length).toBeGreaterThanOrEqual(22);
  const tries = async (who: Professional, { method, url }: (typeof all)[number], known: boolean) => {
    const own = url.startsWith('/offers') ? sent.offers[0]?.id : sent.id;
    const path = url
      .replace(':id', known ? (own ?? '') : newId())
      .replace(':doc', known ? document : newId());
    const body = method === 'GET' ? undefined : (BODIES[url] ?? {});
    // As somebody who has read something before; what asks no version does not look at it.
    const answer = await house.call(who, method, `/api/v1${path}`, body, { version: 1 });
    return [url, answer.statusCode, answer.json<Problem>().code];
  };
  for (const who of strangers()) {
    for (const route of all) {
      const [, status, code] = await tries(who, route, true);
      expect([403, 404, 409], `${route.method} ${route.url} answers ${status} ${code}`).toContain(status);
      expect(await tries(who, route, false)).toEqual([route.url, status, code]);
    }
  }
});
