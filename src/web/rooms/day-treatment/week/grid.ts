import { type Day, daysBetween, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { DayWeek, GridVisit, HalfDayView } from '#modules/day-treatment/contract.ts';

/** Where something lies on the width of a half-day, 0 to 100. */
export interface Place {
  readonly left: number;
  readonly width: number;
}

/** A visit on one of its chairs: where it lies, and where on that stretch set-up and running end (0 to 100). */
export interface Box extends Place {
  readonly visit: GridVisit;
  readonly setUp: number;
  readonly running: number;
}

type Hours = Pick<HalfDayView, 'opens' | 'closes'>;

const share = (at: Instant, from: Instant, until: Instant): number =>
  Math.max(0, Math.min(100, ((at - from) / (until - from)) * 100));

/** Where a stretch of time lies in a half-day; null when it is another time. */
export const placeIn = ({ opens, closes }: Hours, from: string, until: string): Place | null => {
  const [start, end] = [Date.parse(opens), Date.parse(closes)];
  const left = share(Date.parse(from), start, end);
  const width = share(Date.parse(until), start, end) - left;
  return width <= 0 ? null : { left, width };
};

/** The visits on one chair of a half-day, as they are drawn. */
export const boxesOn = (halfDay: HalfDayView, chairId: string): Box[] =>
  halfDay.visits.flatMap((visit) =>
    visit.seats
      .filter((seat) => seat.chairId === chairId)
      .flatMap((seat) => {
        const place = placeIn(halfDay, seat.from, seat.until);
        if (place === null) return [];
        const [from, until] = [Date.parse(seat.from), Date.parse(seat.until)];
        const setUp = share(Date.parse(visit.setUpUntil), from, until);
        return [{ ...place, visit, setUp, running: share(Date.parse(visit.runsUntil), from, until) }];
      }),
  );

/** The chair on which somebody sits longest: there stands who it is. */
export const mainSeat = ({ seats }: GridVisit): GridVisit['seats'][number] | undefined => {
  const length = ({ from, until }: GridVisit['seats'][number]): number =>
    Date.parse(until) - Date.parse(from);
  return seats.toSorted((a, b) => length(b) - length(a))[0];
};

/** The visits of a half-day as somebody walks over them with the arrows: chair by chair, each chair by time. */
export const walkOf = (halfDay: HalfDayView, chairs: readonly { readonly id: string }[]): GridVisit[] => {
  const row = (visit: GridVisit): number => chairs.findIndex(({ id }) => id === mainSeat(visit)?.chairId);
  return halfDay.visits
    .filter((visit) => visit.seats.length > 0)
    .sort((a, b) => row(a) - row(b) || Date.parse(a.from) - Date.parse(b.from));
};

/** How high the drawing of care is for the whole week, so that half-days can be compared; the line lies below its top. */
export const careHeight = (halfDays: readonly Pick<HalfDayView, 'load'>[]): number =>
  1.6 * Math.max(4, ...halfDays.flatMap(({ load }) => (load === null ? [] : [load.line, load.most])));

/** The half-day somebody looks at when they chose none: the first that is open and not over yet. */
export const firstOpen = (halfDays: readonly HalfDayView[], now: Instant): HalfDayView | undefined =>
  halfDays.find(({ standstill, closes }) => standstill === null && Date.parse(closes) > now) ?? halfDays[0];

/** One half-day as a column: whether it is opened wide. */
export interface Column {
  readonly halfDay: HalfDayView;
  readonly wide: boolean;
}

/** The columns of a week with one half-day opened; where there is only room for one day, both halves of that day. */
export const columnsOf = (
  halfDays: readonly HalfDayView[],
  opened: Pick<HalfDayView, 'id' | 'day'> | undefined,
  full: boolean,
): Column[] =>
  full
    ? halfDays.map((halfDay) => ({ halfDay, wide: halfDay.id === opened?.id }))
    : halfDays.filter(({ day }) => day === opened?.day).map((halfDay) => ({ halfDay, wide: true }));

/** In which column the now-line stands: the half-day that runs, over noon the one that comes; -1: nowhere. */
export const nowColumn = (columns: readonly Column[], now: Instant): number =>
  columns.findIndex(({ halfDay }, index) => {
    const before = columns[index - 1]?.halfDay;
    const begins = before?.day === halfDay.day ? before.closes : halfDay.opens;
    return now >= Date.parse(begins) && now <= Date.parse(halfDay.closes);
  });

/** The Monday of the week of a day. */
export const mondayOf = (day: Day): Day => plusDays(day, 1 - weekdayOf(day));

/** The number of a week, by its Monday: the week with the first Thursday of the year is week 1. */
export const weekNumber = (monday: Day): number => {
  const thursday = plusDays(monday, 3);
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
};

/** What stands on a box on the grid: the family name. `Roelofje van der Vos` is `van der Vos`, `Mw. J. Vos` is `Vos`. */
export const familyName = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const given = words.findIndex((word) => !word.endsWith('.'));
  const rest = words.slice(given > 0 ? given : 1);
  return rest.length === 0 ? name.trim() : rest.join(' ');
};

/** Who cannot stay where they are planned in this week, by time. */
export const mustMoveIn = ({ halfDays }: Pick<DayWeek, 'halfDays'>): GridVisit[] =>
  halfDays.flatMap(({ visits }) => visits.filter(({ mustMove }) => mustMove !== null));
