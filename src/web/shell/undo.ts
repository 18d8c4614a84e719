import { useSyncExternalStore } from 'react';

/** What was done and can be taken back until a moment (of this browser's clock), or why taking it back failed. */
export type Undoable =
  | {
      readonly kind: 'open';
      readonly text: string;
      readonly until: number;
      readonly run: () => Promise<void> | void;
    }
  | { readonly kind: 'failed'; readonly text: string };

/** How long one may take it back, in seconds. */
export const UNDO_SECONDS = 10;

let current: Undoable | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const show = (next: Undoable | null): void => {
  current = next;
  clearTimeout(timer);
  if (next !== null) timer = setTimeout(() => show(null), UNDO_SECONDS * 1_000);
  for (const listener of listeners) listener();
};

/**
 * "Done, take back": shows what was done for ten seconds with key Z. `run` asks the server for the inverse; a refusal
 * is shown in the same place. Only for what can come back; ask first for what cannot.
 */
export const offerUndo = (text: string, run: () => Promise<void> | void): void =>
  show({ kind: 'open', text, until: Date.now() + UNDO_SECONDS * 1_000, run });

/** Takes the last thing back, if it still can be. `failed` words a refusal for the reader. */
export const takeBack = async (failed: (fault: unknown) => string): Promise<void> => {
  if (current?.kind !== 'open') return;
  const { run } = current;
  show(null);
  await Promise.resolve(run()).catch((fault: unknown) => show({ kind: 'failed', text: failed(fault) }));
};

/** Says in the same place that something went wrong that nobody was looking at. */
export const sayFailed = (text: string): void => show({ kind: 'failed', text });

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What can be taken back now. */
export const useUndoable = (): Undoable | null => useSyncExternalStore(listen, () => current);
