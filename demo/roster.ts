import { type Day, daysBetween, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Product } from '#kernel/product.ts';
import type { AdmissionWindow, Duty } from '#modules/region/types.ts';
import { siteOf } from './sites.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const WORKING_DAYS = [1, 2, 3, 4, 5];
const NOT_SUNDAY = [1, 2, 3, 4, 5, 6];

const hour = (clock: number): number => Math.round(clock * 60);

const open = (
  site: string,
  weekdays: readonly number[],
  [opens, closes]: readonly [number, number],
  product: Product | null = null,
): AdmissionWindow[] =>
  weekdays.map((weekday) => ({
    siteId: siteOf(site).id,
    product,
    weekday,
    opens: hour(opens),
    closes: hour(closes),
  }));

/** When each site lets people arrive. De Zandhof says nothing about its hours: that must be visible too. */
export const WINDOWS: readonly AdmissionWindow[] = [
  ...open('peelo', WEEK, [8, 20]),
  ...open('kanaalhuis', WORKING_DAYS, [9, 16.5], 'elv-low'),
  ...open('kanaalhuis', WORKING_DAYS, [9, 15], 'reo-observation'),
  ...open('larikshof', WEEK, [9, 17], 'elv-low'),
  ...open('larikshof', WEEK, [0, 24], 'wlz-crisis'),
  ...open('rolde', NOT_SUNDAY, [8, 11]),
  ...open('marsdijk', WEEK, [9, 17], 'elv-high'),
  ...open('marsdijk', WEEK, [9, 17], 'elv-palliative'),
  ...open('marsdijk', WEEK, [0, 24], 'wlz-crisis'),
  ...open('weerhuis', NOT_SUNDAY, [9, 15]),
  ...open('kloosterhof', WORKING_DAYS, [9, 15]),
  ...open('lichtpunt', WEEK, [0, 24]),
  ...open('havezate', WORKING_DAYS, [9, 16]),
  ...open('beuk', NOT_SUNDAY, [10, 16]),
];

/** Who takes turns in the evening and in the weekend, week by week. */
const TURNS: readonly { readonly product: Product; readonly sites: readonly string[] }[] = [
  { product: 'elv-high', sites: ['peelo', 'marsdijk', 'weerhuis'] },
  { product: 'elv-low', sites: ['kanaalhuis', 'larikshof'] },
  { product: 'reo-observation', sites: ['kanaalhuis', 'kloosterhof'] },
];

const MONDAY = '2024-01-01';

/** The turns of the days from one to another, both included: evenings, and in the weekend the day too. */
export const rosterOf = (from: Day, to: Day): Duty[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => plusDays(from, i)).flatMap((day) =>
    TURNS.flatMap(({ product, sites }): Duty[] => {
      const week = Math.floor(daysBetween(MONDAY, day) / 7);
      const site = sites[week % sites.length] ?? '';
      const halfDays =
        weekdayOf(day) > 5 ? (['morning', 'afternoon', 'evening'] as const) : (['evening'] as const);
      return halfDays.map((halfDay) => ({ siteId: siteOf(site).id, product, day, halfDay }));
    }),
  );
