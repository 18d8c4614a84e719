import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call, newKey } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';

/** What is done in a case: where, with what, and what is said aloud afterwards. */
interface CaseAct {
  readonly path: string;
  readonly body: object;
  readonly done: string;
  readonly method?: 'POST' | 'PUT';
}

/** Does one thing in a case at a time; sent again after a lost answer, it has no second effect. */
export const useCaseAct = (id: string) => {
  const blocked = useLink().state === 'lost';
  const [key, setKey] = useState(newKey);
  const act = useMutation<unknown, Problem, CaseAct>({
    mutationFn: ({ path, body, method = 'POST' }) =>
      call(method, `/api/v1/cases/${id}/${path}`, body, { idempotencyKey: `${key}-${path}` }),
    onSuccess: (_, { done }) => {
      setKey(newKey());
      announce(done);
    },
    // What was refused and is changed is another question.
    onError: ({ status }) => {
      if (status > 0) setKey(newKey());
    },
    onSettled: () => readAgain(['case']),
  });
  return { act, blocked };
};
