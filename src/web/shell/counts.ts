import { useEffect, useSyncExternalStore } from 'react';
import type { RoomId } from './rooms.ts';
import { soundIfMore } from './tone.ts';

let counts: Readonly<Partial<Record<RoomId, number>>> = {};
const listeners = new Set<() => void>();

/** Puts a count on a room in the rail (open requests at the desk) for as long as the part that knows it is shown. */
export const useRailCount = (room: RoomId, count: number): void =>
  useEffect(() => {
    soundIfMore(counts[room], count);
    counts = { ...counts, [room]: count };
    for (const listener of listeners) listener();
  }, [room, count]);

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The counts on the rooms; a room without one is not there. */
export const useRailCounts = (): Readonly<Partial<Record<RoomId, number>>> =>
  useSyncExternalStore(listen, () => counts);
