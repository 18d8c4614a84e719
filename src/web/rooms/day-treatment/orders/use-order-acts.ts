import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { OrderAnswer, OrderView } from '#modules/day-treatment/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';

/** One act about an order: below `/api/v1/orders`, with what it says, at the version that was read. */
export interface OrderAct {
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  readonly version?: number;
}

/** What can be done with orders; `act` answers how the order stands afterwards, null when it was refused. */
export interface OrderActs {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly act: (act: OrderAct) => Promise<OrderView | null>;
}

/** The acts on orders, one at a time: the same words sent again after a lost connection carry the same key. */
export const useOrderActs = (): OrderActs => {
  const tried = useRef<{ words: string; key: string } | null>(null);
  const { mutateAsync, isPending, error } = useMutation<OrderAnswer, Problem, OrderAct>({
    mutationFn: ({ method = 'POST', path, body, version }) => {
      const words = `${method} ${path} ${version} ${JSON.stringify(body)}`;
      if (tried.current?.words !== words) tried.current = { words, key: newKey() };
      return call(method, `/api/v1/orders${path}`, body, {
        idempotencyKey: tried.current.key,
        ...(version === undefined ? {} : { ifMatch: `"${version}"` }),
      });
    },
    onSuccess: () => {
      tried.current = null;
      void readAgain(['day-order']);
    },
    // Somebody else was first: show what stands there now beside the refusal.
    onError: () => void readAgain(['day-order']),
  });
  return {
    busy: isPending,
    problem: error,
    act: (act) =>
      mutateAsync(act).then(
        ({ order }) => order,
        () => null,
      ),
  };
};
