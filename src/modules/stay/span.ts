import { type Day, daysBetween, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf, lastDayOf } from './decide/days.ts';
import { pathwaysOf } from './pathways.ts';
import { coursesOf, extensionsOf } from './store.ts';
import type { Stay } from './types.ts';

/** Which days a stay has: what was, and what may still come. */
export interface Span {
  /** Today, or the day it ended. */
  readonly today: Day;
  /** The last day it may have, or today when it is longer already. */
  readonly lastDay: Day;
  /** The days of the strip: all of a stay counted in days, up to today of one counted in months. */
  readonly days: readonly { readonly number: number; readonly day: Day }[];
}

const latest = (...days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last));

/** The days of a stay by the clock of its house. */
export const spanOf = async (tx: Tx, stay: Stay, now: Instant): Promise<Span> => {
  const [courses, extensions] = await Promise.all([coursesOf(tx, [stay.id]), extensionsOf(tx, [stay.id])]);
  const course = courses.get(stay.id)?.at(-1);
  if (course === undefined) throw new Error(`stay ${stay.id} has no course`);
  const { product, pathwayVersion: version } = course;
  const pathway = (await pathwaysOf(tx, [{ product, version }]))(product, version);
  const extended = extensions.get(stay.id)?.at(-1)?.untilDay;
  const today = localDay(stay.endedAt ?? now, stay.zone);
  const allowed = latest(lastDayOf(pathway, stay.arrivedDay), extended ?? today);
  const lastDay = latest(allowed, today);
  const shown = 'days' in pathway.most ? lastDay : today;
  const count = daysBetween(stay.arrivedDay, shown) + 1;
  const days = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    day: dayOf(stay.arrivedDay, index + 1),
  }));
  return { today, lastDay, days };
};
