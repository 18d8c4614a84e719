import { useEffect } from 'react';
import { readAgain } from '#web/api/queries.ts';

const STAY = ['own-stay'];

/** The longest a browser waits in one go. */
const LONGEST = 2 ** 31 - 1;

/** Keeps the stay on screen true, and lets go of it at once when the reader may no longer read it. */
export const useOwnLive = (until: string | undefined): void => {
  useEffect(() => {
    if (until === undefined) return;
    const again = (): void => void readAgain(STAY);
    const stream = new EventSource('/api/v1/own/live');
    let cut = false;
    stream.addEventListener('message', ({ data }) => {
      if (String(data).includes('own-stay')) again();
    });
    stream.addEventListener('open', () => {
      if (cut) again();
      cut = false;
    });
    // Cut off may mean: no longer let in. Asking once says which; a line that is down asks again when it is back.
    stream.addEventListener('error', () => {
      if (!cut || stream.readyState === EventSource.CLOSED) again();
      cut = true;
    });
    const over = setTimeout(again, Math.min(Math.max(0, Date.parse(until) - Date.now()) + 1_000, LONGEST));
    return () => {
      stream.close();
      clearTimeout(over);
    };
  }, [until]);
};
