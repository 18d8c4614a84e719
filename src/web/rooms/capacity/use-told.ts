import { useMutation } from '@tanstack/react-query';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';

interface Telling {
  readonly path: string;
  readonly body: object;
  /** What is said when it is done. */
  readonly done: string;
}

/** Telling a figure: it waits for the server, says aloud that it went, and the pages that show it read again. */
export const useTold = (topics: readonly string[]) => {
  const { mutateAsync, isPending, error } = useMutation<void, Problem, Telling>({
    mutationFn: async ({ path, body, done }) => {
      await call('POST', path, body);
      announce(done);
      await readAgain(topics);
    },
    onError: () => void readAgain(topics),
  });
  return {
    busy: isPending,
    problem: error,
    /** Answers whether it went. */
    tell: (path: string, body: object, done: string): Promise<boolean> =>
      mutateAsync({ path, body, done }).then(
        () => true,
        () => false,
      ),
  };
};
