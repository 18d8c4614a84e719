import { type Day, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { ChairClaim } from '#modules/capacity/types.ts';
import type { HalfDay } from '#modules/day-treatment/types.ts';

/** What became of who had a moment, and what that asked and took. */
interface Became {
  readonly visits: number;
  readonly given: number;
  readonly missed: number;
  readonly notGiven: number;
  readonly plannedMinutes: number;
  readonly careMinutes: number;
}

/** A half-day as its rows count it, with the nurses who were there. */
export interface CountedHalfDay extends Became, Pick<HalfDay, 'id' | 'day' | 'part' | 'opens' | 'closes'> {
  readonly closed: boolean;
  readonly nurses: number;
}

/** The figures of a half-day, or of several together. */
export interface Sums extends Became {
  readonly chairMinutes: number;
  readonly usedMinutes: number;
  readonly nurseMinutes: number;
}

const minutesIn = ({ from, until }: Interval): number => Math.max(0, Math.round((until - from) / MINUTE));

/** So long somebody sat in one chair, in the part of it that falls in a half-day; a minute counts once. */
const satIn = (stretches: readonly Interval[], { opens, closes }: CountedHalfDay): number => {
  let [sum, reached] = [0, opens];
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
    const [start, end] = [Math.max(from, reached), Math.min(until, closes)];
    if (end <= start) continue;
    sum += minutesIn({ from: start, until: end });
    reached = end;
  }
  return sum;
};

/** When somebody really sat; of whom nobody said that they left, at most until they were to leave. */
const sittingOf = ({ arrivedAt, leftAt, during }: ChairClaim, now: Instant): Interval[] =>
  arrivedAt === null ? [] : [{ from: arrivedAt, until: leftAt ?? Math.min(now, during.until) }];

/** One half-day: what its chairs and nurses could, and what they did. */
export const figuresOf = (
  halfDay: CountedHalfDay,
  { chairs, claims }: { readonly chairs: number; readonly claims: readonly ChairClaim[] },
  now: Instant,
): Sums => {
  const { visits, given, missed, notGiven, plannedMinutes, careMinutes } = halfDay;
  const open = halfDay.closed ? 0 : minutesIn({ from: halfDay.opens, until: halfDay.closes });
  const onChairs = [...Map.groupBy(claims, ({ placeId }) => placeId).values()];
  const used = onChairs.map((own) =>
    satIn(
      own.flatMap((claim) => sittingOf(claim, now)),
      halfDay,
    ),
  );
  return {
    ...{ visits, given, missed, notGiven, plannedMinutes, careMinutes },
    chairMinutes: open * chairs,
    usedMinutes: used.reduce((sum, minutes) => sum + minutes, 0),
    nurseMinutes: open * halfDay.nurses,
  };
};

const NOTHING: Sums = {
  ...{ visits: 0, given: 0, missed: 0, notGiven: 0, plannedMinutes: 0, careMinutes: 0 },
  ...{ chairMinutes: 0, usedMinutes: 0, nurseMinutes: 0 },
};

const plus = (a: Sums, b: Sums): Sums => ({
  visits: a.visits + b.visits,
  given: a.given + b.given,
  missed: a.missed + b.missed,
  notGiven: a.notGiven + b.notGiven,
  plannedMinutes: a.plannedMinutes + b.plannedMinutes,
  careMinutes: a.careMinutes + b.careMinutes,
  chairMinutes: a.chairMinutes + b.chairMinutes,
  usedMinutes: a.usedMinutes + b.usedMinutes,
  nurseMinutes: a.nurseMinutes + b.nurseMinutes,
});

const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));

/** Half-days added up to their weeks, in the order of time. */
export const weeksOf = (
  halfDays: readonly (Sums & { readonly day: Day })[],
): (Sums & { readonly from: Day })[] =>
  [...Map.groupBy(halfDays, ({ day }) => mondayOf(day))].map(([from, own]) => ({
    from,
    ...own.reduce(plus, NOTHING),
  }));

/** How many nobody came for, and which part that is of all that is over, in tenths of a percent; null: nothing is over. */
export const notShownOf = (
  all: readonly Pick<Sums, 'given' | 'missed' | 'notGiven'>[],
): { readonly visits: number; readonly percent: number | null } => {
  const missed = all.reduce((sum, each) => sum + each.missed, 0);
  const over = all.reduce((sum, each) => sum + each.given + each.missed + each.notGiven, 0);
  return { visits: missed, percent: over === 0 ? null : Math.round((1_000 * missed) / over) / 10 };
};
