import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { openDatabase } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import type { Queue } from '#tower/contract.ts';
import { openClient } from './board/client.ts';
import { atMost, besidePeer, type Figure } from './figure.ts';
import { makeRow, NOW } from './route/row.ts';
import { perCpuSecond, type Serving, serve, stop } from './serving/serving.ts';

const OPEN = 300;
const OURS_MS = 4_000;
const PEER_MS = 8_000;
const CHANGING_MS = 6_000;
const CHANGE_EVERY_MS = 250;
const ASK_EVERY_MS = 10;

const queueFrom = async (serving: Serving): Promise<{ queue: Queue; wire: number }> => {
  const client = await openClient(serving.port, serving.path, serving.headers);
  const { body, wire } = await client.ask();
  client.close();
  const squeezed = serving.headers['accept-encoding'] !== undefined;
  return { queue: JSON.parse(String(squeezed ? brotliDecompressSync(body) : body)) as Queue, wire };
};

const sameQueues = async (ours: Serving, peer: Serving): Promise<{ queue: Queue; wire: number }> => {
  // Both clocks run on; a minute that passes between the two questions may differ once, not five times.
  for (let attempt = 0; attempt < 5; attempt++) {
    const [a, b] = [await queueFrom(ours), await queueFrom(peer)];
    if (isDeepStrictEqual(a.queue, b.queue)) return a;
    await wait(200);
  }
  throw new Error('ours and the peer do not show the same row');
};

/** From asking to the last byte while requests change four times a second: what 19 of 20 wait at most. */
const whileChanging = async (serving: Serving, url: string, queue: Queue): Promise<number> => {
  const database = openDatabase(url, 1);
  const client = await openClient(serving.port, serving.path, serving.headers);
  const end = performance.now() + CHANGING_MS;
  const times: number[] = [];
  let next = performance.now();
  for (let at = 0; performance.now() < end; ) {
    if (performance.now() >= next) {
      next += CHANGE_EVERY_MS;
      const subject = queue.requests[at++ % queue.requests.length]?.id ?? '';
      // Who hears this line reads the request again: for the row nothing else happens when somebody really acts.
      const line = {
        at: NOW,
        room: 'placement',
        event: 'touched',
        subject,
        unitId: null,
        organisationId: null,
      };
      await database.transaction({ actor: 'bench', organisationId: null }, (tx) =>
        record(tx, [{ ...line, actor: 'bench', body: { organisations: [] } }]),
      );
    }
    const start = performance.now();
    await client.ask();
    times.push(performance.now() - start);
    await wait(ASK_EVERY_MS);
  }
  client.close();
  await database.close();
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
};

/** The row of the desk with 300 open requests, clocks and proposals: from memory, beside the same from SQL per request. */
export const run = async (): Promise<Figure[]> => {
  const test = await createTestDatabase();
  await makeRow(test.url, OPEN, NOW);
  const ours = await serve(join(import.meta.dirname, 'route/server.ts'), test.url, NOW, '/api/v1/queue');
  const peer = await serve(join(import.meta.dirname, 'route/peer.ts'), test.url, NOW, '/queue');
  const { queue, wire } = await sameQueues(ours, peer);
  if (queue.requests.length !== OPEN) throw new Error(`${queue.requests.length} requests are open`);
  const value = await perCpuSecond(ours, OURS_MS);
  const peerValue = await perCpuSecond(peer, PEER_MS);
  const p95 = await whileChanging(ours, test.url, queue);
  await stop(peer);
  await stop(ours);
  await test.drop();
  return [
    besidePeer(
      {
        name: 'route',
        unit: 'requests/cpu-s',
        better: 'higher',
        value,
        peer: 'fastify+sql+search',
        peerValue,
      },
      10,
    ),
    atMost('route-p95-while-changing', p95, 'ms', 50),
    atMost('route-wire', wire / 1_000, 'kB', 60),
  ];
};
