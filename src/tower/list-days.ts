import type { Day } from '#kernel/calendar.ts';
import { FOREVER, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { EXTRA } from '#modules/capacity/types.ts';
import { type CareCourse, waitedUntil } from './courses.ts';
import { whichEmpty } from './free-places.ts';
import type { Kept } from './history.ts';
import {
  type Behind,
  bedRow,
  counted,
  courseOfClaim,
  type Found,
  minuteOf,
  requestRow,
} from './list-behind.ts';
import { factsAt } from './past-facts.ts';
import { countedAt, daysOf } from './product-days.ts';

/** One day, or some days together. */
interface DaysAsk {
  /** Null: all of the last `days` together. */
  readonly day: Day | null;
  readonly days: number;
  readonly now: Instant;
}

/** From when until when, in minutes of the calendar. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The stretch that is counted; null when nothing of that day is kept, or it is still to come. */
export const stretchOf = (kept: Kept, { day, days, now }: DaysAsk): Stretch | null => {
  const all = daysOf(kept, days, now);
  const first = day === null ? 0 : all.days.indexOf(day);
  const [from, until] = [all.borders[first], day === null ? all.borders.at(-1) : all.borders[first + 1]];
  return from === undefined || until === undefined ? null : { from: minuteOf(from), until: minuteOf(until) };
};

const within = (at: Instant | null, { from, until }: Stretch): boolean =>
  at !== null && from <= minuteOf(at) && minuteOf(at) < until;

/** How many minutes of the stretch somebody was there. */
const minutesIn = (from: Instant, until: Instant, stretch: Stretch): number =>
  Math.max(0, Math.min(minuteOf(until), stretch.until) - Math.max(minuteOf(from), stretch.from));

const mean = (behind: readonly Behind[], { from, until }: Stretch): Found => ({
  kind: 'mean',
  number: behind.reduce((sum, row) => sum + (row.minutes ?? 0), 0) / (until - from),
  untold: null,
  behind,
  dayMinutes: until - from,
});

/** Beds of the day: as many as there were at ten. An extra place is none. */
export const bedsOfDay = (kept: Kept, product: Product, day: Day, now: Instant): Found => {
  const at = minuteOf(countedAt(day, now));
  const there = kept.rows.places.filter(
    ({ labels, products, endedAt }) =>
      !labels.includes(EXTRA) &&
      products.includes(product) &&
      minuteOf(kept.since) <= at &&
      at < minuteOf(endedAt ?? FOREVER),
  );
  return counted(there.map(({ unitId, code, endedAt }) => bedRow(unitId, code, product, { until: endedAt })));
};

/** Beds that stood empty at ten and could be given, whatever the hours of the door. */
export const freeOfDay = (kept: Kept, picture: Picture, product: Product, at: Instant): Found =>
  counted(
    kept.units.flatMap((unit) => {
      const facts = factsAt(unit, at);
      const places = whichEmpty(facts, picture.region, at).get(product) ?? [];
      return places.map((index) => bedRow(unit.unitId, facts.places[index]?.code ?? '', product));
    }),
  );

/** Who was in a bed on a day, and for how many minutes of it. */
export const occupiedOfDay = (kept: Kept, product: Product, stretch: Stretch): Found => {
  const courseOf = courseOfClaim(kept);
  const places = new Map(kept.rows.places.map((place) => [place.id, place]));
  const rows = kept.rows.claims.flatMap((claim): Behind[] => {
    const place = places.get(claim.placeId);
    if (claim.kind !== 'stay' || claim.arrivedAt === null || place?.products.includes(product) !== true)
      return [];
    const minutes = minutesIn(claim.arrivedAt, claim.leftAt ?? FOREVER, stretch);
    if (minutes === 0) return [];
    const course = courseOf(claim);
    const { unitId, arrivedAt: from, leftAt: until } = claim;
    return [{ kind: 'stay', unitId, bed: place.code, product, from, until, minutes, course, because: null }];
  });
  return mean(rows, stretch);
};

/** Who waited on a day, and for how many minutes of it. */
export const waitingOfDay = (kept: Kept, product: Product, stretch: Stretch): Found =>
  mean(
    kept.courses.flatMap((course) => {
      const minutes = minutesIn(course.sentAt, waitedUntil(course), stretch);
      if (course.product !== product || minutes === 0) return [];
      const until = course.arrivedAt ?? course.closedAt;
      const last = Math.min(waitedUntil(course) - 1, stretch.until * MINUTE);
      return [requestRow(course, { from: course.sentAt, until, minutes }, last)];
    }),
    stretch,
  );

const OUTCOMES = {
  asked: (course: CareCourse) => course.sentAt,
  placed: (course: CareCourse) => course.arrivedAt,
  unmet: (course: CareCourse) => (course.closeReason === 'no-place' ? course.closedAt : null),
} as const;

/** Requests that were sent, came into a bed, or ended without a place in the stretch. */
export const outcomesIn = (
  kept: Kept,
  outcome: keyof typeof OUTCOMES,
  product: Product,
  stretch: Stretch,
): Found =>
  counted(
    kept.courses
      .filter((course) => course.product === product && within(OUTCOMES[outcome](course), stretch))
      .map((course) =>
        outcome === 'placed'
          ? requestRow(course, { from: course.arrivedAt ?? course.sentAt, until: course.leftAt })
          : requestRow(course, { from: course.sentAt, until: course.arrivedAt ?? course.closedAt }),
      ),
  );

/** Every no in the stretch. */
export const refusedIn = (kept: Kept, product: Product, stretch: Stretch): Found =>
  counted(
    kept.refusals
      .filter((refused) => refused.product === product && within(refused.answeredAt, stretch))
      .map(({ unitId, code, answeredAt: at }) => ({
        ...{ kind: 'no', unitId, bed: null, product, from: at, until: at, minutes: null, course: null },
        because: `refused:${code}`,
      })),
  );
