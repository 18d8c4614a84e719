import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from '#kernel/seeded.ts';
import type { Region } from '#modules/region/types.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { catchUp } from './catch-up.ts';
import { openLiving } from './living.ts';

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
