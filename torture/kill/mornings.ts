import { setTimeout as wait } from 'node:timers/promises';
import { lookAhead } from '#app/looking-ahead.ts';
import { type Day, instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { ForecastFacts, PastFree, PastStay } from '#planning/forecast/types.ts';
import { openDatabase } from '#platform/db/database.ts';
import type { Placing } from './hands.ts';

const ZONE = 'Europe/Amsterdam';
const PAUSE_MS = 250;
/** What is not done by then has failed for another reason than a kill. */
const PATIENCE_MS = 60_000;
const HISTORY_DAYS = 40;
const BEDS = 4;
/** More wait than the region ever sets: every morning it is told. */
const WAITING = 9;

/** The facts of a morning at both homes: beds taken for a week at a time, and what was free on the days before. */
const factsOf = (now: Instant, today: Day, sites: readonly string[]): ForecastFacts => {
  const since = now - HISTORY_DAYS * DAY;
  const past = sites.flatMap((siteId) =>
    Array.from({ length: HISTORY_DAYS - 8 }, (_, day): PastStay => {
      const arrivedAt = since + day * DAY;
      return { siteId, product: 'elv-high', arrivedAt, leftAt: arrivedAt + 7 * DAY, expectedEnd: null };
    }),
  );
  const free = sites.flatMap((siteId) =>
    Array.from({ length: HISTORY_DAYS }, (_, back): PastFree => {
      const day = plusDays(today, -back - 1);
      return { siteId, product: 'elv-high', day, free: back % 3 };
    }),
  );
  const present = [1, 2, 3].map((days) => ({
    ...{ arrivedAt: now - days * DAY, expectedEnd: null, latestEnd: null },
  }));
  const standing = { product: 'elv-high', usable: new Array<number>(14).fill(BEDS), freeNow: 1 } as const;
  return {
    ...{ now, zone: ZONE, since, past, free },
    sites: sites.map((siteId) => ({ siteId, ...standing, present, planned: [], asking: 1 })),
  };
};

/** Does this until it is done, as a house does that starts again. */
const untilDone = async (placing: Placing, work: () => Promise<void>): Promise<void> => {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (performance.now() > end) {
        placing.ledger.strange.push(`a morning that is never done: ${String(error)}`);
        return;
      }
      await wait(100);
    }
  }
};

/** One morning after another, each done by two servers at one moment, until it is over. */
export const keepMornings = async (placing: Placing, url: string): Promise<void> => {
  const servers = [openDatabase(url, 2), openDatabase(url, 2)];
  const { outlook } = placing.ledger;
  const first = localDay(Date.now(), ZONE);
  for (let number = 0; !placing.isOver(); number++) {
    const today = plusDays(first, number);
    const facts = factsOf(instantOf(today, 6 * 60, ZONE), today, placing.small.sites);
    const wanted = outlook.thresholds.size > 0;
    const day = { facts, departures: [{ barrier: 'home-care', count: WAITING }] };
    await Promise.all(servers.map((server) => untilDone(placing, () => lookAhead(server, day))));
    outlook.mornings.push(today);
    if (wanted) outlook.warned.push(today);
    await wait(PAUSE_MS);
  }
  for (const server of servers) await server.close();
};
