import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant, type Interval } from '#kernel/interval.ts';

/** The first time the rules go back so far: a month of what was looked at before anybody judged. */
const FIRST_BACK = 31 * DAY;

/**
 * Over which looks the rules go now. From the beginning of the local day in which they stopped, so that who looks at too
 * many in a day is counted whole, and a look that was committed a moment late is not missed. What was told is not told twice.
 */
export const stretchOf = (reviewedUntil: Instant | null, now: Instant, zone: string): Interval => ({
  from: reviewedUntil === null ? now - FIRST_BACK : instantOf(localDay(reviewedUntil - HOUR, zone), 0, zone),
  until: now,
});

/** The stretch day by day, cut at local midnights: a month of a busy house is not read at once, and no rule looks further. */
export const dayByDay = ({ from, until }: Interval, zone: string): Interval[] => {
  const days: Interval[] = [];
  for (let at = from; at < until; ) {
    const midnight = instantOf(plusDays(localDay(at, zone), 1), 0, zone);
    days.push({ from: at, until: Math.min(midnight, until) });
    at = midnight;
  }
  return days;
};
