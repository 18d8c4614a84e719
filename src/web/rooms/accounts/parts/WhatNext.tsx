import type { JSX } from 'react';
import type { Next } from '#modules/accounts/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { Enrol } from './Enrol.tsx';
import { Gate } from './Gate.tsx';
import { SecondStep } from './SecondStep.tsx';

/** What stands between a right first step and the region: showing a second factor, or choosing one for the first time. */
export const WhatNext = ({
  next,
  onNext,
  onIn,
  onBack,
}: {
  next: Next;
  onNext: (next: Next) => void;
  onIn: () => void;
  onBack: () => void;
}): JSX.Element => {
  const t = useText('accounts');
  if (next.next === 'enrol') return <Enrol onNext={onNext} onDone={onIn} />;
  return (
    <Gate title={t('second.title')} lead={t('second.lead')}>
      <SecondStep methods={next.methods} onNext={onNext} onBack={onBack} />
    </Gate>
  );
};
