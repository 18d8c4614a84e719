import { localTime } from '#kernel/calendar.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';

/** The hour of the week (0 is Monday 00:00) on the wall of the region; one hour of the world is looked up once. */
export const hourOfWeek = (zone: string): ((at: Instant) => number) => {
  const known = new Map<number, number>();
  return (at) => {
    const hour = Math.floor(at / HOUR);
    const found = known.get(hour);
    if (found !== undefined) return found;
    const { weekday, minutes } = localTime(hour * HOUR, zone);
    const ofWeek = (weekday - 1) * 24 + Math.floor(minutes / 60);
    known.set(hour, ofWeek);
    return ofWeek;
  };
};
