import { useMutation } from '@tanstack/react-query';
import type { NurseBody, NurseChangeBody, NurseView } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';

interface Told {
  readonly send: () => Promise<NurseView>;
  readonly done: string;
}

/** Says what is known of a nurse of a room; answers whether it was kept. */
export const useNurse = (unitId: string) => {
  const { mutateAsync, isPending, error } = useMutation<NurseView, Problem, Told>({
    mutationFn: ({ send }) => send(),
    onSuccess: async (_, { done }) => {
      announce(done);
      await readAgain(['day-room', 'day-order']);
    },
  });
  const tell = (told: Told): Promise<boolean> =>
    mutateAsync(told).then(
      () => true,
      () => false,
    );
  return {
    busy: isPending,
    problem: error,
    add: (body: NurseBody, done: string): Promise<boolean> =>
      tell({ done, send: () => call('POST', `/api/v1/day-rooms/${unitId}/nurses`, body) }),
    change: (
      nurse: { readonly id: string; readonly version: number },
      body: NurseChangeBody,
      done: string,
    ): Promise<boolean> =>
      tell({
        done,
        send: () => call('PUT', `/api/v1/nurses/${nurse.id}`, body, { ifMatch: `"${nurse.version}"` }),
      }),
  };
};
