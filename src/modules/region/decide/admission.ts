import type { Day } from '#kernel/calendar.ts';
import { halfDayInterval, instantOf, localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { contains, type Instant, type Interval } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { AdmissionWindow, Duty } from '#modules/region/types.ts';

/** What one site says about its hours; `zone` is the IANA zone of its clocks. */
export interface AdmissionFacts {
  readonly windows: readonly AdmissionWindow[];
  readonly duties: readonly Duty[];
  readonly zone: string;
}

/** Whether a site lets people in. */
export interface Admission {
  readonly now: boolean;
  /** When it lets people in now: until when. Null when that does not end within two weeks. */
  readonly until: Instant | null;
  /** When it does not: from when it does. Null when that is not within two weeks. */
  readonly nextFrom: Instant | null;
}

/** Nobody plans an admission further ahead than this by opening hours alone. */
const DAYS_AHEAD = 14;
/** The night of a day begins at 22:00 the evening before. */
const NIGHT_BEGINS = 22 * 60;

/** The stretches of one day: its windows, and the half-days in which it is this site's turn. */
const stretchesOf = (facts: AdmissionFacts, product: Product, day: Day): Interval[] => {
  const weekday = weekdayOf(day);
  const windows = facts.windows
    .filter((window) => window.weekday === weekday && (window.product === null || window.product === product))
    .map((window) => ({
      from: instantOf(day, window.opens, facts.zone),
      until: instantOf(day, window.closes, facts.zone),
    }));
  const turns = facts.duties
    .filter((duty) => duty.day === day && duty.product === product)
    .map((duty) => halfDayInterval(day, duty.halfDay, facts.zone));
  // A window inside the hour that the clock skips in spring has no length.
  return [...windows, ...turns].filter((stretch) => stretch.from < stretch.until);
};

/** The moment up to which stretches that touch or overlap run on from here. */
const runsUntil = (stretches: readonly Interval[], start: Interval): Instant =>
  stretches.reduce(
    (until, next) => (next.from <= until && next.until > until ? next.until : until),
    start.until,
  );

const judge = (stretches: readonly Interval[], at: Instant): Admission => {
  const current = stretches.find((stretch) => contains(stretch, at));
  if (current !== undefined) return { now: true, until: runsUntil(stretches, current), nextFrom: null };
  return { now: false, until: null, nextFrom: stretches.find((stretch) => stretch.from > at)?.from ?? null };
};

/**
 * Does a site let people in for a product at a moment, until when, or else from when? Its windows and its turns on the
 * roster count together; where they touch they are one. Looks day by day and stops as soon as the answer is certain.
 */
export const admission = (facts: AdmissionFacts, product: Product, at: Instant): Admission => {
  if (facts.windows.length === 0 && facts.duties.length === 0)
    return { now: false, until: null, nextFrom: null };
  const today = localDay(at, facts.zone);
  let stretches = [
    ...stretchesOf(facts, product, plusDays(today, -1)),
    ...stretchesOf(facts, product, today),
  ];
  let answer = judge(stretches, at);
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead++) {
    const day = plusDays(today, ahead);
    stretches = [...stretches, ...stretchesOf(facts, product, day)].sort((a, b) => a.from - b.from);
    answer = judge(stretches, at);
    // Days not looked at yet begin with their night, the evening before.
    const certain = instantOf(day, NIGHT_BEGINS, facts.zone);
    const moment = answer.now ? answer.until : answer.nextFrom;
    if (moment !== null && moment < certain) return answer;
  }
  return answer.now ? { ...answer, until: null } : answer;
};
