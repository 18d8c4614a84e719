import { useMutation } from '@tanstack/react-query';
import { call, type Method } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';

/** What this room reads, and reads again after each act. */
export const ACCOUNTS = 'accounts';

/** One act at a time, and what the server said when it was no. */
export interface Act<Answer> {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly act: (path: string, body?: object, done?: (answer: Answer) => void, method?: Method) => void;
  /** Forgets the last no: the reader is trying something else. */
  readonly clear: () => void;
}

/** An act about accounts; afterwards the lists of this room are read again. */
export const useAct = <Answer = object>(): Act<Answer> => {
  const { mutate, isPending, error, reset } = useMutation<
    Answer,
    Problem,
    { path: string; body: object; method: Method }
  >({
    mutationFn: ({ path, body, method }) =>
      call<Answer>(method, `/api/v1${path}`, method === 'DELETE' ? undefined : body),
    onSuccess: () => readAgain([ACCOUNTS]),
  });
  return {
    busy: isPending,
    problem: error,
    act: (path, body = {}, done = () => undefined, method = 'POST') =>
      mutate({ path, body, method }, { onSuccess: done }),
    clear: reset,
  };
};
