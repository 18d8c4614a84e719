import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { seeded } from '#kernel/seeded.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { requestBody } from './house/asked.ts';
import { type Caller, openCaller, type Reply, signIn } from './house/caller.ts';
import { asOwner } from './house/judge.ts';
import { keepHouse } from './house/keeper.ts';
import { compare, expectedIn } from './outbox/judge.ts';
import { openMailReceiver, openWebhookReceiver, type Receiver } from './outbox/receivers.ts';

/** What arrived in the end. */
export interface Aftermath {
  /** Messages that had to arrive. */
  readonly made: number;
  readonly lost: number;
  /** Messages for something that was rolled back, or that nobody had to send. */
  readonly phantom: number;
  /** The same id with other words. */
  readonly changed: number;
  readonly dead: number;
  /** Messages that came in more than once, under their one id. */
  readonly again: number;
  /** Requests that were refused and rolled back on purpose. */
  readonly refused: number;
}

const SERVER = join(import.meta.dirname, 'outbox/server.ts');
const ASKERS = 8;
/** Requests of each asker, however soon the kills are over. */
const AT_LEAST = 5;
const AT_MOST = 10;
/** So many times the clock moves on by so much while the receivers are away: 24 hours. */
const AWAY: readonly [number, string] = [4, '6 hours'];
/** So much work between two kills, at least and at most. */
const WORK_MS: readonly [number, number] = [400, 1_200];
const PATIENCE_MS = 60_000;

interface World {
  readonly url: string;
  readonly small: SmallRegion;
  readonly caller: Caller;
  readonly tokens: { readonly gp: string; readonly desk: string; readonly ward: string };
  readonly receivers: readonly [Receiver, Receiver];
}

/** Asks until somebody answers: the server may be dead just now. */
const insist = async (world: World, ask: Parameters<Caller['ask']>[0]): Promise<Reply> => {
  for (;;) {
    const reply = await world.caller.ask(ask);
    if (reply.status !== 0 && reply.status < 500 && reply.body['code'] !== 'still-running') return reply;
    await wait(100);
  }
};

/** Asks one bed, or also one that is gone: then all of it is rolled back. True when it was. */
const askOne = async (
  world: World,
  mark: string,
  placeIds: readonly string[],
  end: boolean,
): Promise<boolean> => {
  const token = world.tokens.gp;
  const reply = await insist(world, {
    path: '/requests',
    body: requestBody(mark, placeIds),
    token,
    key: mark,
  });
  const request = reply.body['request'] as { id: string } | undefined;
  // Some requests have an end to tell of.
  const body = { reason: 'withdrawn', code: 'mistake' };
  if (request !== undefined && end)
    await insist(world, { path: `/requests/${request.id}/close`, body, token, key: `${mark}-close` });
  return request === undefined;
};

/** One asker: every third request is refused. Gives back how many were. */
const keepAsking = async (
  world: World,
  name: string,
  places: readonly string[],
  isOver: () => boolean,
): Promise<number> => {
  const [gone = ''] = world.small.places[1];
  let refused = 0;
  for (const [number, placeId] of places.entries()) {
    if (isOver() && number >= AT_LEAST) break;
    const wanted = number % 3 === 1 ? [placeId, gone] : [placeId];
    if (await askOne(world, `${name}-${number}`, wanted, number % 4 === 0)) refused++;
  }
  return refused;
};

/** Moves the clock of the waiting messages on, as if that much time had passed. */
const pass = (url: string, time: string) =>
  asOwner(url, (client) =>
    client.query(
      'update graphile_worker._private_jobs set run_at = run_at - $1::interval where locked_at is null',
      [time],
    ),
  );

/** How many messages are still on their way. */
const underWay = (url: string): Promise<number> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      "select count(*)::integer as n from platform_delivery where state in ('queued', 'failed')",
    );
    return rows[0]?.n ?? 0;
  });

