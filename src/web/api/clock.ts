import { useSyncExternalStore } from 'react';
import { type Instant, MINUTE } from '#kernel/interval.ts';

/** How often a part needs to know the time. A minute is the usual choice: ages and bars of time tick once a minute. */
export type Tick = 'second' | 'minute';

const LENGTH: Readonly<Record<Tick, number>> = { second: 1_000, minute: MINUTE };

let ahead = 0;

const pulse = (tick: Tick) => {
  const listeners = new Set<() => void>();
  let current = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): Instant => Math.floor((Date.now() + ahead) / LENGTH[tick]) * LENGTH[tick];
  const beat = (): void => {
    current = read();
    for (const listener of listeners) listener();
    timer = setTimeout(beat, LENGTH[tick] - ((Date.now() + ahead) % LENGTH[tick]) + 5);
  };
  return {
    beat: () => {
      if (timer !== undefined) clearTimeout(timer);
      if (listeners.size > 0) beat();
      else current = 0;
    },
    now: (): Instant => {
      if (current === 0) current = read();
      return current;
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
      if (listeners.size === 1) queueMicrotask(beat);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearTimeout(timer);
          current = 0;
        }
      };
    },
  };
};

const pulses = { second: pulse('second'), minute: pulse('minute') };

/** Sets our clock by the server's: a practice region has a clock of its own, and a laptop may be minutes off. */
export const setServerNow = (serverNow: Instant): void => {
  // Whole milliseconds: half the way of an answer is often a half.
  ahead = Math.round(serverNow - Date.now());
  pulses.second.beat();
  pulses.minute.beat();
};

/** A moment of this browser's clock, in the region's time. */
export const regionTime = (browserTime: number): Instant => browserTime + ahead;

/** The region's time at this very moment, for what one sends; on screen use `useNow`. */
export const serverNow = (): Instant => regionTime(Date.now());

/** The region's time, cut to whole seconds or minutes; all parts on a page tick together, from one timer. */
export const useNow = (tick: Tick = 'minute'): Instant =>
  useSyncExternalStore(pulses[tick].listen, pulses[tick].now);
