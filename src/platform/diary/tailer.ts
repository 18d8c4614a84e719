import { setTimeout as wait } from 'node:timers/promises';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { linesAfter, type Position, positionNow, type WrittenEntry } from './diary.ts';

const READER = byHouse('tailer');
const POLL_MS = 25;
const LIMIT = 2_000;
/** A listener that fails is asked again this often, and so many times, before the diary goes on without it. */
const AGAIN_MS = 250;
const ATTEMPTS = 20;

/** Who is told of new lines. */
type Listener = (lines: readonly WrittenEntry[]) => void | Promise<void>;

/** Reads the diary for this process and hands new lines to everyone who listens, in order, each line once. */
export interface Tailer {
  /** Listens from now on; returns how to stop. A listener that fails is told again; then the others go on. */
  listen(listener: Listener): () => void;
  /** Something was committed here: look at once instead of at the next tick. */
  nudge(): void;
  /** Has the diary been read in the last seconds? */
  healthy(): boolean;
  stop(): Promise<void>;
}

/** While the database is away no attempt counts. */
const countsAsAttempt = (database: Database): Promise<0 | 1> =>
  database.transaction(READER, positionNow).then(
    () => 1,
    () => 0,
  );

/** Starts reading after `from`, or from now. */
export const startTailer = async (
  database: Database,
  report: (error: unknown) => void,
  from?: Position,
): Promise<Tailer> => {
  let position = from ?? (await database.transaction(READER, positionNow));
  let stopped = false;
  let lastRead = performance.now();
  let wake: (() => void) | null = null;
  let nudged = false;
  const listeners = new Set<Listener>();

  /** The database may be away for a while: the same lines are told until it is back, so that nothing is missed. */
  const tell = async (listener: Listener, lines: readonly WrittenEntry[]): Promise<void> => {
    for (let attempts = 0; attempts < ATTEMPTS; ) {
      try {
        return await listener(lines);
      } catch (error) {
        report(error);
        if (stopped) return;
        await wait(AGAIN_MS);
        attempts += await countsAsAttempt(database);
      }
    }
  };
  const step = async (): Promise<boolean> => {
    const lines = await database.transaction(READER, (tx) => linesAfter(tx, position, LIMIT));
    lastRead = performance.now();
    const last = lines.at(-1);
    if (last === undefined) return false;
    for (const listener of listeners) await tell(listener, lines);
    position = { xid: last.xid, id: last.id };
    return lines.length === LIMIT;
  };
  const pause = async (): Promise<void> => {
    // Who nudged while we were reading may have come too late for that reading.
    if (!nudged)
      await Promise.race([
        wait(POLL_MS, undefined, { ref: false }),
        new Promise<void>((resolve) => {
          wake = resolve;
        }),
      ]);
    nudged = false;
  };

  const loop = (async () => {
    while (!stopped) {
      try {
        if (await step()) continue;
      } catch (error) {
        // The database is away: say so and try again; the position has not moved.
        report(error);
        await wait(250);
      }
      await pause();
    }
  })();

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nudge() {
      nudged = true;
      wake?.();
    },
    healthy: () => performance.now() - lastRead < 3_000,
    async stop() {
      stopped = true;
      wake?.();
      await loop;
    },
  };
};
