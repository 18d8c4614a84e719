import { type Day, daysBetween, instantOf, localDay, plusDays, plusMonths } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Pathway, Stay } from '#modules/stay/types.ts';

/** The how-manieth day of the stay a local day is; the day of arrival is 1. */
export const dayNumber = (arrived: Day, day: Day): number => daysBetween(arrived, day) + 1;

/** The local day of the how-manieth day. */
export const dayOf = (arrived: Day, number: number): Day => plusDays(arrived, number - 1);

/** The last local day a stay may have by its pathway alone: day 9 of nine days, or the same day three months on. */
export const lastDayOf = (pathway: Pick<Pathway, 'most'>, arrived: Day): Day =>
  'days' in pathway.most ? dayOf(arrived, pathway.most.days) : plusMonths(arrived, pathway.most.months);

/** The moment on a day of the stay at which something is planned, by the clock of the house. */
export const momentOf = (stay: Pick<Stay, 'arrivedDay' | 'zone'>, day: number, minutes: number): Instant =>
  instantOf(dayOf(stay.arrivedDay, day), minutes, stay.zone);

/** Where a stay is: which day it is, the last it may have, how many are left after today, and whether the alarm goes. */
export const standOf = (
  stay: Pick<Stay, 'arrivedDay' | 'zone' | 'endedAt'>,
  most: {
    readonly pathway: Pick<Pathway, 'most' | 'alarmDays'>;
    readonly extendedUntil: Day | null;
    /** From which day the length counts; the arrival, unless a care of another kind began since. */
    readonly from?: Day;
  },
  now: Instant,
): { readonly day: number; readonly lastDay: Day; readonly daysLeft: number; readonly alarm: boolean } => {
  const today = localDay(stay.endedAt ?? now, stay.zone);
  const own = lastDayOf(most.pathway, most.from ?? stay.arrivedDay);
  const lastDay = most.extendedUntil !== null && most.extendedUntil > own ? most.extendedUntil : own;
  const daysLeft = daysBetween(today, lastDay);
  return {
    day: dayNumber(stay.arrivedDay, today),
    lastDay,
    daysLeft,
    alarm: stay.endedAt === null && daysLeft <= most.pathway.alarmDays,
  };
};
