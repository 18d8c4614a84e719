import { type Day, type HalfDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Staffing } from '#modules/capacity/types.ts';

/** How many places of a ward have staff in a half-day of an ordinary week; what is not said has staff for all. */
export interface RosterLine {
  readonly weekday: number;
  readonly halfDay: HalfDay;
  readonly staffed: number;
}

/** The weekly roster as the staff of real days, from a day on. */
export const rosteredDays = (
  unitId: string,
  week: readonly RosterLine[],
  from: Day,
  days: number,
): Staffing[] =>
  Array.from({ length: days }, (_, n) => plusDays(from, n)).flatMap((day) =>
    week
      .filter((line) => line.weekday === weekdayOf(day))
      .map(({ halfDay, staffed }) => ({ unitId, day, halfDay, staffed })),
  );
