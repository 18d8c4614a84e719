import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(width < 768px)');

const listen = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Is this a phone, or a window as narrow as one? Only where the contents differ; looks belong in CSS. */
export const usePhone = (): boolean => useSyncExternalStore(listen, () => narrow.matches);
