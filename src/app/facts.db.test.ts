import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestView, Running } from '#modules/placement/contract.ts';
import { type ApiHouse, asking, sendRequest } from './api-house.fixture.ts';
import { code, openRouteHouse } from './route-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
/** Citizen service numbers that pass their test and are nobody's. */
const [BSN, OTHER_BSN] = ['999990007', '999990019'];
let house: ApiHouse;
let route: Awaited<ReturnType<typeof openRouteHouse>>;

beforeAll(async () => {
  route = await openRouteHouse(NOW);
  house = route.house;
});
afterAll(() => house.close());

describe('a request that runs already', () => {
  it('is found by name and birth date by who asked it, and by nobody else', async () => {
    const person = route.fresh({ name: 'Jantje Sibma' });
    const sent = await sendRequest(house, [], { person });
    const who = { birthDate: person.birthDate, name: 'mw. jantje sibma' };
    const own = (await house.post(house.small.gp, '/requests/running', who)).json<Running>();
    expect(own).toMatchObject({ running: { requestId: sent.id, state: 'searching' }, elsewhere: false });
    const desk = (await house.post(house.small.desk, '/requests/running', who)).json<Running>();
    expect(desk.running?.requestId).toBe(sent.id);
    const foreign = (await house.post(house.small.transfer, '/requests/running', who)).json<Running>();
    expect(foreign).toEqual({ running: null, elsewhere: false });
  });

  it('of another organisation is told only to be there, and only by BSN and birth date', async () => {
    const person = route.fresh({ bsn: BSN });
    await sendRequest(house, [], { person });
    const ask = (body: object) => house.post(house.small.transfer, '/requests/running', body);
    const { birthDate } = person;
    expect((await ask({ birthDate, bsn: BSN })).json()).toEqual({ running: null, elsewhere: true });
    expect((await ask({ birthDate: '1901-01-01', bsn: BSN })).json()).toEqual({
      running: null,
      elsewhere: false,
    });
    expect(code(await ask({ birthDate }))).toEqual([400, 'invalid-input']);
  });

  it('stops a second one, by name or BSN, unless that is on purpose', async () => {
    const person = route.fresh({ name: 'Roelof Kremer' });
    const once = asking([], { person, second: false });
    expect((await house.post(house.small.gp, '/requests', once)).statusCode).toBe(200);
    expect(code(await house.post(house.small.gp, '/requests', once))).toEqual([409, 'request-running']);
    const twice = asking([], { person, second: true });
    expect((await house.post(house.small.gp, '/requests', twice)).statusCode).toBe(200);
    const known = route.fresh({ bsn: OTHER_BSN });
    await sendRequest(house, [], { person: known });
    const elsewhere = asking([], { person: known, second: false });
    expect(code(await house.post(house.small.transfer, '/requests', elsewhere))).toEqual([
      409,
      'request-running',
    ]);
  });

  it('stops one of two that are sent at the same moment', async () => {
    const body = asking([], { person: route.fresh({ name: 'Tegelijk' }), second: false });
    const both = await Promise.all([
      house.post(house.small.gp, '/requests', body),
      house.post(house.small.gp, '/requests', body),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
  });
});

describe('a letter that comes later', () => {
  const text = Buffer.from('Verwijsbrief: gevallen in de keuken').toString('base64');
  const letter = { kind: 'letter', name: 'brief.txt', content: text };
  const send = (who: Parameters<ApiHouse['post']>[0], id: string, body: object = letter) =>
    house.post(who, `/requests/${id}/documents`, body);

  it('is missing until it came, and is read by the house only after its yes', async () => {
    const [ward] = house.small.wards;
    const request = await sendRequest(house, [house.freshPlace()], { person: route.fresh() });
    expect((await route.seen(house.small.gp, request.id)).missing.map((each) => each.code)).toContain(
      'letter',
    );
    const sent = (await send(house.small.gp, request.id)).json<{ request: RequestView }>().request;
    expect(sent.missing.map((each) => each.code)).not.toContain('letter');
    const [file] = sent.documents;
    expect(file).toMatchObject({ kind: 'letter', name: 'brief.txt', mime: 'text/plain', own: true });
    const address = `/api/v1/requests/${request.id}/documents/${file?.id}`;
    expect(code(await house.call(ward, 'GET', address))).toEqual([404, 'document-unknown']);
    expect((await route.seen(ward, request.id)).documents).toEqual([]);
    expect(code(await send(ward, request.id))).toEqual([404, 'request-unknown']);
    expect((await route.accept(request.offers[0]?.id)).statusCode).toBe(200);
    const opened = await house.call(ward, 'GET', address);
    expect([opened.statusCode, opened.body]).toEqual([200, 'Verwijsbrief: gevallen in de keuken']);
    expect(opened.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': "attachment; filename*=UTF-8''brief.txt",
    });
    const stranger = await house.call(house.small.transfer, 'GET', address);
    expect(code(stranger)).toEqual([404, 'document-unknown']);
  });

  it('is taken back by who sent it, and by nobody else', async () => {
    const request = await sendRequest(house, [], { person: route.fresh() });
    const sent = (await send(house.small.gp, request.id)).json<{ request: RequestView }>().request;
    const back = `/requests/${request.id}/documents/${sent.documents[0]?.id}/remove`;
    expect(code(await house.post(house.small.desk, back, {}))).toEqual([404, 'document-unknown']);
    const after = (await house.post(house.small.gp, back, {})).json<{ request: RequestView }>().request;
    expect(after.documents).toEqual([]);
    const gone = await house.call(
      house.small.gp,
      'GET',
      `/api/v1/requests/${request.id}/documents/${sent.documents[0]?.id}`,
    );
    expect(gone.statusCode).toBe(404);
  });

  it.each([
    [
      'a page that says it is a PDF',
      'brief.pdf',
      '<html><script>1</script></html>',
      422,
      'document-not-readable',
    ],
    ['a page that says it is text', 'brief.txt', '<html></html>', 422, 'document-not-readable'],
    ['nothing', 'brief.txt', '', 422, 'document-not-readable'],
    ['bytes that are no words', 'brief.txt', '\u0000\u0001', 422, 'document-not-readable'],
    ['six megabytes', 'brief.txt', 'x'.repeat(5_400_000), 413, 'document-too-large'],
    ['ten megabytes', 'brief.txt', 'x'.repeat(10_000_000), 413, 'too-large'],
  ])('refuses %s', async (_, name, content, status, problem) => {
    const request = await sendRequest(house, [], { person: route.fresh() });
    const body = { kind: 'letter', name, content: Buffer.from(content).toString('base64') };
    expect(code(await send(house.small.gp, request.id, body))).toEqual([status, problem]);
    expect((await route.seen(house.small.gp, request.id)).documents).toEqual([]);
  });

  it('knows a PDF, a picture and a photo by what they are', async () => {
    const request = await sendRequest(house, [], { person: route.fresh() });
    const files = [
      ['a.pdf', Buffer.from('%PDF-1.7 kort')],
      ['b.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
      ['c.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ] as const;
    for (const [name, bytes] of files)
      await send(house.small.gp, request.id, { kind: 'other', name, content: bytes.toString('base64') });
    expect((await route.seen(house.small.gp, request.id)).documents.map(({ mime }) => mime)).toEqual([
      'application/pdf',
      'image/png',
      'image/jpeg',
    ]);
  });
});

describe('a question on the request', () => {
  const say = (who: Parameters<ApiHouse['post']>[0], id: string, body: object) =>
    house.post(who, `/requests/${id}/messages`, body);

  it('is read by the house in its own thread, and by who asks in all', async () => {
    const [first, second] = house.small.wards;
    const places = [house.freshPlace(0), house.freshPlace(1)];
    const { id } = await sendRequest(house, places, { person: route.fresh() });
    expect((await say(first, id, { text: 'Loopt de persoon zelf?' })).statusCode).toBe(200);
    const answer = { text: 'Ja, met rollator.', organisationId: first.organisationId };
    await say(house.small.gp, id, answer);
    await say(second, id, { text: 'Heeft zij een katheter?' });
    await say(house.small.desk, id, { text: 'Ik bel om drie uur.' });
    const texts = async (who: Parameters<ApiHouse['call']>[0]) =>
      (await route.seen(who, id)).messages.map(({ text }) => text);
    expect(await texts(first)).toEqual(['Loopt de persoon zelf?', 'Ja, met rollator.']);
    expect(await texts(second)).toEqual(['Heeft zij een katheter?']);
    expect(await texts(house.small.gp)).toHaveLength(4);
    expect(await texts(house.small.desk)).toHaveLength(4);
    const own = (await route.seen(first, id)).messages.map((each) => [each.own, each.from]);
    expect(own).toEqual([
      [true, 'Noord Zorg'],
      [false, 'Praktijk'],
    ]);
  });

  it('has words, comes in a thread of one’s own, and only while the house is asked', async () => {
    const [ward, other] = house.small.wards;
    const request = await sendRequest(house, [house.freshPlace()], { person: route.fresh() });
    expect(code(await say(ward, request.id, { text: '   ' }))).toEqual([400, 'invalid-input']);
    expect(code(await say(other, request.id, { text: 'Hallo' }))).toEqual([404, 'request-unknown']);
    const foreign = { text: 'Hallo', organisationId: other.organisationId };
    expect(code(await say(ward, request.id, foreign))).toEqual([404, 'request-unknown']);
    expect(code(await say(house.small.gp, request.id, foreign))).toEqual([409, 'offer-not-open']);
    await house.post(ward, `/offers/${request.offers[0]?.id}/refuse`, { code: 'no-staff' });
    expect(code(await say(ward, request.id, { text: 'Nog iets' }))).toEqual([409, 'offer-not-open']);
  });
});
