import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import type { Board } from '#tower/contract.ts';
import { type BareClient, openClient } from './board/client.ts';
import { makeBoardRegion } from './board/region.ts';
import { atMost, besidePeer, type Figure, median } from './figure.ts';

const BEDS = 3_000;
const CONNECTIONS = 8;
const WARM_MS = 3_000;
const OURS_MS = 4_000;
const PEER_MS = 8_000;
const ALONE = 2_000;

/** A server process and how it is asked. */
interface Serving {
  readonly process: ChildProcess;
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const serve = async (file: string, url: string, now: number, path: string): Promise<Serving> => {
  const server = fork(join(import.meta.dirname, 'board', file), [url, String(now)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const fallen = once(server, 'exit').then(() =>
    Promise.reject(new Error(`${file} fell before it was ready`)),
  );
  const [ready] = (await Promise.race([once(server, 'message'), fallen])) as [
    { port: number; token: string },
  ];
  // From here on it ends when it is told to.
  fallen.catch(() => undefined);
  const headers =
    ready.token === ''
      ? {}
      : { authorization: `Bearer ${ready.token}`, 'accept-encoding': 'gzip, deflate, br' };
  return { process: server, port: ready.port, path, headers };
};

const cpuOf = async (server: ChildProcess): Promise<number> => {
  server.send('cpu');
  const [{ cpu }] = (await once(server, 'message')) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1e6;
};

const stop = async (serving: Serving): Promise<void> => {
  serving.process.kill('SIGTERM');
  await once(serving.process, 'exit');
};

const boardFrom = async (
  serving: Serving,
): Promise<{ board: Omit<Board, 'version' | 'asOf'>; wire: number }> => {
  const client = await openClient(serving.port, serving.path, serving.headers);
  const { body, wire } = await client.ask();
  client.close();
  const text = serving.headers['accept-encoding'] === undefined ? body : brotliDecompressSync(body);
  const { version: _version, asOf: _asOf, ...board } = JSON.parse(String(text)) as Board;
  return { board, wire };
};

/** Asks on all connections for so long; how often was answered. */
const askFor = async (clients: readonly BareClient[], ms: number): Promise<number> => {
  const end = performance.now() + ms;
  let asked = 0;
  const keepAsking = async (client: BareClient): Promise<void> => {
    for (; performance.now() < end; asked++) await client.ask();
  };
  await Promise.all(clients.map(keepAsking));
  return asked;
};

/** Requests per second of CPU that the server process spent, once it is warm. */
const perCpuSecond = async (serving: Serving, ms: number): Promise<number> => {
  const open = () => openClient(serving.port, serving.path, serving.headers);
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, open));
  await askFor(clients, WARM_MS);
  const before = await cpuOf(serving.process);
  const asked = await askFor(clients, ms);
  const spent = (await cpuOf(serving.process)) - before;
  for (const client of clients) client.close();
  return asked / spent;
};

/** From asking to the last byte, one at a time, with the wire and the client in it. */
const alone = async (serving: Serving): Promise<number> => {
  const client = await openClient(serving.port, serving.path, serving.headers);
  const times: number[] = [];
  for (let i = 0; i < ALONE; i++) {
    const start = performance.now();
    await client.ask();
    times.push(performance.now() - start);
  }
  client.close();
  return median(times);
};

const sameBoards = async (ours: Serving, peer: Serving): Promise<number> => {
  // Both clocks run on; a border between the two questions may differ once, not three times.
  for (let attempt = 0; attempt < 3; attempt++) {
    const [a, b] = [await boardFrom(ours), await boardFrom(peer)];
    if (isDeepStrictEqual(a.board, b.board)) return a.wire;
    await wait(50);
  }
  throw new Error('ours and the peer do not show the same board');
};

/** Opens the board of 3,000 beds: the house with signing in, headers and squeezing, beside one made from SQL per request. */
export const run = async (): Promise<Figure[]> => {
  const test = await createTestDatabase();
  // Thursday 22 October 2026, twenty to twelve in Drenthe: half of the sites admit, none is about to close.
  const now = Date.UTC(2026, 9, 22, 9, 41);
  await makeBoardRegion(test.url, BEDS, now);
  const ours = await serve('server.ts', test.url, now, '/api/v1/board');
  const peer = await serve('peer.ts', test.url, now, '/board');
  const wire = await sameBoards(ours, peer);
  const value = await perCpuSecond(ours, OURS_MS);
  const peerValue = await perCpuSecond(peer, PEER_MS);
  const p50 = await alone(ours);
  await stop(peer);
  await stop(ours);
  await test.drop();
  return [
    besidePeer(
      { name: 'board', unit: 'requests/cpu-s', better: 'higher', value, peer: 'fastify+sql+json', peerValue },
      50,
    ),
    atMost('board-wire', wire / 1000, 'kB', 40),
    atMost('board-p50', p50, 'ms', 1),
  ];
};
