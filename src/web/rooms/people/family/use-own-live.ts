import { useEffect } from 'react';
import { readAgain } from '#web/api/queries.ts';

/** The longest a browser waits in one go. */
const LONGEST = 2 ** 31 - 1;

/** Keeps what is read of `topic` true by a stream of its own until a moment, and lets go at once when the reader no longer may. */
export const useLiveUntil = (url: string, topic: string, until: string | undefined): void => {
  useEffect(() => {
    if (until === undefined) return;
    const again = (): void => void readAgain([topic]);
    const stream = new EventSource(url);
    let cut = false;
    stream.addEventListener('message', ({ data }) => {
      if (String(data).includes(topic)) again();
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
  }, [url, topic, until]);
};

/** Keeps the stay on screen true. */
export const useOwnLive = (until: string | undefined): void =>
  useLiveUntil('/api/v1/own/live', 'own-stay', until);
