import { QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Answer, callWithVersion } from './call.ts';
import { Problem } from './problem.ts';

/** Everything that was read, shared by all parts of the page. Refusals are not retried; a lost connection is, by the feed. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, fault) => count < 2 && !(fault instanceof Problem && fault.status > 0),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** What `useRead` gives: the query of react-query; `data` holds body and etag. */
export type Read<Body> = UseQueryResult<Answer<Body>, Problem>;

/**
 * Reads an address of our API and keeps it true: it is read again when an event of one of `topics` comes in.
 * `useRead<Board>('/api/v1/board?km=15', ['capacity'])`. Pass null to wait. The key is `[path]`.
 */
export const useRead = <Body>(path: string | null, topics: readonly string[]): Read<Body> =>
  useQuery<Answer<Body>, Problem>({
    queryKey: [path ?? 'nothing'],
    queryFn: ({ signal }) => callWithVersion<Body>('GET', path ?? '', undefined, { signal }),
    enabled: path !== null,
    meta: { topics },
    placeholderData: (before) => before,
  });

/**
 * The same for a question whose words are about somebody: it goes in a body, so that it stands in no address and in no log.
 * Pass null to wait.
 */
export const useAsked = <Body>(path: string, asked: object | null, topics: readonly string[]): Read<Body> =>
  useQuery<Answer<Body>, Problem>({
    queryKey: [path, asked],
    queryFn: ({ signal }) => callWithVersion<Body>('POST', path, asked, { signal }),
    enabled: asked !== null,
    meta: { topics },
    placeholderData: (before) => before,
    // What was typed is gone when the page is left.
    gcTime: 0,
  });

/** Reads again what listens to these topics; without topics everything (after a gap in the feed, or a change of role). */
export const readAgain = async (topics?: readonly string[]): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ meta, queryKey }) => {
      if (topics === undefined) return true;
      const listens = Array.isArray(meta?.topics) ? meta.topics : [queryKey[0]];
      return topics.some((topic) => listens.includes(topic));
    },
  });
