import { useSyncExternalStore } from 'react';

let words = '';
const listeners = new Set<() => void>();

/** Says something aloud without moving the focus: a new request, a place that was given away. */
export const announce = (text: string): void => {
  // The same words twice would be silent the second time; a space makes them new.
  words = words === text ? `${text} ` : text;
  for (const listener of listeners) listener();
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What must be read aloud now. */
export const useAnnounced = (): string => useSyncExternalStore(listen, () => words);
