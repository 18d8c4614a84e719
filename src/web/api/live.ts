import { useSyncExternalStore } from 'react';
import { readAgain } from './queries.ts';

/** How the page is connected: waiting for the first word, live, or cut off since a moment of our own clock. */
export type Link =
  | { readonly state: 'connecting' }
  | { readonly state: 'live'; readonly heardAt: number }
  | { readonly state: 'lost'; readonly since: number };

/** The server says something at least every five seconds; three silences in a row are a lost connection. */
const SILENCE = 16_000;
/** A server that restarts is back within this; nobody needs a band for that. */
const GRACE = 4_000;
const TOGETHER = 120;
const AGAIN = 3_000;

/** What the server tells of a change: only topic, id and version, never what changed. `reload`: too much was missed. */
interface Change {
  readonly topic: string;
}

const listeners = new Set<() => void>();
let link: Link = { state: 'connecting' };
let source: EventSource | null = null;
let lastEventId = '';
let waiting = new Set<string>();
let flush: ReturnType<typeof setTimeout> | undefined;
let watch: ReturnType<typeof setInterval> | undefined;
let grace: ReturnType<typeof setTimeout> | undefined;
let again: ReturnType<typeof setTimeout> | undefined;

const tell = (next: Link): void => {
  link = next;
  for (const listener of listeners) listener();
};

const heard = (event?: MessageEvent<string>): void => {
  clearTimeout(grace);
  grace = undefined;
  if (event !== undefined && event.lastEventId !== '') lastEventId = event.lastEventId;
  const wasLost = link.state === 'lost';
  tell({ state: 'live', heardAt: Date.now() });
  if (wasLost) void readAgain();
};

const lost = (): void => {
  grace = undefined;
  if (link.state !== 'lost')
    tell({ state: 'lost', since: link.state === 'live' ? link.heardAt : Date.now() });
};

/** Many changes come at once (an import, a busy minute): one reading per topic, not one per event. */
const changed = (topics: readonly string[]): void => {
  for (const topic of topics) waiting.add(topic);
  if (flush !== undefined) return;
  flush = setTimeout(() => {
    flush = undefined;
    const together = [...waiting];
    waiting = new Set();
    void readAgain(together);
  }, TOGETHER);
};

const stop = (): void => {
  source?.close();
  source = null;
  clearTimeout(again);
  clearInterval(watch);
};

const open = (): void => {
  stop();
  const resume = lastEventId === '' ? '' : `?lastEventId=${encodeURIComponent(lastEventId)}`;
  source = new EventSource(`/api/v1/live${resume}`);
  source.addEventListener('open', () => heard());
  source.addEventListener('beat', (event) => heard(event as MessageEvent<string>));
  source.addEventListener('message', (event: MessageEvent<string>) => {
    heard(event);
    const changes = JSON.parse(event.data) as readonly Change[];
    if (changes.some(({ topic }) => topic === 'reload')) void readAgain();
    else changed(changes.map(({ topic }) => topic));
  });
  source.addEventListener('error', () => {
    grace ??= setTimeout(lost, GRACE);
    // Cut off may mean: no longer let in. The session knows at once; a server that is away changes nothing.
    void readAgain(['session']);
    // The browser tries again by itself unless the server refused outright; then we do, with the last event we saw.
    if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN);
  });
  watch = setInterval(() => {
    if (link.state === 'live' && Date.now() - link.heardAt > SILENCE) {
      lost();
      open();
    }
  }, 2_000);
};

/** Starts listening to the region (after sign-in). Returns how to stop. */
export const startLive = (): (() => void) => {
  open();
  return () => {
    stop();
    clearTimeout(grace);
    grace = undefined;
    lastEventId = '';
    tell({ state: 'connecting' });
  };
};

/** Tries the connection now, for a reader who does not want to wait. */
export const tryNow = (): void => open();

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The state of the connection; changes with every sign of life. */
export const useLink = (): Link => useSyncExternalStore(listen, () => link);
