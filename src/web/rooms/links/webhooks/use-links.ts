import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DeliveriesView, WebhooksView } from '#platform/outbox/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { type Read, readAgain, useRead } from '#web/api/queries.ts';

const TOPIC = 'links';
/** Messages go out behind the scenes; while somebody looks, the page looks too. */
const LOOK_MS = 5_000;

/** The links of the reader's organisation and what was sent, kept true while the page is open. */
export const useLinks = (): { links: Read<WebhooksView>; sent: Read<DeliveriesView> } => {
  useEffect(() => {
    const timer = setInterval(() => void readAgain([TOPIC]), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return {
    links: useRead<WebhooksView>('/api/v1/webhooks', [TOPIC]),
    sent: useRead<DeliveriesView>('/api/v1/deliveries', [TOPIC]),
  };
};

/** One command about links at a time; afterwards the lists are read again. */
export const useAct = <Answer = object>(): {
  busy: boolean;
  problem: Problem | null;
  act: (path: string, body?: object, done?: (answer: Answer) => void) => void;
} => {
  const { mutate, isPending, error } = useMutation<Answer, Problem, { path: string; body: object }>({
    mutationFn: ({ path, body }) => call<Answer>('POST', `/api/v1${path}`, body),
    onSuccess: () => readAgain([TOPIC]),
  });
  return {
    busy: isPending,
    problem: error,
    act: (path, body = {}, done = () => undefined) => mutate({ path, body }, { onSuccess: done }),
  };
};
