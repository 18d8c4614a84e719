import { plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { exponential, seeded } from '#kernel/seeded.ts';
import { AHEAD_DAYS, type ForecastFacts, type PastFree, type PastStay, type StandingSite } from './types.ts';

/** Thursday 19 November 2026, 12:00 in Amsterdam. */
export const NOW: Instant = 1_795_086_000_000;
const ZONE = 'Europe/Amsterdam';

/** A small region in which people come by chance and stay three weeks on average; the expected end is off by `error` days. */
export const smallRegion = (asked: {
  readonly seed: number;
  readonly sites?: number;
  readonly beds?: number;
  readonly days?: number;
  readonly error?: number;
  readonly perDay?: number;
}): ForecastFacts => {
  const { seed, sites = 2, beds = 8, days = 200, error = 3, perDay = 0.3 } = asked;
  const since = NOW - days * DAY;
  const past: PastStay[] = [];
  const free: PastFree[] = [];
  const standing: StandingSite[] = [];
  for (let at = 0; at < sites; at++) {
    const chance = seeded(seed * 100 + at);
    const siteId = `site-${at}`;
    const product = 'elv-high';
    const own: PastStay[] = [];
    const here = (moment: Instant): PastStay[] =>
      own.filter(({ arrivedAt, leftAt }) => arrivedAt <= moment && (leftAt ?? 0) > moment);
    for (let moment = since + HOUR; moment < NOW; moment += exponential(chance, DAY / perDay)) {
      const leftAt = moment + (0.2 + exponential(chance, 21)) * DAY;
      const expectedEnd = leftAt + (chance() * 2 - 1) * error * DAY;
      if (here(moment).length < beds) own.push({ siteId, product, arrivedAt: moment, leftAt, expectedEnd });
    }
    for (let back = days; back >= 0; back--) {
      const moment = NOW - 2 * HOUR - back * DAY;
      free.push({ siteId, product, day: plusDays('2026-11-19', -back), free: beds - here(moment).length });
    }
    const present = here(NOW);
    standing.push({
      ...{
        siteId,
        product,
        usable: new Array<number>(AHEAD_DAYS).fill(beds),
        freeNow: beds - present.length,
      },
      present: present.map(({ arrivedAt, expectedEnd }) => ({ arrivedAt, expectedEnd, latestEnd: null })),
      ...{ planned: [], asking: 0 },
    });
    past.push(...own.map((stay) => ({ ...stay, leftAt: (stay.leftAt ?? 0) > NOW ? null : stay.leftAt })));
  }
  return { now: NOW, zone: ZONE, since, sites: standing, past, free };
};
