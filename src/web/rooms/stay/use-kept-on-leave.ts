import { useEffect } from 'react';

/** Who leaves the page leaves nothing behind: what is typed is kept then, whatever its keeper waited for. */
export const useKeptOnLeave = (keeper: { readonly keep: () => unknown }): void => {
  useEffect(() => {
    const leave = (): void => void keeper.keep();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);
};
