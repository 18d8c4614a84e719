import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Agreements } from '#modules/region/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { type Read, useRead } from '#web/api/queries.ts';

const PATH = '/api/v1/agreement';

/** The agreement and its versions, read again when something about the region changes. */
export const useAgreements = (): Read<Agreements> => useRead<Agreements>(PATH, ['region']);

/** Acting on the agreement: one step at a time, each once, and the screen shows what the server answered. */
export interface Agreeing {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** `''` proposes, `/<id>/sign` and `/<id>/withdraw` do what they say; `done` when the server said yes. */
  readonly act: (step: string, body: object, done: () => void) => void;
}

/** Takes steps on the agreement; what was tried keeps its key, so that a second try has no second effect. */
export const useAgreeing = (): Agreeing => {
  const client = useQueryClient();
  const tried = useRef<{ words: string; key: string } | null>(null);
  const { mutate, isPending, error } = useMutation<Agreements, Problem, { step: string; body: object }>({
    mutationFn: ({ step, body }) => {
      const words = `${step} ${JSON.stringify(body)}`;
      if (tried.current?.words !== words) tried.current = { words, key: newKey() };
      return call('POST', `${PATH}/versions${step}`, body, { idempotencyKey: tried.current.key });
    },
    onSuccess: (after) => {
      tried.current = null;
      client.setQueryData([PATH], { body: after, etag: null });
    },
  });
  return {
    busy: isPending,
    problem: error,
    act: (step, body, done) => mutate({ step, body }, { onSuccess: done }),
  };
};
