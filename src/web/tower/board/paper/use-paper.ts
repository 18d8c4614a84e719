import { useSyncExternalStore } from 'react';

const paper = matchMedia('print');

const listen = (listener: () => void): (() => void) => {
  paper.addEventListener('change', listener);
  return () => paper.removeEventListener('change', listener);
};

/** Is the page being printed? The paper version is only made then, so that no screen reader meets it. */
export const usePaper = (): boolean => useSyncExternalStore(listen, () => paper.matches);
