import type { GrowthBody, TreatmentView } from '#modules/day-treatment/contract.ts';
import type { DemandLine } from './use-growth.ts';

/** The numbers of a line, and between which each lies. */
export const DEMAND_FIELDS = {
  people: [0, 3000],
  visits: [1, 60],
  intervalDays: [0, 400],
  toleranceDays: [0, 60],
  withinDays: [1, 400],
  hospitalMinutes: [0, 600],
} as const;
export type DemandField = keyof typeof DEMAND_FIELDS;

type Named = Pick<TreatmentView, 'code' | 'draft' | 'now'>;

/** A line to begin with: nobody yet, once, and as long in the hospital as near home. */
export const newLine = ({ code, draft, now }: Named): DemandLine => {
  const { name, setUp, running, observation } = now?.body ?? draft;
  return {
    ...{ treatment: code, name, people: 0, visits: 1, intervalDays: 28, toleranceDays: 7, withinDays: 28 },
    hospitalMinutes: setUp + running + observation,
  };
};

/** The lines in sight: what was filled in, otherwise what was counted. */
export const linesOf = (
  filledIn: GrowthBody['demand'],
  counted: readonly DemandLine[],
  treatments: readonly Named[],
): DemandLine[] => {
  if (filledIn === null) return [...counted];
  return filledIn.map((line) => {
    const found = treatments.find(({ code }) => code === line.treatment);
    return { ...line, name: (found?.now?.body ?? found?.draft)?.name ?? line.treatment };
  });
};
