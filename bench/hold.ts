import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { MINUTE } from '#kernel/interval.ts';
import { seeded } from '#kernel/seeded.ts';
import { openHoldBatch } from '#modules/capacity/index.ts';
import { readRegion } from '#modules/region/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { atLeast, atMost, besidePeer, type Figure, median } from './figure.ts';
import { openHoldPeer } from './hold/peer.ts';
import { doubles, type HoldRegion, makeHoldRegion, wipe } from './hold/region.ts';

const RIVALS = 64;
const BEDS = 10_000;
const HOLDS = 8_000;
const ROUNDS = 4;

interface Round {
  readonly perSecond: number;
  readonly p99: number;
}

/** Lets the rivals hold until so many beds are gone; a refused rival tries the next bed. */
const race = async (hold: (rival: number) => Promise<boolean>): Promise<Round> => {
  const times: number[] = [];
  let left = HOLDS;
  const start = performance.now();
  const rival = async (name: number): Promise<void> => {
    while (left > 0) {
      const asked = performance.now();
      if (await hold(name)) {
        left--;
        times.push(performance.now() - asked);
      }
    }
  };
  await Promise.all(Array.from({ length: RIVALS }, (_, name) => rival(name)));
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: times.length / seconds,
    p99: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0,
  };
};

/** One rival in twenty goes for a bed that another asked a moment ago, as on a board that is a moment old. */
const LATE = 0.05;

/** The beds as the picture in memory shows them free, each to one rival, but for those who come late. */
const chooser = (places: readonly string[], seed: number): (() => string) => {
  const chance = seeded(seed);
  let front = 0;
  return () => {
    const at = front > 0 && chance() < LATE ? front - 1 : front++;
    return places[Math.min(places.length - 1, at)] as string;
  };
};

const ourRounds = async (url: string, made: HoldRegion) => {
  const database = openDatabase(url, 4);
  const acting = { actor: 'bench', organisationId: null };
  const region = await database.transaction(acting, (tx) => readRegion(tx, Date.now()));
  const batch = openHoldBatch(database, Date.now, async () => region);
  const actor = { id: made.small.gp.id, organisationId: made.small.gp.organisationId };
  return {
    run: (seed: number): Promise<Round> => {
      const choose = chooser(made.places, seed);
      return race(async () => {
        const now = Date.now();
        const command = {
          claimId: newId(),
          placeId: choose(),
          subject: newId(),
          product: 'elv-high' as const,
          from: now,
          expiresAt: now + 45 * MINUTE,
        };
        return (await batch.hold({ actor, key: command.claimId, hash: 'h', command })).ok;
      });
    },
    end: () => database.close(),
  };
};

/** The same over HTTP, by a server process of its own. */
const overHttp = async (url: string, made: HoldRegion): Promise<Round> => {
  const server = fork(join(import.meta.dirname, 'hold/server.ts'), [url], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [ready] = (await once(server, 'message')) as [{ port: number; token: string }];
  const agent = new Agent({ keepAlive: true, maxSockets: RIVALS });
  const choose = chooser(made.places, 99);
  const round = await race(
    () =>
      new Promise((resolve, reject) => {
        const headers = {
          'content-type': 'application/json',
          authorization: `Bearer ${ready.token}`,
          'idempotency-key': newId(),
        };
        const call = request(
          { agent, host: '127.0.0.1', port: ready.port, path: '/api/v1/holds', method: 'POST', headers },
          (response) => {
            response.resume();
            response.on('end', () => resolve(response.statusCode === 200));
          },
        );
        call.on('error', reject);
        call.end(JSON.stringify({ placeId: choose(), product: 'elv-high' }));
      }),
  );
  agent.destroy();
  server.kill('SIGTERM');
  await once(server, 'exit');
  return round;
};

/**
 * Sixty-four rivals hold 8,000 beds: with holds of the same moment sharing one durable transaction, and beside it one
 * transaction per hold with `skip locked` and a connection per rival. Both write claim, diary line and key under the same
 * constraints; only holds that got a bed count. Rounds alternate; the ratio is taken per round.
 */
export const run = async (): Promise<Figure[]> => {
  const test = await createTestDatabase();
  const made = await makeHoldRegion(test.url, BEDS, Date.now());
  const ours = await ourRounds(test.url, made);
  const peer = await openHoldPeer(test.url, RIVALS);
  const [own, others]: Round[][] = [[], []];
  let twice = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    await wipe(test.url);
    const a = await ours.run(round);
    twice += await doubles(test.url);
    await wipe(test.url);
    const b = await race(peer.hold);
    twice += await doubles(test.url);
    // The first round warms both.
    if (round === 0) continue;
    own?.push(a);
    others?.push(b);
  }
  await ours.end();
  await peer.end();
  await wipe(test.url);
  const http = await overHttp(test.url, made);
  twice += await doubles(test.url);
  await test.drop();
  const ratios = (own ?? []).map((round, i) => round.perSecond / (others?.[i]?.perSecond ?? 1));
  return [
    besidePeer(
      {
        name: 'hold',
        unit: 'holds/s',
        better: 'higher',
        peer: 'tx-per-hold-skip-locked',
        value: median((own ?? []).map((round) => round.perSecond)),
        peerValue: median((others ?? []).map((round) => round.perSecond)),
        ratio: median(ratios),
      },
      3,
    ),
    atMost('hold-p99', median((own ?? []).map((round) => round.p99)), 'ms', 250),
    atLeast('hold-http', http.perSecond, 'holds/s', 1),
    atMost('hold-doubles', twice, 'beds', 0),
  ];
};
