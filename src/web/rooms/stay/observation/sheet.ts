import { type Day, instantOf, plusDays } from '#kernel/calendar.ts';
import type { ObservationView } from '#modules/stay/contract.ts';
import type { PlanTask } from './strip.ts';
import type { StripWords } from './use-strip-words.ts';

/** What was seen, with the day it is now; null after the end, when there is no now any more. */
export type StripView = Omit<ObservationView, 'today'> & { readonly today: Day | null };

/** What the strip is drawn from, whatever its shape. */
export interface Sheet {
  readonly view: StripView;
  readonly words: StripWords;
  readonly zone: string;
  readonly onDay: (day: Day) => void;
  /** A press on a line of the plan; null for who may read and not write. */
  readonly onTask: ((task: PlanTask) => void) | null;
}

/** From midnight to midnight, for the line of now. */
export const dayStretch = (day: Day, zone: string): { from: number; until: number } => ({
  from: instantOf(day, 0, zone),
  until: instantOf(plusDays(day, 1), 0, zone),
});
