import { DAY, type Instant } from '#kernel/interval.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { asOwner } from '#platform/db/owner.ts';
import { endAllForgotten, extendAllHalfDays } from './half-days.ts';
import { isMorningSince } from './looking-ahead.ts';
import { takeAway } from './records/retention.ts';
import { goOverAll } from './recurring.ts';
import { chaseAll } from './referrals.ts';
import { reviewAll } from './review.ts';

const HOUR_MS = 3_600_000;

/** What runs once a day by itself. */
export interface Daily {
  stop(): Promise<void>;
}

/** What it works with. */
export interface DailyParts {
  readonly databaseUrl: string;
  readonly database: Database;
  readonly clock: Clock;
  /** Looks ahead, every morning; left out, nobody does. */
  readonly lookAhead?: (now: Instant) => Promise<void>;
  readonly report: (error: unknown) => void;
}

const isDayAgo = (done: Instant | null, now: Instant): boolean => done === null || now - done >= DAY;

/** Does this work when it is due: a day has passed since it went well. One that fails is tried again at the next turn. */
const onceADay = (parts: DailyParts, work: (now: Instant) => Promise<unknown>, isDue = isDayAgo) => {
  let done: Instant | null = null;
  return async (): Promise<void> => {
    const now = parts.clock.now();
    if (!isDue(done, now)) return;
    try {
      await work(now);
      done = now;
    } catch (error) {
      parts.report(error);
    }
  };
};

/**
 * Takes away what is over, puts looks before who must judge them, makes half-days on, ends visits nobody ended, goes over
 * contacts, reminds of referrals nobody picked up and looks ahead, at the start and then once a day by the clock of the house
 * (looking ahead: every morning). A day that fails is tried again in an hour; one work does not hold up the other.
 */
export const startDaily = (parts: DailyParts): Daily => {
  const works = [
    onceADay(parts, (now) => asOwner(parts.databaseUrl, (tx) => takeAway(tx, now))),
    onceADay(parts, (now) => reviewAll(parts.database, { now })),
    onceADay(parts, (now) => extendAllHalfDays(parts.database, now)),
    onceADay(parts, (now) => endAllForgotten(parts.database, now)),
    onceADay(parts, (now) => goOverAll(parts.database, now)),
    onceADay(parts, (now) => chaseAll(parts.database, now)),
    onceADay(parts, async (now) => parts.lookAhead?.(now), isMorningSince),
  ];
  let busy: Promise<void> = Promise.resolve();
  let stopped = false;
  const again = (): void => {
    // Who is told to stop begins nothing new: what was left is done at the next start.
    for (const work of works) busy = busy.then(() => (stopped ? undefined : work()));
  };
  again();
  const timer = setInterval(again, HOUR_MS);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await busy;
    },
  };
};
