import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { type Entry, linesAfter, type Position, positionNow, record } from './diary.ts';
import { startTailer } from './tailer.ts';

const READER = { actor: 'tailer', organisationId: null } as const;
const entry = (event: string): Entry => ({
  at: 1,
  room: 'capacity',
  event,
  subject: randomUUID(),
  unitId: null,
  organisationId: null,
  actor: 'test',
  body: {},
});

let test: TestDatabase;
let database: Database;

const write = (event: string): Promise<void> =>
  database.transaction(READER, (tx) => record(tx, [entry(event)]));
const eventsAfter = async (position: Position): Promise<string[]> =>
  (await database.transaction(READER, (tx) => linesAfter(tx, position, 100))).map((line) => line.event);
const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url, 4);
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

describe('the diary', () => {
  it('never skips a slow transaction: who came later waits behind it', async () => {
    const from = await database.transaction(READER, positionNow);
    const slow = await connected(test.url);
    await slow.query('begin');
    await slow.query(
      "insert into platform_diary (at, room, event, subject, actor) values (now(), 'capacity', 'slow', gen_random_uuid(), 'test')",
    );
    await write('quick');
    expect(await eventsAfter(from)).toEqual([]);
    await slow.query('commit');
    await slow.end();
    await expect.poll(() => eventsAfter(from)).toEqual(['slow', 'quick']);
  });

  it('does not wait for who writes in another database of the same server', async () => {
    const other = await createTestDatabase();
    const stranger = await connected(other.url);
    await stranger.query('begin');
    await stranger.query('select pg_current_xact_id()');
    const from = await database.transaction(READER, positionNow);
    await write('ours');
    // Within the time that the stranger stays: the old answer would have been nothing until they end.
    await expect.poll(() => eventsAfter(from), { timeout: 5_000 }).toContain('ours');
    await stranger.query('rollback');
    await stranger.end();
    await other.drop();
  });

  it('is told to each listener in order, again when the listener could not take it', async () => {
    const reported: unknown[] = [];
    const tailer = await startTailer(database, (error) => reported.push(error));
    const heard: string[] = [];
    let refusals = 2;
    tailer.listen((lines) => {
      if (refusals-- > 0) throw new Error('away for a moment');
      heard.push(...lines.map((line) => line.event));
    });
    await write('first');
    tailer.nudge();
    await write('second');
    tailer.nudge();
    await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['first', 'second']);
    expect(reported).toHaveLength(2);
    await tailer.stop();
  });
});
