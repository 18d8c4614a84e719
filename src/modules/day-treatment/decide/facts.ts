import { type Day, daysBetween } from '#kernel/calendar.ts';
import type { Order, Treatment } from '#modules/day-treatment/types.ts';
import { OVER, type Standing } from './day.ts';
import { PER_NURSE } from './half-day.ts';

/** Is this order signed, not stopped, and does it hold on this day? */
export const orderHolds = ({ state, validUntil }: Pick<Order, 'state' | 'validUntil'>, day: Day): boolean =>
  (state === 'signed' || state === 'done') && day <= validUntil;

/** Is the blood result good and new enough on this day? Null: none is asked for. A bad one counts also when none is asked for. */
export const labHolds = (
  { labOn, labOk }: Pick<Order, 'labOn' | 'labOk'>,
  { labDays }: Pick<Treatment, 'labDays'>,
  day: Day,
): boolean | null => {
  if (labOk === false) return false;
  if (labDays === null) return null;
  return labOn !== null && labOk === true && daysBetween(labOn, day) <= labDays;
};

/** What the people in the house ask of the nurses now: in the set-up a whole nurse, before and afterwards a share of one. */
export const careNow = (
  visits: readonly { readonly standing: Pick<Standing, 'phase'>; readonly ratio: number }[],
): number => {
  const asked = visits.map(({ standing: { phase }, ratio }) => {
    if (phase === 'expected' || OVER.includes(phase)) return 0;
    return phase === 'set-up' ? PER_NURSE : PER_NURSE / ratio;
  });
  return Math.round(asked.reduce((sum, care) => sum + care, 0) * 100) / 100;
};
