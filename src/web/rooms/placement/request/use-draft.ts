import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { Origin } from '#modules/placement/types.ts';
import { serverNow } from '#web/api/clock.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** Whose words are being written: the reader's own request, or that of a caller on the telephone. */
export type DraftSlot = 'own' | 'telephone';

/** A draft with the moment it was begun; the stopwatch of a telephone call runs from there. */
export interface Kept {
  readonly draft: Draft;
  readonly begunAt: Instant;
}

/** A draft that outlives going to another page, and is forgotten with everything else when the role changes. */
export interface DraftInHand {
  readonly kept: Kept | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly begin: (phone: string, origin: Origin) => void;
  readonly restore: (kept: Kept) => void;
  readonly drop: () => void;
}

/**
 * The draft in this slot. It stands among what was read from the server, because that is what is wiped at a change of
 * role: nobody finds the name of somebody else's patient in a form.
 */
export const useDraft = (slot: DraftSlot): DraftInHand => {
  const client = useQueryClient();
  const { data } = useQuery<Kept | null>({
    queryKey: ['draft', slot],
    queryFn: skipToken,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const restore = useCallback(
    (kept: Kept | null): void => void client.setQueryData<Kept | null>(['draft', slot], kept),
    [client, slot],
  );
  const change = useCallback(
    (part: Partial<Draft>): void =>
      void client.setQueryData<Kept | null>(['draft', slot], (kept) =>
        kept === null || kept === undefined ? null : { ...kept, draft: { ...kept.draft, ...part } },
      ),
    [client, slot],
  );
  const begin = useCallback(
    (phone: string, origin: Origin): void =>
      restore({ draft: emptyDraft(phone, origin), begunAt: serverNow() }),
    [restore],
  );
  const drop = useCallback((): void => restore(null), [restore]);
  return { kept: data ?? null, change, begin, restore, drop };
};
