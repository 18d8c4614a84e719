import { setTimeout as wait } from 'node:timers/promises';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { seeded } from '#kernel/seeded.ts';
import type { Region } from '#modules/region/types.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { type Living, openLiving } from './living.ts';

/** What the clock of the practice region works with. */
export interface PracticeClockParts {
  readonly database: Database;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly clock: Clock;
  readonly seed: number;
  readonly report: (error: unknown) => void;
  /** Something was committed: whoever follows the diary can look at once. */
  readonly committed: () => void;
}

/** A region that goes on living until it is told to stop. */
export interface PracticeClock {
  stop(): Promise<void>;
}

/** Away for less than this, nothing needs catching up. */
const MISSED = 6 * MINUTE;
/** Time that passed is walked through in at most so many strides. */
const STRIDES = 90;

/** Lets what was missed happen at the moments it would have happened. */
export const catchUp = async (
  living: Living,
  now: () => Instant,
  stopped: () => boolean,
): Promise<number> => {
  const last = await living.lastAct();
  const end = now();
  if (last === null || end - last < MISSED) return 0;
  const stride = Math.min(3 * HOUR, Math.max(8 * MINUTE, (end - last) / STRIDES));
  // After months only the last days are worth telling.
  const from = Math.max(last, end - STRIDES * stride);
  let happened = 0;
  for (let at = from + stride; at < end && !stopped(); at += stride) {
    happened += await living.stride(Math.round(at));
  }
  return happened;
};

/** Every twenty to forty seconds while somebody looks; three times slower while nobody does. */
const pauseOf = (luck: number, watched: boolean): number => (20_000 + 20_000 * luck) * (watched ? 1 : 3);

/** Starts the life of the practice region: first what was missed, then something every half minute. */
export const startPracticeClock = (parts: PracticeClockParts): PracticeClock => {
  const { clock, report } = parts;
  const ending = new AbortController();
  const stopped = (): boolean => ending.signal.aborted;
  const living = openLiving({
    ...parts,
    refused: (refusal) => report(new Error(`the practice region was refused: ${refusal.code}`)),
  });
  const chance = seeded(parts.seed + Math.floor(clock.now() / 1_000));
  const life = async (): Promise<void> => {
    await catchUp(living, () => clock.now(), stopped).catch(report);
    while (!stopped()) {
      await living.step(clock.now()).catch(report);
      await wait(pauseOf(chance(), living.watched()), undefined, { signal: ending.signal, ref: false }).catch(
        () => undefined,
      );
    }
  };
  const lives = life();
  return {
    async stop() {
      ending.abort();
      await lives;
    },
  };
};
