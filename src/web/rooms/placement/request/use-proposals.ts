import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Asked, Proposals } from '#modules/placement/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';

/** Long enough to finish a postcode, short enough to search along while somebody chooses. */
const SETTLES = 200;

/** What fits by the last search. `settling`: a newer search is on its way, so nothing may be sent on this one. */
export interface Search {
  readonly found: Proposals | undefined;
  readonly settling: boolean;
  readonly problem: Problem | null;
  readonly again: () => Promise<unknown>;
}

/**
 * What fits, searched again while the form changes and whenever the board does. The previous answer stays in sight
 * while a new one is fetched, so that nothing jumps under the pointer.
 */
export const useProposals = (asked: z.input<typeof Asked> | null): Search => {
  const wanted = asked === null ? null : JSON.stringify(asked);
  const [settled] = useDebouncedValue(wanted, SETTLES);
  const { data, isPlaceholderData, isFetching, error, refetch } = useQuery<Proposals, Problem>({
    queryKey: ['proposals', settled],
    queryFn: ({ signal }) => call('POST', '/api/v1/proposals', JSON.parse(settled ?? ''), { signal }),
    enabled: settled !== null,
    meta: { topics: ['board'] },
    placeholderData: (before) => before,
  });
  return {
    found: wanted === null ? undefined : data,
    settling: wanted !== settled || isPlaceholderData || (data === undefined && isFetching),
    problem: error,
    again: () => refetch(),
  };
};
