import { type Day, instantOf, plusDays } from '#kernel/calendar.ts';
import type { ObservationView } from '#modules/stay/contract.ts';
import type { PlanTask } from './strip.ts';
import type { StripWords } from './use-strip-words.ts';

/** What the strip is drawn from, whatever its shape. */
export interface Sheet {
  readonly view: ObservationView;
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
