import type { Day } from '#kernel/calendar.ts';
import { plusDays } from '#kernel/calendar.ts';
import type { AsideReason, Sign, Signal, SignalState } from '#modules/cases/types-signal.ts';

/** What was settled stays in sight for a year after the pattern is gone. */
const KEPT_DAYS = 365;

/** A signal as far as the round of the night goes over it. */
export type Followed = Pick<Signal, 'id' | 'state' | 'againOn'> & {
  readonly knownId: string;
  readonly aside: AsideReason | null;
  readonly decidedOn: Day | null;
};

/** What the round of tonight does: who is new, whose figures change (and who comes back after a term), who goes. */
export interface Followup {
  readonly fresh: readonly { readonly knownId: string; readonly signs: readonly Sign[] }[];
  readonly again: readonly {
    readonly id: string;
    readonly signs: readonly Sign[];
    readonly isBack: boolean;
  }[];
  readonly gone: readonly string[];
}

const isBack = ({ state, againOn }: Followed, today: Day): boolean =>
  state === 'not-now' && againOn !== null && againOn <= today;

/** Nobody looked into it, or the term is over: without the pattern there is nothing to keep. */
const isOver = (signal: Followed, today: Day): boolean => {
  const passing: readonly SignalState[] = ['new', 'looked'];
  if (passing.includes(signal.state) || isBack(signal, today)) return true;
  return signal.state !== 'not-now' && plusDays(signal.decidedOn ?? today, KEPT_DAYS) <= today;
};

/** What becomes of the signals of one organisation, now that its contacts were gone over. */
export const followUp = (
  before: readonly Followed[],
  found: ReadonlyMap<string, readonly Sign[]>,
  today: Day,
): Followup => {
  const known = new Set(before.map(({ knownId }) => knownId));
  return {
    fresh: [...found].flatMap(([knownId, signs]) => (known.has(knownId) ? [] : [{ knownId, signs }])),
    again: before.flatMap((signal) => {
      const signs = found.get(signal.knownId);
      return signs === undefined ? [] : [{ id: signal.id, signs, isBack: isBack(signal, today) }];
    }),
    gone: before.filter((each) => !found.has(each.knownId) && isOver(each, today)).map(({ id }) => id),
  };
};
