import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { PathwayAdoptBody, PathwayList } from '#modules/stay/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { type Read, readAgain, useRead } from '#web/api/queries.ts';

const PATH = '/api/v1/pathways';

/** Per kind of care its pathway, and those before. */
export type PathwayOf = PathwayList['pathways'][number];

/** What a stay of each kind is, read again when the region changes. */
export const usePathways = (): Read<PathwayList> => useRead<PathwayList>(PATH, ['region']);

/** Adopts a version once: the same words sent again after a lost connection carry the same key. */
export const useAdopting = () => {
  const client = useQueryClient();
  const tried = useRef<{ words: string; key: string } | null>(null);
  const { mutate, isPending, error } = useMutation<
    PathwayList,
    Problem,
    { readonly adopt: PathwayAdoptBody; readonly version: number }
  >({
    mutationFn: ({ adopt, version }) => {
      const words = `${version} ${JSON.stringify(adopt)}`;
      if (tried.current?.words !== words) tried.current = { words, key: newKey() };
      return call('POST', PATH, adopt, { ifMatch: `"${version}"`, idempotencyKey: tried.current.key });
    },
    onSuccess: (after) => {
      tried.current = null;
      client.setQueryData([PATH], { body: after, etag: null });
    },
    // Somebody else was first: show what counts now beside the refusal.
    onError: () => void readAgain(['region']),
  });
  return {
    busy: isPending,
    problem: error,
    adopt: (adopt: PathwayAdoptBody, version: number, done: () => void) =>
      mutate({ adopt, version }, { onSuccess: done }),
  };
};
