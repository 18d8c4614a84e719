import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReferralAnswer, ReferralView } from '#modules/social/contract.ts';
import type { ReferralStep } from '#modules/social/types.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';

/** A step in a referral, with what goes with it. */
export interface StepAct {
  readonly step: Exclude<ReferralStep, 'seen' | 'withdrawn'>;
  readonly body: object;
}

/** Takes a step in a referral as it stands on the screen; sent again after a lost answer, it has no second effect. */
export const useStepAct = (
  referral: ReferralView,
): { readonly act: UseMutationResult<ReferralAnswer, Problem, StepAct>; readonly pending: boolean } => {
  const t = useText('referral');
  const [key, setKey] = useState(newKey);
  const act = useMutation<ReferralAnswer, Problem, StepAct>({
    mutationFn: ({ step, body }) =>
      call('POST', `/api/v1/referrals/${referral.id}/${step}`, body, {
        ...{ idempotencyKey: `${key}-${step}`, ifMatch: `"${referral.version}"` },
      }),
    onSuccess: (_, { step }) => {
      setKey(newKey());
      announce(t(`done.${step}`));
      // Who ended or passed this card on loses it: the page has the focus then, not the void.
      if (step === 'ended' || step === 'passed-on') document.getElementById('main')?.focus();
    },
    onError: ({ status }) => {
      if (status > 0) setKey(newKey());
    },
    onSettled: () => readAgain(['referral']),
  });
  return { act, pending: act.isPending };
};
