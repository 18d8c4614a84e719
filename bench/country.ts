import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import type { CapacityStatement, Country } from '#tower/contract.ts';
import { openClient } from './board/client.ts';
import { makeBoardRegion } from './board/region.ts';
import { makeCountry, statementsOf, writeCountry } from './country/region.ts';
import { atMost, besidePeer, type Figure } from './figure.ts';
import { perCpuSecond, type Serving, serve, stop } from './serving/serving.ts';

const REGIONS = 30;
const PLACES = 2_000;
const OWN_BEDS = 120;
const OURS_MS = 4_000;
const PEER_MS = 8_000;
const HEARD_WITHIN = 30_000;

/** Thirty regions as their own servers would publish, at thirty addresses of one machine. */
const publish = async (statements: readonly CapacityStatement[]): Promise<Server> => {
  const bodies = statements.map((statement) => JSON.stringify(statement));
  const server = createServer((request, reply) => {
    reply.setHeader('etag', '"bench"').end(bodies[Number(request.url?.slice(1))] ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

type Sums = readonly Pick<Country['regions'][number], 'name' | 'counts'>[];

const seenBy = async (serving: Serving): Promise<{ regions: Sums; wire: number }> => {
  const client = await openClient(serving.port, serving.path, serving.headers);
  const { body, wire } = await client.ask();
  client.close();
  const text = serving.headers['accept-encoding'] === undefined ? body : brotliDecompressSync(body);
  const country = JSON.parse(String(text)) as { regions: (Country['regions'][number] & { id?: string })[] };
  const theirs = country.regions.filter((region) => region.id !== null);
  return { regions: theirs.map(({ name, counts }) => ({ name, counts })), wire };
};

/** Our house has heard every region, and shows the same sums as the peer counts. */
const sameCountry = async (ours: Serving, peer: Serving): Promise<number> => {
  const counted = await seenBy(peer);
  const end = performance.now() + HEARD_WITHIN;
  while (performance.now() < end) {
    const seen = await seenBy(ours);
    if (isDeepStrictEqual(seen.regions, counted.regions)) return seen.wire;
    await wait(200);
  }
  throw new Error('ours and the peer do not show the same country');
};

/** Opens the country: thirty regions and 60,000 places in sums, beside the same sums from SQL per request. */
export const run = async (): Promise<Figure[]> => {
  const test = await createTestDatabase();
  const now = Date.UTC(2026, 9, 22, 9, 41);
  await makeBoardRegion(test.url, OWN_BEDS, now);
  const places = makeCountry(REGIONS, PLACES);
  const published = await publish(statementsOf(places, now));
  const at = published.address();
  const port = typeof at === 'object' ? at?.port : 0;
  const followed = Array.from({ length: REGIONS }, (_, n) => `http://127.0.0.1:${port}/${n}`);
  await writeCountry(test.url, places, followed, now);
  const ours = await serve(join(import.meta.dirname, 'country/server.ts'), test.url, now, '/api/v1/country');
  const peer = await serve(join(import.meta.dirname, 'country/peer.ts'), test.url, now, '/country');
  const wire = await sameCountry(ours, peer);
  const value = await perCpuSecond(ours, OURS_MS);
  const peerValue = await perCpuSecond(peer, PEER_MS);
  await stop(peer);
  await stop(ours);
  published.close();
  published.closeAllConnections();
  await test.drop();
  return [
    besidePeer(
      {
        name: 'country',
        unit: 'requests/cpu-s',
        better: 'higher',
        value,
        peer: 'fastify+sql+json',
        peerValue,
      },
      50,
    ),
    atMost('country-wire', wire / 1000, 'kB', 100),
  ];
};
