import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsHouse, type Joined, openAccountsHouse } from './accounts-house.fixture.ts';
import { asking, type Sent, somebody } from './api-house.fixture.ts';
import { HOSTILE } from './hostile.fixture.ts';
import { sideBySide } from './permissions/ask.fixture.ts';
import { bodyOf, headersOf } from './permissions/bodies.fixture.ts';
import { MATRIX, type Row } from './permissions/matrix.fixture.ts';
import { openWorld, type World } from './permissions/world.fixture.ts';

type Schema = Readonly<Record<string, unknown>>;
type Step = string | number;

let world: World;
let schemas: Readonly<Record<string, Schema>>;
let bodies: ReadonlyMap<string, Schema>;

/** Every place in a body where a text can stand. */
const textsIn = (schema: Schema, path: readonly Step[] = []): (readonly Step[])[] => {
  const named = /([^/]+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
  if (named !== undefined) return textsIn(schemas[named] ?? {}, path);
  const one = schema['type'] === 'string' && schema['enum'] === undefined ? [path] : [];
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const kinds = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] ?? []) as Schema[]);
  return [
    ...one,
    ...fields.flatMap(([key, each]) => textsIn(each, [...path, key])),
    ...(schema['items'] === undefined ? [] : textsIn(schema['items'] as Schema, [...path, 0])),
    ...kinds.flatMap((each) => textsIn(each, path)),
  ];
};

/** The body with this text at that place; what is not there on the way is made. */
const withText = (body: unknown, path: readonly Step[], text: string): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return text;
  const inside = (body as Record<Step, unknown> | undefined)?.[step];
  if (typeof step === 'number') return [withText(inside, rest, text)];
  return { ...(body as object), [step]: withText(inside, rest, text) };
};

/** Refused in words that do not say the text back, or done; never a fault. */
const faultIn = (answer: LightMyRequestResponse, text: string): string | null => {
  const { statusCode, headers, body } = answer;
  if (statusCode >= 500) return `${statusCode}`;
  if (statusCode < 400) return null;
  if (!String(headers['content-type']).startsWith('application/problem+json')) return 'no problem';
  const problem = JSON.parse(body) as { detail: string; next: string };
  if (problem.detail === '' || problem.next === '') return 'no sentence';
  return text.length > 9 && body.includes(JSON.stringify(text).slice(1, -1)) ? 'says it back' : null;
};

const routesWith = (api: { paths: Record<string, Record<string, Schema>> }): Map<string, Schema> =>
  new Map(
    Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, route]) => {
        const content = (route['requestBody'] as { content: Record<string, { schema: Schema }> } | undefined)
          ?.content;
        const schema = content?.['application/json']?.schema;
        const name = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
        return schema === undefined ? [] : [[name, schema] as const];
      }),
    ),
  );

beforeAll(async () => {
  world = await openWorld();
  const api = (await world.house.call(null, 'GET', '/openapi.json')).json();
  schemas = api.components.schemas;
  bodies = routesWith(api);
});
afterAll(() => world.close());

/** Who may do this, and of what. */
const tellerOf = (route: string) => {
  const row = [MATRIX[route] ?? []].flat()[0] as Row;
  const relation = row.reach[0] ?? 'own';
  const role = row.roles === 'open' ? 'desk' : (row.roles[0] ?? 'desk');
  const ids = world.idsOf(row.about, relation);
  const { small } = world.house;
  const known = { ...ids, house: small.wards[0].organisationId, place: small.places[0][15] ?? '' };
  return { who: world.who(role, relation, row.about), ids: known, about: row.about };
};

/** What in an address is one of a few words. */
const STEPS: Readonly<Record<string, string>> = { days: '2', item: 'meals' };

/** Where a route stands for these ids. */
const addressOf = (path: string, about: string, ids: Readonly<Record<string, string>>): string =>
  path
    .replace(':id', ids[about === 'document' ? 'request' : about] ?? ids['place'] ?? '')
    .replaceAll(/:(\w+)/g, (_, part: string) => STEPS[part] ?? ids[part] ?? ids['doc'] ?? 'geen');

/** A body with this text in all these places at once. */
const withTexts = (body: unknown, paths: readonly (readonly Step[])[], text: string): unknown =>
  paths.reduce((made, at) => withText(made, at, text), body);

/** One text, where it is sent. */
interface Try {
  readonly route: string;
  readonly at: readonly (readonly Step[])[];
  readonly text: string;
}

const send = ({ route, at, text }: Try): Promise<LightMyRequestResponse> => {
  const { who, ids, about } = tellerOf(route);
  const [method = '', path = ''] = route.split(' ');
  const body = withTexts(bodyOf(route, ids), at, text);
  return world.house.call(who, method as 'POST', addressOf(path, about, ids), body, {
    headers: headersOf(route),
  });
};

const isRefused = (answer: LightMyRequestResponse): boolean => answer.body.includes('"invalid-input"');

/** Where one form only is taken (a day, an id), some texts show that its form is looked at. */
const SOME = HOSTILE.filter((_, n) => n % 12 === 0);

/** With HOSTILE=all every text goes to every route; otherwise each goes to one route in five, and each route gets a fifth. */
const SHARE = process.env['HOSTILE'] === 'all' ? 1 : 5;

