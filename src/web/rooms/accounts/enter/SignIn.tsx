import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Next, SignInDoors } from '#modules/accounts/contract.ts';
import { cameIn, endedUnasked } from '#web/api/session.ts';
import { useText } from '#web/i18n/texts.ts';
import { Gate } from '#web/rooms/accounts/parts/Gate.tsx';
import { WhatNext } from '#web/rooms/accounts/parts/WhatNext.tsx';
import { FirstStep } from './FirstStep.tsx';
import { Turned } from './Turned.tsx';

/** Signing in, where the asked page would stand; afterwards it stands there. */
export const SignIn = ({ doors }: { doors: z.infer<typeof SignInDoors> }): JSX.Element => {
  const t = useText('accounts');
  const [next, setNext] = useState<Next | null>(doors.waiting);
  const go = (answer: Next): void => {
    if (answer.next === 'signed-in') void cameIn();
    else setNext(answer);
  };
  if (next !== null)
    return <WhatNext next={next} onNext={go} onIn={() => void cameIn()} onBack={() => setNext(null)} />;
  return (
    <Gate title={t('enter.title')} lead={endedUnasked() ? t('enter.ended') : t('enter.lead')}>
      <Turned />
      <FirstStep providers={doors.providers} onNext={go} />
    </Gate>
  );
};
