import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import type { Board } from '#tower/contract.ts';
import { openClient } from './board/client.ts';
import { makeBoardRegion } from './board/region.ts';
import { atMost, besidePeer, type Figure } from './figure.ts';
import { alone, perCpuSecond, type Serving, serve, stop } from './serving/serving.ts';

const BEDS = 3_000;
const OURS_MS = 4_000;
const PEER_MS = 8_000;

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
  const ours = await serve(join(import.meta.dirname, 'board/server.ts'), test.url, now, '/api/v1/board');
  const peer = await serve(join(import.meta.dirname, 'board/peer.ts'), test.url, now, '/board');
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