/** All that is sent to one route: its share of the texts where any words may stand, in all those places at once. */
const triesOf = async (route: string, nth: number, schema: Schema): Promise<Try[]> => {
  const [free, formed]: [(readonly Step[])[], (readonly Step[])[]] = [[], []];
  for (const at of textsIn(schema)) {
    const plain = await send({ route, at: [at], text: 'Gewone woorden van iemand' });
    (isRefused(plain) ? formed : free).push(at);
  }
  const all = (at: readonly (readonly Step[])[], texts: readonly string[]): Try[] =>
    at.length === 0 ? [] : texts.map((text) => ({ route, at, text }));
  const share = HOSTILE.filter((_, n) => (n + nth) % SHARE === 0);
  return [...all(free, share), ...all(formed, SOME)];
};

describe('a hostile text', () => {
  it('in any field of any command is refused in a sentence or taken as a text; nothing breaks', {
    timeout: 300_000,
  }, async () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
    const wrong: string[] = [];
    const [tries, letIn]: [Try[], Set<string>] = [[], new Set()];
    await sideBySide([...[...bodies].entries()], async ([nth, [route, schema]]) =>
      tries.push(...(await triesOf(route, nth, schema))),
    );
    await sideBySide(tries, async (each) => {
      const answer = await send(each);
      const fault = faultIn(answer, each.text);
      if (!isRefused(answer)) letIn.add(each.route);
      const where = `${each.route} ${each.at.map((at) => at.join('.')).join(' ')}`;
      if (fault !== null) wrong.push(`${where} ${JSON.stringify(each.text.slice(0, 40))}: ${fault}`);
    });
    expect(wrong).toEqual([]);
    expect(tries.length * SHARE).toBeGreaterThan(2_000);
    // It is not the form alone that keeps them out: these take any words.
    expect(letIn.size).toBeGreaterThan(20);
  });

  it('in a request comes back letter for letter to who may read it', { timeout: 300_000 }, async () => {
    const { small, post, call } = world.house;
    let came = 0;
    for (const text of HOSTILE) {
      // A name is one line; what has no form may have lines, and is as long as its field.
      const [name, remarks, wish] = [text.slice(0, 200).trim(), text.slice(0, 2000), text.slice(0, 300)];
      const named = /\p{Cc}/u.test(name) ? {} : { name, gpName: name, kinName: name };
      const sent = await post(small.gp, '/requests', asking([], { person: somebody(named), remarks, wish }));
      expect(sent.statusCode === 400, text).toBe(text.includes('\0') || !text.isWellFormed());
      if (sent.statusCode === 400) continue;
      came++;
      const { id } = sent.json<Sent>().request;
      const words = `:${text.slice(0, 900)}:`;
      await post(small.gp, `/requests/${id}/messages`, { text: words });
      const file = { kind: 'letter', name: `:${name}:`, content: 'aGFsbG8=' };
      await post(small.gp, `/requests/${id}/documents`, file);
      const answer = await call(small.gp, 'GET', `/api/v1/requests/${id}`);
      expect(answer.headers['content-type']).toMatch(/^application\/json/);
      const read = answer.json().request ?? answer.json();
      expect(read.open).toMatchObject({ remarks, wish });
      expect(read.person).toMatchObject(named);
      expect(read.messages.at(-1)).toMatchObject({ text: words });
      // The name of a file is the one text that is written anew: it becomes the name of a file at who opens it.
      expect(read.documents.at(-1)?.name ?? '').not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
    }
    expect(came).toBeGreaterThan(60);
  });
});

describe('a hostile text at the door of production', () => {
  let tower: AccountsHouse;
  let anna: Joined;
  let admin: Joined;
  beforeAll(async () => {
    tower = await openAccountsHouse(Date.parse('2026-11-23T09:00:00Z'));
    anna = await tower.join({ email: 'anna@loket.example' });
    admin = await tower.join({ email: 'bea@loket.example', administrator: true });
  });
  afterAll(() => tower.close());

  it('opens nothing, breaks nothing, and is a name like any other in the list of who was asked', {
    timeout: 300_000,
  }, async () => {
    const wrong: string[] = [];
    const doors = [...bodies].filter(
      ([route]) => /\/(sign-in|invitations|account)\b/.test(route) && !route.includes(':'),
    );
    const tries = doors.flatMap(([route, schema]) =>
      HOSTILE.map((text, n) => ({ route, text, at: textsIn(schema)[n % textsIn(schema).length] ?? [] })),
    );
    expect(tries.length).toBeGreaterThan(500);
    let from = 0;
    await sideBySide(tries, async ({ route, at, text }) => {
      const answer = await tower.house.app.inject({
        ...{ method: 'POST', url: route.slice('POST '.length), headers: { 'sec-fetch-site': 'same-origin' } },
        // From everywhere, so that no address is held up.
        remoteAddress: `198.18.${(from >> 8) & 255}.${from++ & 255}`,
        cookies: /\/account\//.test(route) ? Object.fromEntries(anna.jar) : {},
        payload: withText(bodyOf(route, {}), at, text) as object,
      });
      const fault = faultIn(answer, text);
      if (fault !== null)
        wrong.push(`${route} ${at.join('.')} ${JSON.stringify(text.slice(0, 40))}: ${fault}`);
      if (answer.cookies.some(({ value }) => value !== '')) wrong.push(`${route} let ${text} in`);
    });
    expect(wrong).toEqual([]);
    const names = HOSTILE.map((text) => text.slice(0, 120).trim()).filter(
      (name) => name.isWellFormed() && !name.includes('\0'),
    );
    for (const [at, name] of names.entries())
      expect(
        (await admin.post('/accounts/invitations', { email: `n${at}@loket.example`, name, role: 'desk' }))
          .statusCode,
        name,
      ).toBe(200);
    const listed = (await admin.call('GET', '/accounts'))
      .json()
      .invitations.map(({ name }: { name: string }) => name);
    expect(listed).toEqual(expect.arrayContaining(names));
  });
});
