import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { Origin } from '#modules/placement/types.ts';
import { serverNow } from '#web/api/clock.ts';
import { queries } from '#web/api/queries.ts';
import { endedUnasked, type Session } from '#web/api/session.ts';
import { type Draft, emptyDraft } from './draft.ts';

/** Whose words are being written: the reader's own request, or that of a caller on the telephone. */
export type DraftSlot = 'own' | 'telephone';

/** A draft with the moment it was begun; the stopwatch of a telephone call runs from there. */
export interface Kept {
  readonly draft: Draft;
  readonly begunAt: Instant;
}

/** A draft that outlives going to another page. */
export interface DraftInHand {
  readonly kept: Kept | null;
  readonly change: (part: Partial<Draft>) => void;
  readonly begin: (phone: string, origin: Origin) => void;
  readonly restore: (kept: Kept) => void;
  readonly drop: () => void;
}

const drafts = new Map<DraftSlot, Kept>();
const listeners = new Set<() => void>();
let writer: string | null = null;

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** With the role the words go: nobody finds the name of somebody else's patient in a form. */
queries.getQueryCache().subscribe(({ query }) => {
  if (query.queryKey[0] !== 'session') return;
  const actor = (query.state.data as Session | null | undefined)?.actor.id ?? null;
  // A session that ran out takes nothing along: the same reader signs in again and finds every word.
  if (actor === writer || (actor === null && endedUnasked())) return;
  writer = actor;
  drafts.clear();
  tell();
});

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const put = (slot: DraftSlot, kept: Kept | null): void => {
  if (kept === null) drafts.delete(slot);
  else drafts.set(slot, kept);
  tell();
};

/** The draft in this slot: in the memory of this page only, and gone with the role that wrote it. */
export const useDraft = (slot: DraftSlot): DraftInHand => ({
  kept: useSyncExternalStore(listen, () => drafts.get(slot) ?? null),
  change: useCallback(
    (part) => {
      const kept = drafts.get(slot);
      if (kept !== undefined) put(slot, { ...kept, draft: { ...kept.draft, ...part } });
    },
    [slot],
  ),
  begin: useCallback(
    (phone, origin) => put(slot, { draft: emptyDraft(phone, origin), begunAt: serverNow() }),
    [slot],
  ),
  restore: useCallback((kept) => put(slot, kept), [slot]),
  drop: useCallback(() => put(slot, null), [slot]),
});

/** Begins a draft when the form opens and there is none; not again after it was sent, while the form is still leaving. */
export const useBegun = ({ kept, begin }: DraftInHand, phone: string, origin: Origin): void => {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    if (kept === null) begin(phone, origin);
  });
};
