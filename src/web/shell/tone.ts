import { useSyncExternalStore } from 'react';
import { remember, remembered } from '#web/remember.ts';

let chosen = remembered('sound') === 'on';
const listeners = new Set<() => void>();
const VOLUME = 0.08;
const SECONDS = 0.35;
const PITCH = 660;

/** One soft tone. A browser that plays nothing before the first press stays silent. */
const play = async (): Promise<void> => {
  const context = new AudioContext();
  const gain = context.createGain();
  const tone = context.createOscillator();
  tone.frequency.value = PITCH;
  gain.gain.setValueAtTime(VOLUME, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS);
  tone.connect(gain).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + SECONDS);
  tone.addEventListener('ended', () => void context.close());
};

/** Switches the tone for a new request on or off, remembered on this device. Off unless chosen. */
export const allowTone = (allowed: boolean): void => {
  chosen = allowed;
  remember('sound', allowed ? 'on' : 'off');
  for (const listener of listeners) listener();
  if (allowed) void play();
};

/** Tells by ear that there is one more than before; only for who chose it. */
export const soundIfMore = (before: number | undefined, now: number): void => {
  if (chosen && before !== undefined && now > before) void play();
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Did this reader choose the tone? */
export const useTone = (): boolean => useSyncExternalStore(listen, () => chosen);
