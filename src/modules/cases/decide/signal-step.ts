import { type Day, plusDays } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { AsideReason, Signal, SignalState } from '#modules/cases/types-signal.ts';

/** What somebody does with a signal. */
export type SignalStep =
  | { readonly step: 'look' }
  | { readonly step: 'ask' }
  | { readonly step: 'settle'; readonly outcome: 'conversation' | 'case' }
  | { readonly step: 'aside'; readonly reason: AsideReason; readonly againOn: Day };

/** Why not. */
export type SignalCode = 'signal-unknown' | 'signal-not-now' | 'signal-not-asked' | 'signal-term';

/** What a step makes of it. */
export type Stepped = Pick<Signal, 'state' | 'aside' | 'againOn'>;

/** Put aside is for a term: long enough to leave somebody alone, never for good. */
const LONGEST_DAYS = 365;

/** From where each step may be taken. Nobody gets a conversation or a case who was not asked. */
const FROM: Readonly<Record<SignalStep['step'], readonly SignalState[]>> = {
  look: ['new', 'looked'],
  ask: ['new', 'looked'],
  settle: ['asked'],
  aside: ['new', 'looked', 'asked'],
};

const next = (state: SignalState): Result<Stepped, never> => ok({ state, aside: null, againOn: null });

const decideAside = (
  { state }: Pick<Signal, 'state'>,
  { reason, againOn }: { readonly reason: AsideReason; readonly againOn: Day },
  today: Day,
): Result<Stepped, Refusal<SignalCode>> => {
  if (reason === 'person-says-no' && state !== 'asked') return refuse({ code: 'signal-not-asked' });
  const until = plusDays(today, LONGEST_DAYS);
  if (againOn <= today || againOn > until) return refuse({ code: 'signal-term', params: { until } });
  return ok({ state: 'not-now', aside: reason, againOn });
};

/** May this step be taken with a signal in this state, and what comes of it? */
export const decideStep = (
  signal: Pick<Signal, 'state'>,
  act: SignalStep,
  today: Day,
): Result<Stepped, Refusal<SignalCode>> => {
  if (!FROM[act.step].includes(signal.state))
    return refuse({ code: act.step === 'settle' ? 'signal-not-asked' : 'signal-not-now' });
  switch (act.step) {
    case 'look':
      return next('looked');
    case 'ask':
      return next('asked');
    case 'settle':
      return next(act.outcome);
    case 'aside':
      return decideAside(signal, act, today);
  }
};
