import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Enrolled, Next, PasskeyOptions } from '#modules/accounts/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { ACCOUNTS } from './use-act.ts';

/** Working with a passkey: ask the server for a riddle, let the device answer it, hand the answer in. */
export interface PasskeyAct {
  readonly run: () => void;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** The reader or the device stopped it: no reason is told, by design of passkeys. */
  readonly stopped: boolean;
}

type Options = z.infer<typeof PasskeyOptions>;

// The library comes with the first press: who never uses a passkey never fetches it.
const device = () => import('./passkey.ts');

const useCeremony = <Answer>(
  ceremony: () => Promise<Answer | null>,
  done: (answer: Answer) => void,
): PasskeyAct => {
  const [stopped, setStopped] = useState(false);
  const { mutate, isPending, error } = useMutation<Answer | null, Problem, void>({
    mutationFn: ceremony,
    onMutate: () => setStopped(false),
    onSuccess: (answer) => {
      if (answer === null) setStopped(true);
      else done(answer);
    },
  });
  return { run: () => mutate(), busy: isPending, problem: error, stopped };
};

/** Signing in, or the second step of it, with a passkey. */
export const usePasskey = (done: (next: Next) => void): PasskeyAct =>
  useCeremony<Next>(async () => {
    const { askPasskey } = await device();
    const { options } = await call<Options>('POST', '/api/v1/sign-in/passkey/options', {});
    const response = await askPasskey(options);
    return response === null ? null : call<Next>('POST', '/api/v1/sign-in/passkey', { response });
  }, done);

/** A new passkey on this device, under a name of the reader's own. */
export const useNewPasskey = (name: string, done: (enrolled: z.infer<typeof Enrolled>) => void): PasskeyAct =>
  useCeremony<z.infer<typeof Enrolled>>(async () => {
    const { makePasskey } = await device();
    const { options } = await call<Options>('POST', '/api/v1/account/passkeys/options', {});
    const response = await makePasskey(options);
    if (response === null) return null;
    const enrolled = await call<z.infer<typeof Enrolled>>('POST', '/api/v1/account/passkeys', {
      name,
      response,
    });
    await readAgain([ACCOUNTS]);
    return enrolled;
  }, done);
