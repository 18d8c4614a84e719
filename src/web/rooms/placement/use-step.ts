import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import type { RequestAnswer, RequestView } from '#modules/placement/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';

/** A step on a request: the address below `/api/v1` and what it says. */
export interface StepToTake {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Taking steps on one request, one at a time, each once. */
export interface Stepping {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** The request as it stands after the step, or why the server refused (also in `problem`). */
  readonly take: (step: StepToTake) => Promise<RequestView | Problem>;
  readonly forget: () => void;
}

/** Takes a step and waits for the answer; after it every screen part that shows requests reads again. */
export const useStep = (): Stepping => {
  const tried = useRef<{ words: string; key: string } | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation<
    z.infer<typeof RequestAnswer>,
    Problem,
    StepToTake
  >({
    mutationFn: ({ path, body }) => {
      const words = `${path} ${JSON.stringify(body)}`;
      if (tried.current?.words !== words) tried.current = { words, key: newKey() };
      return call('POST', `/api/v1${path}`, body, { idempotencyKey: tried.current.key });
    },
    onSuccess: () => {
      tried.current = null;
      return readAgain(['request', 'board']);
    },
  });
  return {
    busy: isPending,
    problem: error,
    take: async (step) =>
      mutateAsync(step).then(
        ({ request }) => request,
        (fault: unknown) => {
          if (fault instanceof Problem) return fault;
          throw fault;
        },
      ),
    forget: reset,
  };
};

/** The inverse of asking a place: takes the question back, for the bar that offers it. */
export const takeBackOffer = async (offerId: string): Promise<void> => {
  await call('POST', `/api/v1/offers/${offerId}/withdraw`, {});
  await readAgain(['request', 'board']);
};

/** Takes a whole request back. */
export const takeBackRequest = async (requestId: string): Promise<void> => {
  await call('POST', `/api/v1/requests/${requestId}/close`, {
    reason: 'withdrawn',
    code: 'mistake',
  });
  await readAgain(['request', 'board']);
};
