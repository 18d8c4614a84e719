import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { migrate } from '#platform/db/migrate.ts';
import { startPostgres } from '#platform/postgres/index.ts';
import { openClient } from './board/client.ts';
import { makeBoardRegion } from './board/region.ts';
import { commitsPerSecond, type Way } from './feed/commits.ts';
import { atLeast, atMost, besidePeer, type Figure, median } from './figure.ts';

const BEDS = 3_000;
const SCREENS = 1_000;
const CALLERS = 32;
const ROUNDS = 3;
const ROUND_MS = 2_500;
const CHANGES = 100;
const BUSY_MS = 4_000;

interface Ready {
  readonly process: ChildProcess;
  readonly port: number;
  readonly token: string;
}

const start = async (file: string, args: readonly string[]): Promise<Ready> => {
  const child = fork(join(import.meta.dirname, file), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const fallen = once(child, 'exit').then(() =>
    Promise.reject(new Error(`${file} fell before it was ready`)),
  );
  const [ready] = (await Promise.race([once(child, 'message'), fallen])) as [{ port: number; token: string }];
  // From here on it ends when it is told to.
  fallen.catch(() => undefined);
  return { process: child, port: ready.port, token: ready.token };
};

const screensAt = (server: Ready): Promise<Ready> =>
  start('feed/screens.ts', [String(server.port), '/api/v1/live', server.token, String(SCREENS)]);

const ask = async <T>(child: ChildProcess, question: unknown): Promise<T> => {
  child.send(question as object);
  const [answer] = (await once(child, 'message')) as [T];
  return answer;
};

const end = async (...all: readonly Ready[]): Promise<void> => {
  for (const { process: child } of all) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
};

/** Commits while 1,000 screens are told of them, and every commit was heard. */
const oneRound = async (url: string, way: Way): Promise<number> => {
  const server = await start('feed/server.ts', [url, way]);
  const screens = await screensAt(server);
  const { commits, perSecond } = await commitsPerSecond(url, way, CALLERS, ROUND_MS);
  for (let i = 0; i < 500; i++) {
    const { heard } = await ask<{ heard: number }>(server.process, {});
    if (heard >= commits) break;
    if (i === 499) throw new Error(`${commits} commits, ${heard} heard by ${way}`);
    await wait(20);
  }
  await end(screens, server);
  return perSecond;
};

const rivalry = async (url: string): Promise<Figure> => {
  const [ours, theirs]: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours?.push(await oneRound(url, 'diary'));
    theirs?.push(await oneRound(url, 'notify'));
  }
  const pair = {
    name: 'feed-commits',
    unit: 'commits/s',
    better: 'higher',
    peer: 'notify-in-transaction',
  } as const;
  return besidePeer({ ...pair, value: median(ours ?? []), peerValue: median(theirs ?? []) }, 5);
};

/** One ward after another stands by its figures, straight in the database: the server hears of it from the diary alone. */
const openChanges = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ unit_id: string }>('select unit_id from capacity_figure');
  let turn = 0;
  return {
    change: async (): Promise<{ version: string; at: number }> => {
      const unit = rows[turn++ % rows.length]?.unit_id;
      const { rows: written } = await client.query<{ version: string }>(
        `with figure as (update capacity_figure set as_of = now(), source = 'tap' where unit_id = $1)
         insert into platform_diary (at, room, event, subject, unit_id, actor)
         values (now(), 'capacity', 'confirmed', $1, $1, 'bench') returning xid::text || '-' || id as version`,
        [unit],
      );
      return { version: written[0]?.version ?? '', at: Number(process.hrtime.bigint()) / 1e6 };
    },
    close: () => client.end(),
  };
};

const atPace = async (times: number, every: number, act: () => Promise<void>): Promise<void> => {
  const began = performance.now();
  for (let i = 0; i < times; i++) {
    await wait(Math.max(0, began + i * every - performance.now()));
    await act();
  }
};

interface Spent {
  readonly cpu: NodeJS.CpuUsage;
  readonly peak: number;
}

/** The house as it serves, its region open on 1,000 screens: each reads the board and follows what changes. */
const house = async (url: string): Promise<Figure[]> => {
  const server = await start('board/server.ts', [url, String(Date.now())]);
  const screens = await screensAt(server);
  const reader = await openClient(server.port, '/api/v1/board', {
    authorization: `Bearer ${server.token}`,
    'accept-encoding': 'br',
  });
  for (let i = 0; i < SCREENS; i++) await reader.ask();
  const changes = await openChanges(url);
  const commits: Record<string, number> = {};
  await atPace(CHANGES, 100, async () => {
    const { version, at } = await changes.change();
    commits[version] = at;
  });
  await wait(500);
  const late = await ask<{ p50: number; p99: number; missed: number }>(screens.process, { commits });
  const before = {
    ...(await ask<Spent>(server.process, {})),
    ...(await ask<{ messages: number }>(screens.process, {})),
  };
  await atPace(BUSY_MS / 25, 25, async () => {
    await changes.change();
  });
  await wait(500);
  const after = {
    ...(await ask<Spent>(server.process, {})),
    ...(await ask<{ messages: number; lost: number }>(screens.process, {})),
  };
  for (let i = 0; i < SCREENS; i++) await reader.ask();
  const { peak } = await ask<Spent>(server.process, {});
  reader.close();
  await changes.close();
  await end(screens, server);
  const spent = (after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system) / 1e6;
  return [
    atMost('feed-p50', late.p50, 'ms', 100),
    atMost('feed-p99', late.p99, 'ms', 150),
    atMost('feed-missed', late.missed + after.lost, 'messages', 0),
    atLeast('feed-deliveries', (after.messages - before.messages) / spent, 'deliveries/cpu-s', 90_000),
    atMost('feed-memory', peak, 'MB', 450),
  ];
};

/**
 * A change on its way to 1,000 open screens: what it costs the commit, how long it takes, what it costs the server. On a
 * database server of its own, because a transaction anywhere on a server holds its diaries up.
 */
export const run = async (): Promise<Figure[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'verkeerstoren-bench-feed-'));
  const postgres = await startPostgres({ dataDir });
  try {
    await migrate(postgres.url);
    await makeBoardRegion(postgres.url, BEDS, Date.now());
    return [await rivalry(postgres.url), ...(await house(postgres.url))];
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
