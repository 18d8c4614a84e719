import { useInfiniteQuery } from '@tanstack/react-query';
import type { ListRow, TowerList } from '#tower/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';

/** The list of a number as far as it was read. */
export interface ListRead {
  readonly list: TowerList | undefined;
  readonly rows: readonly ListRow[];
  readonly error: Problem | null;
  readonly refetch: () => Promise<unknown>;
  /** How many rows are still to come. */
  readonly more: number;
  readonly busy: boolean;
  readonly readMore: () => void;
}

/** Reads the list of a number, two hundred rows at a time. Null: nothing is read. */
export const useList = (number: Readonly<Record<string, string>> | null): ListRead => {
  const path = `/api/v1/history/list?${new URLSearchParams(number ?? {})}`;
  const read = useInfiniteQuery<TowerList, Problem, { pages: TowerList[] }, readonly string[], number>({
    queryKey: [path],
    queryFn: ({ pageParam, signal }) =>
      call<TowerList>('GET', `${path}&skip=${pageParam}`, undefined, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) =>
      last.more === 0 ? undefined : pages.reduce((seen, page) => seen + page.rows.length, 0),
    enabled: number !== null,
    // Each look is logged: it is not read again by itself.
    meta: { topics: [] },
    gcTime: 0,
  });
  const pages = read.data?.pages ?? [];
  return {
    list: pages[0],
    rows: pages.flatMap((page) => page.rows),
    error: read.error,
    refetch: read.refetch,
    more: pages.at(-1)?.more ?? 0,
    busy: read.isFetchingNextPage,
    readMore: () => void read.fetchNextPage(),
  };
};
