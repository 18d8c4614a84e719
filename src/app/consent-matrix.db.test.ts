import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConsentList } from '#modules/people/contract.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';
import { MATRIX } from './permissions/matrix.fixture.ts';

let world: ConsentHouse;

beforeAll(async () => {
  world = await openConsentHouse();
});
afterAll(() => world.house.close());

/**
 * What a welfare house may do that said yes, written by hand: before the person said yes, and after. `gone`: as if it were
 * not there. A house in care that said yes may all of it at once (permissions/matrix.fixture.ts).
 */
const TABLE: readonly [route: string, shut: 'gone' | 'may', open: 'may', body?: object][] = [
  ['GET /api/v1/persons/:id', 'gone', 'may'],
  ['GET /api/v1/persons/:id/consents', 'gone', 'may'],
  ['POST /api/v1/persons/:id/consents', 'gone', 'may', { purpose: 'find-place' }],
  ['POST /api/v1/persons/:id/consents/:consent/revoke', 'gone', 'may', {}],
  ['POST /api/v1/persons/:id/door', 'gone', 'may', {}],
  ['GET /api/v1/requests/:id/documents/:doc', 'gone', 'may'],
  [
    'POST /api/v1/requests/:id/documents',
    ...(['gone', 'may'] as const),
    { kind: 'other', name: 'a.txt', content: 'YQ==' },
  ],
  ['GET /api/v1/requests/:id', 'may', 'may'],
  ['POST /api/v1/requests/:id/messages', 'may', 'may', { text: 'Hoe laat komt mevrouw?' }],
  ['POST /api/v1/requests/:id/transport', 'may', 'may', { by: 'taxi' }],
  ['POST /api/v1/requests/:id/arrival', 'may', 'may', {}],
  ['POST /api/v1/requests/:id/not-arrived', 'may', 'may', {}],
];

const agree = async (about: Accepted, body: object): Promise<string> => {
  const given = await world.house.post(about.asker, `/persons/${about.personId}/consents`, body);
  return given.json<ConsentList>().consents[0]?.id ?? '';
};

const ask = async (
  route: string,
  body: object | undefined,
  open: boolean,
): Promise<'gone' | 'may' | number> => {
  const about = await world.accepted();
  const { ward } = about;
  const other = await agree(about, { purpose: 'find-place' });
  if (open) await agree(about, { purpose: 'hand-over', receiverOrg: ward.organisationId });
  const [method, path = ''] = route.split(' ') as ['GET' | 'POST', string];
  const url = path
    .replace(':id', path.includes('/persons/') ? about.personId : about.id)
    .replace(':doc', about.doc)
    .replace(':consent', other);
  const { statusCode } = await world.house.call(ward, method, url, body);
  return { 200: 'may' as const, 404: 'gone' as const }[statusCode] ?? statusCode;
};

it.each(TABLE)('%s: %s before the person said yes, %s after', async (route, shut, open, body) => {
  expect(MATRIX[route]).toBeDefined();
  expect(await ask(route, body, false)).toBe(shut);
  expect(await ask(route, body, true)).toBe(open);
});
