import { useEffect, useState } from 'react';

/** Gives the focus back to where it was before this part came on the page, when it leaves the page. */
export const useFocusBack = (): void => {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
};
