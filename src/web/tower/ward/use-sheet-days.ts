import { useSyncExternalStore } from 'react';

const wide = matchMedia('(width >= 1280px)');

const listen = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** Over how many days the beds are shown: fourteen on a desk, seven on a tablet and a phone. */
export const useSheetDays = (): number => useSyncExternalStore(listen, () => (wide.matches ? 14 : 7));
