import { isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Flows } from './contract-history.ts';
import type { CareCourse } from './courses.ts';
import type { Kept } from './history.ts';

/** Fewer people than this are not told: they could be recognised. */
export const ENOUGH_PEOPLE = 5;

/** Where a request went: home or elsewhere after the stay, still here, still waiting, or why there was no place. */
export const wayOf = (course: CareCourse): string => {
  if (course.arrivedAt !== null) return course.destination ?? 'here';
  if (course.closeReason === null) return 'waiting';
  return course.closeReason === 'no-place'
    ? `no-place:${course.unmetCode ?? 'other'}`
    : `no-bed:${course.closeReason}`;
};

/** By which a way is known: from where, for what, to where. */
export const wayKey = (course: CareCourse): string => `${course.origin} ${course.product} ${wayOf(course)}`;

/** The one in the middle; of an even number the lower of the two; null without numbers. */
export const middle = (numbers: readonly number[]): number | null =>
  numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null;

/** Who asked in the last so many days, of which everything is kept. */
export const askedSince = (kept: Kept, days: number, now: Instant): CareCourse[] => {
  const from = Math.max(kept.since, now - days * DAY);
  return kept.courses.filter((course) => course.sentAt >= from && course.sentAt <= now);
};

/** The ways of everybody who asked in the last days: from where, for what, to where. Fewer than five is not told. */
export const flowsOf = (kept: Kept, days: number, now: Instant): Flows => {
  const from = Math.max(kept.since, now - days * DAY);
  const asked = askedSince(kept, days, now);
  const ways = Map.groupBy(asked, wayKey);
  return {
    from: localDay(from, REGION_ZONE),
    until: plusDays(localDay(now, REGION_ZONE), 1),
    enough: ENOUGH_PEOPLE,
    ways: [...ways.values()]
      .flatMap((same) => {
        const [one] = same;
        if (one === undefined) return [];
        const told = same.length >= ENOUGH_PEOPLE;
        const waits = same.flatMap(({ sentAt, arrivedAt }) =>
          arrivedAt === null ? [] : [arrivedAt - sentAt],
        );
        const wait = middle(waits);
        return [
          {
            from: one.origin,
            product: one.product,
            to: wayOf(one),
            people: told ? same.length : null,
            medianWaitHours: told && waits.length >= ENOUGH_PEOPLE && wait !== null ? wait / HOUR : null,
          },
        ];
      })
      // What is not told has no order of its own that would tell it.
      .toSorted(
        (a, b) =>
          (b.people ?? 0) - (a.people ?? 0) ||
          `${a.from} ${a.product} ${a.to}`.localeCompare(`${b.from} ${b.product} ${b.to}`),
      ),
    asOf: isoFromInstant(now),
  };
};
