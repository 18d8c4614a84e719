import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import {
  RESULT_REASONS,
  type ReferralCode,
  type ReferralCommand,
  type ReferralState,
  type ReferralStep,
  referralTransitions,
  type StandingReferral,
} from '#modules/social/types-referral.ts';

type Decided<T> = Result<T, Refusal<ReferralCode>>;

/** How far a state is on the way; who is further than a step has passed it. */
const WAY: Readonly<Record<ReferralState, number>> = {
  ...{ sent: 0, seen: 1, accepted: 2, contacted: 3, active: 4 },
  ...{ ended: 5, 'passed-on': 5, withdrawn: 5 },
};

/** Is nothing more to be expected of it? */
export const isOver = (state: ReferralState): boolean => WAY[state] === WAY.ended;

/** Somebody was spoken to, so that they can have been helped. */
const SPOKEN: ReadonlySet<ReferralState> = new Set(['contacted', 'active']);

const reasonFits = (command: ReferralCommand): boolean =>
  command.step !== 'ended' || (RESULT_REASONS[command.result] as readonly string[]).includes(command.reason);

/**
 * The state a referral comes in, or why not: only along the arrows of the table, and nobody is helped before they were spoken to.
 * @internal
 */
export const step = (state: ReferralState, command: ReferralCommand): Decided<ReferralState> => {
  if (isOver(state)) return refuse({ code: 'referral-over' });
  const arrow = referralTransitions.find((each) => each.from === state && each.to === command.step);
  if (arrow === undefined)
    return refuse({
      code: WAY[state] >= WAY[command.step] ? 'referral-step-passed' : 'referral-step-early',
    });
  if (!reasonFits(command)) return refuse({ code: 'referral-reason' });
  const tellsOfHelp = command.step === 'ended' && ['helped', 'partly'].includes(command.result);
  return tellsOfHelp && !SPOKEN.has(state) ? refuse({ code: 'referral-step-early' }) : ok(arrow.to);
};

/** Who referred takes it back; everything else is for who receives it. */
const isFor = ({ receives, sent }: StandingReferral, wanted: ReferralStep): boolean =>
  wanted === 'withdrawn' ? sent : receives;

/** May the reader take this step? On a yes that was taken back nothing more is done, but taking it back. */
export const decideStep = (of: StandingReferral, command: ReferralCommand): Decided<ReferralState> => {
  if (!of.agreed && command.step !== 'withdrawn') return refuse({ code: 'referral-taken-back' });
  if (!isFor(of, command.step)) return refuse({ code: 'referral-not-yours' });
  return step(of.state, command);
};
