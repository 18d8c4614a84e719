import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type AddressRules, checkAddress } from './address.ts';
import { hostileResolve, payloads } from './payloads.fixture.ts';
import { postTo } from './post.ts';

const servers: Server[] = [];
const stop = new AbortController().signal;

/** A listener that counts who connects. */
const listen = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host = '127.0.0.1',
  port = 0,
) => {
  const seen = { connections: 0, port: 0 };
  const server = createServer(answer);
  server.on('connection', () => seen.connections++);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  seen.port = (server.address() as AddressInfo).port;
  return seen;
};
const fine = (_: IncomingMessage, response: ServerResponse) => void response.end('{}');

const post = async (url: string, rules: Partial<AddressRules>) => {
  const checked = await checkAddress(url, { ports: [], loopback: false, resolve: hostileResolve, ...rules });
  return checked.ok ? postTo(checked.value, '{}', {}, stop) : null;
};

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('posting to a webhook', () => {
  it('never reaches a listener inside, however its address is written', async () => {
    const canary = await listen(fine);
    const went = await Promise.all(payloads(canary.port).map((url) => post(url, { ports: [canary.port] })));
    expect(went.filter((each) => each !== null)).toEqual([]);
    expect(canary.connections).toBe(0);
  });

  it('the listener would have noticed', async () => {
    const canary = await listen(fine);
    const went = await post(`http://127.0.0.1:${canary.port}/`, { loopback: true });
    expect(went).toEqual({ taken: true, status: 'http-200' });
    expect(canary.connections).toBe(1);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect %i', async (status) => {
    const canary = await listen(fine);
    const door = await listen((_, response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${canary.port}/` }).end();
    });
    const went = await post(`http://127.0.0.1:${door.port}/`, { loopback: true });
    expect(went).toEqual({ taken: false, status: 'redirect' });
    expect(canary.connections).toBe(0);
  });

  it('goes where the name was when it was checked, whatever the name answers later', async () => {
    const receiver = await listen(fine, '127.0.0.2');
    const canary = await listen(fine, '127.0.0.1', receiver.port);
    const answers = ['127.0.0.2', '127.0.0.1', '127.0.0.1'];
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [answers[asked.length - 1] ?? ''];
    };
    const went = await post(`http://wissel.example:${receiver.port}/`, { loopback: true, resolve });
    expect(went?.taken).toBe(true);
    expect(asked).toEqual(['wissel.example']);
    expect([receiver.connections, canary.connections]).toEqual([1, 0]);
  });

  it('does not wait for an answer without end', async () => {
    const endless = await listen((_, response) => {
      response.writeHead(200);
      const more = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.on('close', () => clearInterval(more));
    });
    expect(await post(`http://127.0.0.1:${endless.port}/`, { loopback: true })).toEqual({
      taken: true,
      status: 'http-200',
    });
  });

  it.each([
    [500, 'http-500'],
    [404, 'http-404'],
  ])('a %i is not taken', async (status, code) => {
    const door = await listen((_, response) => void response.writeHead(status).end());
    expect(await post(`http://127.0.0.1:${door.port}/`, { loopback: true })).toEqual({
      taken: false,
      status: code,
    });
  });

  it('nobody there, or told to stop, is said so and not thrown', async () => {
    const silent = await listen(() => undefined);
    expect((await post('http://127.0.0.1:1/', { loopback: true }))?.status).toBe('no-connection');
    const stopping = new AbortController();
    const checked = await checkAddress(`http://127.0.0.1:${silent.port}/`, {
      ports: [],
      loopback: true,
      resolve: hostileResolve,
    });
    if (!checked.ok) throw new Error(checked.refusal.code);
    const asked = postTo(checked.value, '{}', {}, stopping.signal);
    await expect.poll(() => silent.connections).toBe(1);
    stopping.abort();
    expect(await asked).toEqual({ taken: false, status: 'stopped' });
  });
});
