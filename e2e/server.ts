import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildHouse, type House, type HouseParts } from '#app/house.ts';
import { noSettings } from '#app/messages.ts';
import { makePracticeRegion } from '#demo/index.ts';
import { practiceDatabase, THURSDAY } from '#demo/practice.fixture.ts';
import { makeSmallRegion, type SmallRegion, type SmallWish } from '#demo/small.ts';
import { machineClock } from '#platform/clock.ts';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';

/** The real server with the built web app, on a database of its own, in the small region. */
export interface RunningServer {
  readonly url: string;
  readonly house: House;
  readonly small: SmallRegion;
  close(): Promise<void>;
}

/** Ports whose house was closed. */
const left: number[] = [];

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** The port a house left behind, for on the same address a browser has read our code already; else 0, which is any. */
export const portLeft = async (): Promise<number> => {
  const port = left.pop() ?? 0;
  return (await isFree(port)) ? port : 0;
};

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

const listening = async (test: TestDatabase, more: Partial<HouseParts>, port: number) => {
  const house = await buildHouse({
    databaseUrl: test.url,
    connections: 8,
    clock: machineClock,
    practice: true,
    logLevel: 'error',
    version: 'test',
    webFolder: join(import.meta.dirname, '../dist/web'),
    ...more,
  });
  await house.app.listen({ host: '127.0.0.1', port });
  const address = house.app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const close = async (): Promise<void> => {
    await house.close();
    await test.drop();
    left.push(address.port);
  };
  return { url: `http://127.0.0.1:${address.port}`, house, close };
};

/** Starts it on a free port of this machine, or on the port that somebody was told before. */
export const startServer = async (
  wish: Partial<SmallWish> = { placesPerUnit: 6 },
  more: Partial<HouseParts> = {},
  port?: number,
): Promise<RunningServer> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, { now: machineClock.now(), ...wish });
  return { small, ...(await listening(test, more, port ?? (await portLeft()))) };
};

/** Starts it in the practice region itself, as whoever opens it for the first time finds it; it takes about half a minute. */
export const startPracticeRegion = async (
  more: Partial<HouseParts> = {},
): Promise<Omit<RunningServer, 'small'>> => {
  const test = await createTestDatabase();
  await makePracticeRegion(test.url, { seed: 2026, now: machineClock.now(), key: TEST_KEY });
  const messages = { ...noSettings(), key: TEST_KEY };
  return listening(test, { messages, ...more }, await portLeft());
};

/** Starts it in the practice region of a Thursday that the database tests look at too; the clock goes on from there. */
export const startThursday = async (): Promise<Omit<RunningServer, 'small'>> => {
  const test = await practiceDatabase(THURSDAY);
  const ahead = THURSDAY - machineClock.now();
  const clock = { now: () => machineClock.now() + ahead };
  return listening(test, { messages: { ...noSettings(), key: TEST_KEY }, clock }, await portLeft());
};
