import { useInfiniteQuery } from '@tanstack/react-query';
import type { OrderLine, OrderList } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';

/** The orders that were read so far, and the pages that are still to come. */
export interface OrdersRead {
  readonly orders: readonly OrderLine[] | undefined;
  readonly error: Problem | null;
  readonly refetch: () => Promise<unknown>;
  readonly more: boolean;
  readonly busy: boolean;
  readonly readMore: () => void;
}

const pageOf = (scope: string, after: string, signal: AbortSignal): Promise<OrderList> => {
  const from = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
  return call<OrderList>('GET', `/api/v1/orders?scope=${scope}${from}`, undefined, { signal });
};

/** The orders of one scope, page by page, kept true as things happen. Null: nothing is read. */
export const useOrderList = (scope: 'own' | 'ended' | null): OrdersRead => {
  const read = useInfiniteQuery<OrderList, Problem, { pages: OrderList[] }, readonly string[], string>({
    queryKey: [`/api/v1/orders?scope=${scope}`],
    queryFn: ({ pageParam, signal }) => pageOf(scope ?? 'own', pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
    enabled: scope !== null,
    meta: { topics: ['day-order'] },
  });
  const { data, error, hasNextPage, isFetchingNextPage } = read;
  return {
    orders: data?.pages.flatMap((page) => page.orders),
    error,
    refetch: read.refetch,
    more: hasNextPage,
    busy: isFetchingNextPage,
    readMore: () => void read.fetchNextPage(),
  };
};
