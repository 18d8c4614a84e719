import type { Day } from '#kernel/calendar.ts';
import type { Chair } from '#modules/capacity/types.ts';
import type { Nurse, Treatment } from '#modules/day-treatment/types.ts';
import type { RotaPart, SignedSince, UsualPart } from '#modules/day-treatment/types-growth.ts';
import type { GrowthDemand, GrowthRoom } from '#planning/rota/growth-types.ts';
import { LEAST_NURSES } from '#planning/rota/types.ts';
import { chairFor, nurseFor } from './planning.ts';
import { minutesOf } from './treatment.ts';

const YEAR = 365;

/** One group of people of a year, by the code of its treatment. */
export interface DemandLine {
  readonly treatment: string;
  readonly people: number;
  readonly visits: number;
  readonly intervalDays: number;
  readonly toleranceDays: number;
  readonly withinDays: number;
  readonly hospitalMinutes: number;
  readonly urgency: number;
}

/** A year of orders like those that were signed: fewer days are stretched to a year, and a visit saves its own length. */
export const demandFrom = ({ days, groups }: SignedSince): DemandLine[] =>
  groups.map(({ treatment, orders, ...group }) => ({
    treatment: treatment.code,
    people: Math.round((orders * YEAR) / Math.max(1, days)),
    visits: Math.max(1, Math.round(group.visits)),
    intervalDays: Math.round(group.intervalDays),
    toleranceDays: Math.round(group.toleranceDays),
    withinDays: Math.max(1, Math.round(group.withinDays)),
    hospitalMinutes: minutesOf(treatment),
    urgency: Math.round(group.urgency),
  }));

/** The same in the numbers of the planner; null when a treatment is not given here. */
export const plannedDemand = (
  lines: readonly DemandLine[],
  treatments: readonly Treatment[],
): GrowthDemand[] | null => {
  const found = lines.map((line) => {
    const treatment = treatments.findIndex(({ code }) => code === line.treatment);
    const { people, visits, intervalDays: interval, toleranceDays: tolerance, urgency } = line;
    const { withinDays: within, hospitalMinutes } = line;
    return { treatment, people, visits, interval, tolerance, urgency, within, hospitalMinutes };
  });
  return found.some(({ treatment }) => treatment === -1) ? null : found.filter(({ people }) => people > 0);
};

const isSamePart = (
  a: Pick<UsualPart, 'weekday' | 'part'>,
  b: Pick<UsualPart, 'weekday' | 'part'>,
): boolean => a.weekday === b.weekday && a.part === b.part;

/** Who is there in at least half of these half-days, whoever is ill this week. */
const usualNurses = (parts: readonly RotaPart[]): Nurse[] => {
  const times = new Map<string, { readonly nurse: Nurse; readonly count: number }>();
  for (const nurse of parts.flatMap(({ nurses }) => nurses))
    times.set(nurse.id, { nurse, count: (times.get(nurse.id)?.count ?? 0) + 1 });
  return [...times.values()].filter(({ count }) => 2 * count >= parts.length).map(({ nurse }) => nurse);
};

/** What usually stands in a room. */
export interface UsualRoom {
  readonly week: readonly UsualPart[];
  readonly chairs: readonly Chair[];
  /** The half-days of the coming weeks. */
  readonly rota: readonly RotaPart[];
}

/** A room as it is open in an ordinary week; where nobody is on the rota yet, with the nurses of the other half-days. */
export const roomFrom = (
  { week, chairs, rota }: UsualRoom,
  treatments: readonly Treatment[],
  today: Day,
): GrowthRoom => {
  const everywhere = usualNurses(rota.filter(({ nurses }) => nurses.length > 0));
  return {
    chairs: chairs.map(chairFor),
    week: week.map(({ weekday, part, minutes }) => {
      const own = usualNurses(rota.filter((each) => isSamePart(each, { weekday, part })));
      const nurses = own.length < LEAST_NURSES ? everywhere : own;
      return { weekday, part, minutes, nurses: nurses.map((each) => nurseFor(each, treatments, today)) };
    }),
  };
};
