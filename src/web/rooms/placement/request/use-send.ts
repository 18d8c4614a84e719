import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { z } from 'zod';
import type { RequestAnswer, RequestBody, RequestView } from '#modules/placement/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';

type Body = z.input<typeof RequestBody>;

/** Sending a request, once: the same words sent again after a lost connection carry the same key. */
export interface Sending {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly send: (body: Body) => Promise<RequestView | Problem>;
  readonly forget: () => void;
}

/** Sends a request and waits for the server: a bed is never shown as held before it said so. */
export const useSend = (): Sending => {
  const tried = useRef<{ words: string; key: string } | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation<z.infer<typeof RequestAnswer>, Problem, Body>({
    mutationFn: (body) => {
      const words = JSON.stringify(body);
      if (tried.current?.words !== words) tried.current = { words, key: newKey() };
      return call('POST', '/api/v1/requests', body, { idempotencyKey: tried.current.key });
    },
    onSuccess: () => {
      tried.current = null;
      return readAgain(['request', 'board']);
    },
  });
  return {
    busy: isPending,
    problem: error,
    send: async (body) =>
      mutateAsync(body).then(
        ({ request }) => request,
        (problem: Problem) => problem,
      ),
    forget: reset,
  };
};
