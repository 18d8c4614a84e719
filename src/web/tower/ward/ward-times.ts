import { instantOf, localDay, localTime, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';

/** A moment one can pick with one press; `key` names its words. */
export interface QuickMoment {
  readonly key: 'today' | 'tonight' | 'tomorrow' | 'monday' | 'three-days' | 'week';
  readonly at: Instant;
}

/** Until when a bed is usually closed: this shift, tonight, tomorrow at eight, Monday at eight. Only what is still to come. */
export const closingMoments = (now: Instant, zone: string): QuickMoment[] => {
  const { day, weekday } = localTime(now, zone);
  const all: QuickMoment[] = [
    { key: 'today', at: instantOf(day, 15 * 60, zone) },
    { key: 'tonight', at: instantOf(day, 22 * 60, zone) },
    { key: 'tomorrow', at: instantOf(plusDays(day, 1), 8 * 60, zone) },
    { key: 'monday', at: instantOf(plusDays(day, 8 - weekday), 8 * 60, zone) },
  ];
  const tomorrow = all[2]?.at ?? 0;
  return all.filter(({ key, at }) => at > now && (key !== 'monday' || at > tomorrow));
};

/** When people usually leave: today at two, tomorrow at eleven, in three days, in a week. */
export const leavingMoments = (now: Instant, zone: string): QuickMoment[] => {
  const day = localDay(now, zone);
  const all: QuickMoment[] = [
    { key: 'today', at: instantOf(day, 14 * 60, zone) },
    { key: 'tomorrow', at: instantOf(plusDays(day, 1), 11 * 60, zone) },
    { key: 'three-days', at: instantOf(plusDays(day, 3), 11 * 60, zone) },
    { key: 'week', at: instantOf(plusDays(day, 7), 11 * 60, zone) },
  ];
  return all.filter(({ at }) => at > now);
};
