import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  REFERRAL_RESULTS,
  REFERRAL_STATES,
  REFERRAL_STEPS,
  RESULT_REASONS,
  type ReferralCommand,
  type ReferralState,
  referralTransitions,
  type StandingReferral,
} from '#modules/social/types-referral.ts';
import { decideStep, isOver, step } from './referral.ts';

const steps = fc.constantFrom(...REFERRAL_STEPS.filter((each) => each !== 'ended'));
const ends = fc
  .constantFrom(...REFERRAL_RESULTS)
  .chain((result) =>
    fc.constantFrom(...RESULT_REASONS[result]).map((reason) => ({ step: 'ended' as const, result, reason })),
  );
const commands: fc.Arbitrary<ReferralCommand> = fc.oneof(
  steps.map((each) => ({ step: each })),
  ends,
);
const helped: ReferralCommand = { step: 'ended', result: 'helped', reason: 'answered' };
const full: ReferralCommand = { step: 'ended', result: 'not', reason: 'no-room' };
const codeOf = (state: ReferralState, command: ReferralCommand): string => {
  const decided = step(state, command);
  return decided.ok ? 'ok' : decided.refusal.code;
};
const standing = (over: Partial<StandingReferral>): StandingReferral => ({
  ...{
    id: 'r',
    code: 'V-101',
    personId: 'p',
    serviceId: 's',
    fromOrg: 'gp',
    toOrg: 'welfare',
    consentId: 'c',
  },
  ...{
    question: 'Ik slaap niet',
    need: null,
    warm: 'receiver-calls',
    warmAt: null,
    state: 'sent',
    version: 1,
  },
  ...{ madeAt: 0, madeBy: 'dr. Oefen', dueAt: 1, readAt: 0, passedFrom: null },
  ...{ agreed: true, receives: true, sent: false, ...over },
});

describe('the states of a referral', () => {
  it('answer every step in every state: along an arrow of the table, or with why not', () => {
    for (const state of REFERRAL_STATES)
      for (const wanted of REFERRAL_STEPS) {
        const command: ReferralCommand = wanted === 'ended' ? full : { step: wanted };
        const isDrawn = referralTransitions.some(({ from, to }) => from === state && to === wanted);
        expect([state, wanted, step(state, command).ok]).toEqual([state, wanted, isDrawn]);
      }
  });

  it('say whether a step is behind us, still to come, or past everything', () => {
    expect(codeOf('accepted', { step: 'accepted' })).toBe('referral-step-passed');
    expect(codeOf('active', { step: 'seen' })).toBe('referral-step-passed');
    expect(codeOf('sent', { step: 'contacted' })).toBe('referral-step-early');
    expect(codeOf('accepted', { step: 'active' })).toBe('referral-step-early');
    for (const over of ['ended', 'passed-on', 'withdrawn'] as const)
      expect(codeOf(over, { step: 'accepted' })).toBe('referral-over');
  });

  it('let nobody be helped before they were spoken to, and ask a reason of that result', () => {
    for (const state of ['sent', 'seen', 'accepted'] as const) {
      expect(codeOf(state, helped)).toBe('referral-step-early');
      expect(codeOf(state, full)).toBe('ok');
    }
    for (const state of ['contacted', 'active'] as const) expect(codeOf(state, helped)).toBe('ok');
    expect(codeOf('active', { step: 'ended', result: 'helped', reason: 'no-room' })).toBe('referral-reason');
  });

  it('never go back, whatever is asked in whatever order, and stop where they stop', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 20 }), (asked) => {
        let state: ReferralState = 'sent';
        for (const command of asked) {
          const decided = step(state, command);
          if (!decided.ok) continue;
          expect(isOver(state)).toBe(false);
          expect(REFERRAL_STATES.indexOf(decided.value)).toBeGreaterThan(REFERRAL_STATES.indexOf(state));
          expect(decided.value).toBe(command.step);
          state = decided.value;
        }
      }),
    );
  });
});

describe('who takes a step', () => {
  it('is who receives it, and who referred only to take it back', () => {
    fc.assert(
      fc.property(commands, fc.constantFrom(...REFERRAL_STATES), (command, state) => {
        const taken = command.step === 'withdrawn';
        expect(decideStep(standing({ state, receives: taken, sent: !taken }), command)).toMatchObject({
          refusal: { code: 'referral-not-yours' },
        });
        expect(decideStep(standing({ state, receives: !taken, sent: taken }), command)).toEqual(
          step(state, command),
        );
      }),
    );
  });

  it('is nobody any more once the yes was taken back, but for taking it back', () => {
    const gone = standing({ agreed: false, sent: true });
    expect(decideStep(gone, { step: 'accepted' })).toMatchObject({
      refusal: { code: 'referral-taken-back' },
    });
    expect(decideStep(gone, { step: 'withdrawn' })).toEqual({ ok: true, value: 'withdrawn' });
  });
});
