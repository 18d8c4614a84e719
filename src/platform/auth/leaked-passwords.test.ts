import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { openLeakedPasswords } from './leaked-passwords.ts';

const LEAKED = 'paarse fiets onder regenboog';
const RULES = { ports: [], loopback: true, resolve: async () => ['127.0.0.1'] };
const digest = createHash('sha1').update(LEAKED).digest('hex').toUpperCase();
let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});

/** A service on this machine; answers its address, and remembers everything it was told. */
const service = async (answer: (response: ServerResponse) => void) => {
  const told: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    told.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  stop = () =>
    new Promise((closed) => {
      server.closeAllConnections();
      server.close(() => closed());
    });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/range/`, told };
};

it('a leaked password is found by its digest, of which five letters leave', async () => {
  const lines = [`${'0'.repeat(35)}:3`, `${digest.slice(5)}:42`].join('\r\n');
  const { url, told } = await service((response) => response.end(lines));
  const hasLeaked = openLeakedPasswords(url, RULES);
  expect(await hasLeaked(LEAKED)).toBe(true);
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(new RegExp(`^GET /range/${digest.slice(0, 5)} `));
  expect(told[0]).not.toContain(digest.slice(5, 12));
  expect(told[0]).not.toMatch(/fiets|cookie/);
  expect(await hasLeaked('een heel andere zin')).toBe(false);
});

it('a line that only fills the answer up is no leak', async () => {
  const { url } = await service((response) => response.end(`${digest.slice(5)}:0`));
  expect(await openLeakedPasswords(url, RULES)(LEAKED)).toBe(false);
});

it.each<[what: string, answer: (response: ServerResponse) => void]>([
  ['refuses', (response) => response.writeHead(503).end(`${digest.slice(5)}:42`)],
  ['sends elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['hangs up', (response) => response.destroy()],
])('a service that %s stops nobody', async (_what, answer) => {
  const { url } = await service(answer);
  expect(await openLeakedPasswords(url, RULES)(LEAKED)).toBe(false);
});

it('an address inside is not asked, and without an address nobody is', async () => {
  const { url, told } = await service((response) => response.end(`${digest.slice(5)}:42`));
  expect(await openLeakedPasswords(url, { ...RULES, loopback: false })(LEAKED)).toBe(false);
  expect(await openLeakedPasswords(null, RULES)(LEAKED)).toBe(false);
  expect(told).toEqual([]);
});
