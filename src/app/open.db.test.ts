import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '#kernel/interval.ts';
import type { Country } from '#tower/contract.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';
import { noSettings } from './messages.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

let house: ApiHouse;
let neighbour: Server;
let answer: (request: IncomingMessage, reply: ServerResponse) => void;
let asked: string[] = [];
const address = (): string => {
  const at = neighbour.address();
  return `http://127.0.0.1:${typeof at === 'object' ? at?.port : 0}/capacity.json`;
};

beforeAll(async () => {
  neighbour = createServer((request, reply) => {
    asked.push(request.headers['if-none-match'] ?? '');
    answer(request, reply);
  });
  neighbour.listen(0, '127.0.0.1');
  await once(neighbour, 'listening');
  house = await openApiHouse(
    { now: NOW, placesPerUnit: 3, products: ['elv-high'] },
    { messages: { ...noSettings(), webhooks: { ports: [], loopback: true } } },
  );
});
afterAll(async () => {
  await house.close();
  neighbour.close();
});
beforeEach(() => {
  asked = [];
});

const theirs = async (): Promise<Country['regions'][number] | undefined> => {
  const country = (await house.call(house.small.desk, 'GET', '/api/v1/country')).json() as Country;
  return country.regions.find((region) => region.id !== null);
};
const until = async (seen: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 100; tries++) {
    if (await seen()) return;
    await wait(20);
  }
  throw new Error('it never came');
};
const follow = (url: string) =>
  house.post(house.small.desk, '/followed-regions', { name: 'Hondsrug', url }, { key: crypto.randomUUID() });

describe('what the region shows to everybody', () => {
  const open = () => house.call(null, 'GET', '/capacity.json');

  it('is nothing until an organisation says so itself, and then its counts, with their age', async () => {
    expect((await open()).json().capacity).toEqual({});
    const [ward] = house.small.wards;
    await house.post(ward, '/organisation/publishes', { publishes: true });
    await until(async () => {
      house.clock.at += 6_000;
      return (await open()).json().capacity.intramural !== undefined;
    });
    const [place, ...others] = (await open()).json().capacity.intramural;
    expect(others).toEqual([]);
    expect(place.available).toEqual([{ type: 'ELV hoog complex', product: 'elv-high', count: 3 }]);
    expect(Date.parse(place.asOf)).toBe(NOW);
    expect(JSON.stringify(place)).not.toMatch(/person|bsn|name.*,.*jr/);
  });
  it('leaves out what is too old, so that nobody reads it as zero', async () => {
    house.clock.at += 13 * HOUR;
    expect((await open()).json().capacity).toEqual({});
    house.clock.at -= 13 * HOUR;
  });
  it('answers who has it already with 304', async () => {
    const first = await open();
    const again = await house.call(null, 'GET', '/capacity.json', undefined, {
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });
});

describe('a neighbouring region', () => {
  it('stands beside ours with its own figures, asked again only when they changed', async () => {
    answer = (request, reply) => {
      if (request.headers['if-none-match'] === '"one"') return reply.writeHead(304).end();
      const counts = [{ type: 'GRZ', count: 4 }];
      const body = {
        capacity: { intramural: [{ location: { name: 'Huis' }, total: counts, available: counts }] },
      };
      return reply.writeHead(200, { etag: '"one"' }).end(JSON.stringify(body));
    };
    expect((await follow(address())).statusCode).toBe(200);
    await until(async () => (await theirs())?.counts[0]?.free === 4);
    expect((await theirs())?.name).toBe('Hondsrug');
    expect((await follow(address())).json().code).toBe('already-followed');
    // Any word about the region asks the neighbours again.
    await house.post(house.small.wards[1], '/organisation/publishes', { publishes: false });
    await until(async () => asked.includes('"one"'));
    expect((await theirs())?.counts[0]?.free).toBe(4);
  });
  it('that answers nonsense, a flood or a redirect keeps its last figure', async () => {
    for (const strange of [
      (reply: ServerResponse) => reply.writeHead(200).end('<html>'),
      (reply: ServerResponse) => reply.writeHead(200).end('x'.repeat(3_000_000)),
      (reply: ServerResponse) => reply.writeHead(302, { location: address() }).end(),
    ]) {
      asked = [];
      answer = (_, reply) => strange(reply);
      await house.post(house.small.wards[1], '/organisation/publishes', { publishes: false });
      await until(async () => asked.length > 0);
      expect((await theirs())?.counts[0]?.free).toBe(4);
    }
  });
  it('is not followed at an address that leads inside, and nothing is kept of it', async () => {
    const inside = await follow('https://10.0.0.5/capacity.json');
    expect([inside.statusCode, inside.json().code]).toEqual([422, 'webhook-inside']);
    const list = await house.call(house.small.desk, 'GET', '/api/v1/followed-regions');
    expect(list.json().regions).toHaveLength(1);
    expect(
      (await house.post(house.small.gp, '/followed-regions', { name: 'x', url: address() })).statusCode,
    ).toBe(403);
  });
  it('leaves the screen when we stop following it', async () => {
    const list = await house.call(house.small.desk, 'GET', '/api/v1/followed-regions');
    const [region] = list.json().regions;
    await house.post(house.small.desk, `/followed-regions/${region.id}/end`, {});
    await until(async () => (await theirs()) === undefined);
  });
});