/** How many lines of the diary were not made into messages yet. */
const behind = (url: string): Promise<number> =>
  asOwner(url, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::integer as n from platform_diary d join platform_cursor c
         on c.name = 'outbox' and d.room = 'placement' and (d.xid, d.id) > (c.xid, c.id)`,
    );
    return rows[0]?.n ?? 0;
  });

/** Waits until nothing is left to do; gives up when nothing moves any more. */
const untilNone = async (what: string, left: () => Promise<number>): Promise<void> => {
  let least = Number.POSITIVE_INFINITY;
  let moved = performance.now();
  for (let now = await left(); now > 0; now = await left()) {
    if (now < least) moved = performance.now();
    least = Math.min(least, now);
    if (performance.now() - moved > PATIENCE_MS) throw new Error(`${what}: ${now} left, and nothing moves`);
    await wait(200);
  }
};

const changedIn = (taken: Receiver['taken'], wordsOf: (said: string) => string): number => {
  const first = new Map<string, string>();
  let changed = 0;
  for (const { id, said } of taken) {
    const words = wordsOf(said);
    if ((first.get(id) ?? words) !== words) changed++;
    first.set(id, words);
  }
  return changed;
};

/** A letter that is written again has another date above it. */
const letterWords = (said: string): string => said.slice(said.indexOf('\r\n\r\n'));

const judge = async ({ url, receivers }: World, refused: number): Promise<Aftermath> => {
  const [hooks, mail] = receivers;
  const expected = await expectedIn(url);
  const ids = ({ taken }: Receiver) => taken.map(({ id }) => id);
  const both = [compare(expected.webhooks, ids(hooks)), compare(expected.letters, ids(mail))];
  const all = [...ids(hooks), ...ids(mail)];
  const dead = await asOwner(url, (client) =>
    client.query("select 1 from platform_delivery where state = 'dead'"),
  );
  return {
    made: expected.webhooks.must.size + expected.letters.must.size,
    lost: both.reduce((sum, { lost }) => sum + lost, 0),
    phantom: both.reduce((sum, { phantom }) => sum + phantom, 0),
    changed: changedIn(hooks.taken, (said) => said) + changedIn(mail.taken, letterWords),
    dead: dead.rowCount ?? 0,
    again: all.length - new Set(all).size,
    refused,
  };
};

const addWebhooks = async (world: World): Promise<void> => {
  const body = { url: `http://127.0.0.1:${world.receivers[0].port}/aan`, topics: ['request'] };
  for (const token of [world.tokens.desk, world.tokens.ward]) {
    const reply = await insist(world, { path: '/webhooks', body, token });
    if (reply.status !== 200) throw new Error(`adding a webhook was answered with ${reply.status}`);
  }
};

/** Beds to ask for, each asker their own. */
const shares = (places: readonly string[]): string[][] =>
  Array.from({ length: ASKERS }, (_, i) =>
    places.slice(0, ASKERS * AT_MOST).filter((_place, n) => n % ASKERS === i),
  );

/**
 * The server is killed again and again while it takes requests, while the receivers are away for a day, and while it
 * hands everything over; then every message must have arrived, and none for what was rolled back.
 */
export const deliver = async (rounds: number): Promise<Aftermath> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, { now: Date.now(), placesPerUnit: ASKERS * AT_MOST });
  await asOwner(test.url, (client) => client.query("update region_unit set email = 'afdeling@example.nl'"));
  const receivers = [await openWebhookReceiver(), await openMailReceiver()] as const;
  const words = [String(receivers[1].port), randomBytes(32).toString('hex')];
  const house = await keepHouse(test.url, { server: SERVER, words });
  const caller = openCaller(house.port, 16);
  const [gp, desk, ward] = await Promise.all(
    [small.gp, small.desk, small.wards[0]].map((who) => signIn(caller, who.id)),
  );
  const tokens = { gp: gp ?? '', desk: desk ?? '', ward: ward ?? '' };
  const world: World = { url: test.url, small, caller, tokens, receivers };
  await addWebhooks(world);
  const [gone = ''] = small.places[1];
  await insist(world, { path: '/holds', body: { placeId: gone, product: 'elv-high' }, token: tokens.desk });
  const chance = seeded(2026);
  const killFor = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      await wait(WORK_MS[0] + chance() * (WORK_MS[1] - WORK_MS[0]));
      house.kill();
      // It has to be back before it is worth killing again.
      await insist(world, { method: 'GET', path: '/webhooks', token: tokens.desk });
    }
  };
  let over = false;
  const asking = shares(small.places[0]).map((own, i) => keepAsking(world, `a${i}`, own, () => over));
  await killFor(rounds);
  over = true;
  const refused = (await Promise.all(asking)).reduce((sum, each) => sum + each, 0);
  await untilNone('making the messages', () => behind(test.url));
  for (let step = 0; step < AWAY[0]; step++) {
    await wait(500);
    await pass(test.url, AWAY[1]);
  }
  for (const receiver of receivers) receiver.away = false;
  const handing = killFor(Math.ceil(rounds / 2));
  await untilNone('handing everything over', async () => {
    await pass(test.url, '6 hours');
    return underWay(test.url);
  });
  await handing;
  await house.stop();
  caller.close();
  const aftermath = await judge(world, refused);
  for (const receiver of receivers) await receiver.close();
  await test.drop();
  return aftermath;
};

/** Mail and webhooks under kill, with receivers that are away for a day and forget to say that they took something. */
export const run = async (rounds = 8): Promise<Figure[]> => {
  const after = await deliver(rounds);
  return [
    atLeast('outbox-messages', after.made, 'messages', 10 * rounds),
    atLeast('outbox-rolled-back', after.refused, 'requests', rounds),
    atLeast('outbox-sent-again', after.again, 'messages', 1),
    atMost('outbox-lost', after.lost, 'messages', 0),
    atMost('outbox-phantom', after.phantom, 'messages', 0),
    atMost('outbox-changed', after.changed, 'messages', 0),
    atMost('outbox-dead', after.dead, 'messages', 0),
  ];
};
