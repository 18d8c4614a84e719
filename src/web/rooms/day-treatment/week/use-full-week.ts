import { useSyncExternalStore } from 'react';

const wide = matchMedia('(width >= 1280px)');

const listen = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** Is there room for the ten half-days of a week? On a tablet and a phone one day is shown at a time. */
export const useFullWeek = (): boolean => useSyncExternalStore(listen, () => wide.matches);
