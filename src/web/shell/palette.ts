import { useSyncExternalStore } from 'react';

let wanted = false;
const listeners = new Set<() => void>();

/** Opens "Zoek of doe iets". Its code comes only when someone asks for it the first time. */
export const openPalette = async (): Promise<void> => {
  wanted = true;
  for (const listener of listeners) listener();
  const { spotlight } = await import('@mantine/spotlight');
  spotlight.open();
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Has the palette been asked for on this page yet? */
export const usePaletteWanted = (): boolean => useSyncExternalStore(listen, () => wanted);
