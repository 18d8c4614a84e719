import { DAY } from '#kernel/interval.ts';
import type { Clock } from '#platform/clock.ts';
import { asOwner } from '#platform/db/owner.ts';
import { takeAway } from './records/retention.ts';

const HOUR_MS = 3_600_000;

/** What runs once a day by itself. */
export interface Daily {
  stop(): Promise<void>;
}

/** Takes away what is over, at the start and then once a day by the clock of the house. A day that fails is tried again in an hour. */
export const startDaily = (parts: {
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
}): Daily => {
  let done = Number.NEGATIVE_INFINITY;
  let busy: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const now = parts.clock.now();
    if (now - done < DAY) return;
    try {
      await asOwner(parts.databaseUrl, (tx) => takeAway(tx, now));
      done = now;
    } catch (error) {
      parts.report(error);
    }
  };
  const again = (): void => {
    busy = busy.then(look);
  };
  again();
  const timer = setInterval(again, HOUR_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await busy;
    },
  };
};
