import { type Day, plusDays, weekdayOf } from '#kernel/calendar.ts';

/** The day so many working days on; at the weekend nobody picks anything up. */
export const workdaysOn = (from: Day, count: number): Day => {
  let day = from;
  for (let left = count; left > 0; ) {
    day = plusDays(day, 1);
    if (weekdayOf(day) < 6) left -= 1;
  }
  return day;
};
