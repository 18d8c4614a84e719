import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import type { Database, Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from './diary.ts';
import { startTailer, type Tailer } from './tailer.ts';

// Waiting takes no time here: only how often counts.
vi.mock('node:timers/promises', async (original) => {
  const timers = await original<typeof import('node:timers/promises')>();
  return { ...timers, setTimeout: () => timers.setImmediate() };
});

const LINE: WrittenEntry = {
  ...{ xid: '7', id: 1, at: 0, room: 'capacity', event: 'held', subject: 'bed', actor: 'test', body: {} },
  ...{ unitId: null, organisationId: null },
};

/** A database that only knows one line, and is away when told so. */
const oneLine = () => {
  const state = { away: false, told: false };
  const tx = {
    query: async ({ text }: { text: string }) => ({
      rows: text.includes('order by') ? (state.told ? [] : [LINE]) : [{ xid: '1' }],
    }),
  };
  return Object.assign(state, {
    database: {
      async transaction<T>(_acting: unknown, work: (tx: Tx) => Promise<T>): Promise<T> {
        if (state.away) throw new Error('connection refused');
        return work(tx as unknown as Tx);
      },
    } as Database,
  });
};

let tailer: Tailer;
afterEach(() => tailer.stop());

it('a line that was read just before the database went away is told when it is back, however long that takes', async () => {
  const known = oneLine();
  const heard: WrittenEntry[] = [];
  let failed = 0;
  const reported = () => {
    failed += 1;
    if (failed === 100) known.away = false;
  };
  tailer = await startTailer(known.database, reported);
  tailer.listen((lines) => {
    known.told = true;
    known.away = failed < 100;
    if (known.away) throw new Error('connection refused');
    heard.push(...lines);
  });
  while (heard.length === 0 && failed < 1_000) await nextTurn();
  expect(heard).toEqual([LINE]);
});

it('a listener that fails while the database is there holds up the others only for a while', async () => {
  const known = oneLine();
  const heard: WrittenEntry[] = [];
  tailer = await startTailer(known.database, () => undefined);
  tailer.listen(() => {
    throw new Error('a fault of its own');
  });
  tailer.listen((lines) => {
    known.told = true;
    heard.push(...lines);
  });
  while (heard.length === 0) await nextTurn();
  expect(heard).toEqual([LINE]);
});
