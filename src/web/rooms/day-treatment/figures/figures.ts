import { type Day, plusDays } from '#kernel/calendar.ts';
import type { DayFigures, HalfDayFigures } from '#modules/day-treatment/contract.ts';
import { mondayOf } from '#web/rooms/day-treatment/week/grid.ts';

/** What is counted, of a half-day or a week. */
export type Counted = Omit<HalfDayFigures, 'id' | 'day' | 'part' | 'opens' | 'closes'>;

/** The three drawings: chairs and nurses in percent of what they could, visits in numbers. */
export const CHARTS = ['chairs', 'nurses', 'visits'] as const;
export type Chart = (typeof CHARTS)[number];

/** What is drawn in each, from below. */
export const SERIES = {
  chairs: ['used', 'planned'],
  nurses: ['care'],
  visits: ['given', 'missed', 'notGiven', 'open'],
} as const satisfies Record<Chart, readonly string[]>;
export type Series = (typeof SERIES)[Chart][number];

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1_000 * part) / whole) / 10;

/** One figure of a half-day or a week; null: it could not be, so it is no zero. */
export const figureIn = (counted: Counted, series: Series): number | null => {
  const { chairMinutes, nurseMinutes, visits, given, missed, notGiven } = counted;
  switch (series) {
    case 'used':
      return percent(counted.usedMinutes, chairMinutes);
    case 'planned':
      return percent(counted.plannedMinutes, chairMinutes);
    case 'care':
      return percent(counted.careMinutes, nurseMinutes);
    case 'open':
      return visits - given - missed - notGiven;
    default:
      return counted[series];
  }
};

/** Is it counted on top of each other, or drawn in front of each other? */
export const isStacked = (chart: Chart): boolean => chart === 'visits';

/** Heights of a drawing in percent: low figures are drawn larger, the scale beside it says so. */
const HEIGHTS = [25, 50, 100];

/** How high a drawing goes: so many percent, or the most there is of anything. */
export const topOf = (chart: Chart, all: readonly Counted[]): number => {
  const heights = all.map((counted) => {
    const values = SERIES[chart].map((series) => figureIn(counted, series) ?? 0);
    return isStacked(chart) ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  const most = Math.max(0, ...heights);
  // An even number: the line in the middle is a whole one too.
  if (isStacked(chart)) return 2 * Math.max(1, Math.ceil(most / 2));
  return HEIGHTS.find((height) => height >= most) ?? most;
};

const KEYS = [
  ...(['chairMinutes', 'usedMinutes', 'plannedMinutes', 'nurseMinutes', 'careMinutes'] as const),
  ...(['visits', 'given', 'missed', 'notGiven'] as const),
];

/** All of it together. */
export const totalOf = (all: readonly Counted[]): Counted =>
  Object.fromEntries(
    KEYS.map((key) => [key, all.reduce((sum, counted) => sum + counted[key], 0)]),
  ) as unknown as Counted;

/** Which part of what is over was not given, in percent; null: nothing is over. */
export const notGivenOf = ({ given, missed, notGiven }: Counted): number | null =>
  percent(notGiven, given + missed + notGiven);

/** Stretches one can choose, in weeks up to and with this one. */
export const STRETCHES = ['4', '13', '26'] as const;

/** The stretch that is asked for: so many weeks up to and with this one, or the days somebody chose, both with their days. */
export const stretchOf = (
  view: Readonly<Record<string, string>>,
  today: Day,
): { readonly weeks: string | null; readonly from: Day; readonly last: Day } => {
  const { van, tot } = view;
  if (van && tot && van <= tot) return { weeks: null, from: van, last: tot };
  const weeks = STRETCHES.find((each) => each === view['weken']) ?? STRETCHES[0];
  const monday = mondayOf(today);
  return { weeks, from: plusDays(monday, 7 - 7 * Number(weeks)), last: plusDays(monday, 6) };
};

/** Is there anything to show? */
export const isEmpty = ({ halfDays }: Pick<DayFigures, 'halfDays'>): boolean =>
  halfDays.every(({ visits }) => visits === 0);
