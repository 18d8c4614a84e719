import { clockOf, type Day, minutesOf, plusDays } from '#kernel/calendar.ts';
import type { DayRoom, OpeningsBody, TreatmentList } from '#modules/day-treatment/contract.ts';
import { GONE_BEFORE } from '#modules/day-treatment/contract.ts';
import { PARTS, type Part } from '#modules/day-treatment/types.ts';

/** The days of a week, 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One part of a weekday as it is typed; both empty: not open. */
export interface Hours {
  readonly opens: string;
  readonly closes: string;
}
/** The ordinary week as it is typed, by weekday and part. */
export type Week = Readonly<Record<string, Hours>>;
type Line = OpeningsBody['week'][number];

/** Where a part of a weekday stands in the week. */
export const hoursKey = (weekday: number, part: Part): string => `${weekday} ${part}`;

const SHUT: Hours = { opens: '', closes: '' };

/** The hours of one part of a weekday. */
export const hoursOn = (week: Week, weekday: number, part: Part): Hours =>
  week[hoursKey(weekday, part)] ?? SHUT;

/** The lines that count on a day. */
const countingOn = (openings: DayRoom['openings'], day: Day): DayRoom['openings'] =>
  openings.filter(({ since, until }) => since <= day && (until ?? plusDays(day, 1)) > day);

/** The week that counts on a day, ready to be changed. */
export const weekOn = (openings: DayRoom['openings'], day: Day): Week =>
  Object.fromEntries(
    countingOn(openings, day).map(({ weekday, part, opens, closes }) => [
      hoursKey(weekday, part),
      { opens: clockOf(opens), closes: clockOf(closes) },
    ]),
  );

const lineOf = (weekday: number, part: Part, { opens, closes }: Hours): Line | null => {
  const [from, until] = [minutesOf(opens), minutesOf(closes)];
  return from === null || until === null || from >= until
    ? null
    : { weekday, part, opens: from, closes: until };
};

/** What is sent; null while some hours are half typed or turned around. */
export const linesOf = (week: Week): Line[] | null => {
  const lines: Line[] = [];
  for (const weekday of WEEKDAYS)
    for (const part of PARTS) {
      const hours = hoursOn(week, weekday, part);
      if (hours.opens === '' && hours.closes === '') continue;
      const line = lineOf(weekday, part, hours);
      if (line === null) return null;
      lines.push(line);
    }
  return lines;
};

/** Are these hours whole, or not there at all? */
export const areHours = (weekday: number, part: Part, hours: Hours): boolean =>
  (hours.opens === '' && hours.closes === '') || lineOf(weekday, part, hours) !== null;

/** Until when somebody can begin, treatment by treatment, in a half-day that closes at this minute. */
export interface LastStart {
  readonly name: string;
  readonly minutes: number;
  /** By the part of the day, at its latest closing on any weekday; null: it does not fit in it. */
  readonly starts: Readonly<Partial<Record<Part, string | null>>>;
}

/** The last start of each treatment in use. Everybody is gone a quarter before the doors close. */
export const lastStarts = (
  treatments: TreatmentList['treatments'],
  openings: DayRoom['openings'],
  day: Day,
): LastStart[] => {
  const lines = countingOn(openings, day);
  const parts = PARTS.filter((part) => lines.some((line) => line.part === part));
  return treatments.flatMap(({ now }) => {
    if (now === null) return [];
    const { name, setUp, running, observation } = now.body;
    const minutes = setUp + running + observation;
    const startIn = (part: Part): string | null => {
      const own = lines.filter((line) => line.part === part);
      const last = Math.max(...own.map(({ closes }) => closes)) - GONE_BEFORE - minutes;
      return own.some(({ opens }) => opens <= last) ? clockOf(last) : null;
    };
    return [{ name, minutes, starts: Object.fromEntries(parts.map((part) => [part, startIn(part)])) }];
  });
};
