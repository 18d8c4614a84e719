import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Change, type Feed, openFeed } from './feed.ts';

let feed: Feed;
let server: Server;
let port = 0;

const actor = (organisationId: string) => ({
  id: 'somebody',
  name: 'Iemand',
  role: 'gp',
  phone: null,
  organisationId,
  siteId: null,
  unitId: null,
});
const change = (id: string, organisations: readonly string[] | null = null): Change => ({
  topic: 'request',
  id,
  version: 'v',
  organisations,
});

beforeEach(async () => {
  feed = openFeed();
  server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://screen').searchParams;
    const of = asked.get('of') ?? '';
    feed.open(response, { id: `session-of-${of}`, actor: actor(of) }, asked.get('last'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(async () => {
  feed.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A screen as the browser has it: what it heard, and the number of the last it heard. */
const screen = async (of: string, last?: string) => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = `/?of=${of}${last === undefined ? '' : `&last=${last}`}`;
    get({ host: '127.0.0.1', port, path }, resolve).on('error', reject);
  });
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const said = () =>
    [...text.matchAll(/id: (\S+)\ndata: (.+)\n\n/g)].map(([, id = '', data = '[]']) => ({
      id,
      data: JSON.parse(data) as { id: string; topic: string }[],
    }));
  return {
    heard: async () => {
      await wait(30);
      return said().flatMap((message) => message.data.map((each) => each.id));
    },
    last: () => said().at(-1)?.id ?? '',
    topics: () => said().flatMap((message) => message.data.map((each) => each.topic)),
    leave: () => response.destroy(),
  };
};

describe('the live feed', () => {
  it('tells everyone what everyone may know, and only parties what concerns them', async () => {
    const [ours, theirs] = [await screen('ours'), await screen('theirs')];
    feed.publish([change('a'), change('b', ['ours']), change('c', ['ours', 'others']), change('d', [])]);
    expect(await ours.heard()).toEqual(['a', 'b', 'c']);
    expect(await theirs.heard()).toEqual(['a']);
    expect(feed.delivered).toBe(4);
  });

  it('goes on where a screen was cut off, without a gap and without repeating', async () => {
    const first = await screen('ours');
    feed.publish([change('a')]);
    await first.heard();
    const last = first.last();
    first.leave();
    feed.publish([change('b', ['ours'])]);
    feed.publish([change('c', ['theirs'])]);
    feed.publish([change('d')]);
    const again = await screen('ours', last);
    feed.publish([change('e')]);
    expect(await again.heard()).toEqual(['b', 'd', 'e']);
    const back = await screen('ours', again.last());
    expect(await back.heard()).toEqual([]);
  });

  it('keeps the number of a screen that missed something until it has that', async () => {
    const first = await screen('ours');
    feed.publish([change('a', ['theirs'])]);
    await first.heard();
    const again = await screen('ours', first.last());
    await again.heard();
    feed.publish([change('b')]);
    expect(await (await screen('ours', first.last())).heard()).toEqual(['b']);
  });

  it.each(['nonsense', 'abc-1', `${'9'.repeat(12)}-3`])(
    'tells a screen with a number it does not know (%s) to read again',
    async (last) => {
      const lost = await screen('ours', last);
      await lost.heard();
      expect(lost.topics()).toEqual(['reload']);
    },
  );

  it('forgets what is long past: too far behind means reading again', async () => {
    const first = await screen('ours');
    feed.publish([change('a')]);
    await first.heard();
    const last = first.last();
    first.leave();
    await wait(30);
    for (let i = 0; i < 9_000; i++) feed.publish([change(`later-${i}`)]);
    const lost = await screen('ours', last);
    await lost.heard();
    expect(lost.topics()).toEqual(['reload']);
  });

  it('lets go of screens that left', async () => {
    const one = await screen('ours');
    await one.heard();
    expect(feed.size).toBe(1);
    one.leave();
    await wait(50);
    expect(feed.size).toBe(0);
  });
});

describe('a session that ended', () => {
  it('takes its screens along at once and leaves the others', async () => {
    const [gone, stays] = [await screen('a'), await screen('b')];
    await gone.heard();
    expect(feed.size).toBe(2);
    feed.cut(['session-of-a']);
    await wait(30);
    expect(feed.size).toBe(1);
    feed.publish([change('still-told')]);
    expect(await stays.heard()).toContain('still-told');
    expect(await gone.heard()).not.toContain('still-told');
  });

  it('opens no screen any more, also when its question was under way', async () => {
    feed.cut(['session-of-late']);
    await expect(screen('late')).rejects.toThrow();
    expect(feed.size).toBe(0);
  });
});
