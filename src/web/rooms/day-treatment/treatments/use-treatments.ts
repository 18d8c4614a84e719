import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { TreatmentList } from '#modules/day-treatment/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { type Read, readAgain, useRead } from '#web/api/queries.ts';

const PATH = '/api/v1/treatments';

/** What can be given near home, read again when a clinician signs. */
export const useTreatments = (): Read<TreatmentList> => useRead<TreatmentList>(PATH, ['day-order']);

interface Act {
  /** Below the treatments: `denosumab/sign`. */
  readonly path: string;
  readonly body: object;
  /** The newest version that was read. */
  readonly version?: number;
}

/** What a clinician does with a treatment, once: the same words sent again carry the same key. */
export const useTreatmentAct = () => {
  const client = useQueryClient();
  const tried = useRef<{ words: string; key: string } | null>(null);
  const { mutate, isPending, error } = useMutation<TreatmentList, Problem, Act>({
    mutationFn: ({ path, body, version }) => {
      const words = `${path} ${version} ${JSON.stringify(body)}`;
      if (tried.current?.words !== words) tried.current = { words, key: newKey() };
      return call('POST', `${PATH}/${path}`, body, {
        idempotencyKey: tried.current.key,
        ...(version === undefined ? {} : { ifMatch: `"${version}"` }),
      });
    },
    onSuccess: (after) => {
      tried.current = null;
      client.setQueryData([PATH], { body: after, etag: null });
    },
    // Somebody else was first: show what counts now beside the refusal.
    onError: () => void readAgain(['day-order']),
  });
  return {
    busy: isPending,
    problem: error,
    act: (act: Act, done: () => void) => mutate(act, { onSuccess: done }),
  };
};
