import { useEffect, useState } from 'react';

/** The part behind `#` goes to no server by itself: it is read here and handed in as a body. */
const tokenInHand = (): string => window.location.hash.slice(1);

/** The token of the link in hand; empty without one. The link of a newer message may be opened in the same window. */
export const useHashToken = (): string => {
  const [token, setToken] = useState(tokenInHand);
  useEffect(() => {
    const again = (): void => setToken(tokenInHand());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return token;
};
