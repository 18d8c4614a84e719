import { useEffect, useRef, useSyncExternalStore } from 'react';
import { remember, remembered } from '#web/remember.ts';

/** Something one can do on this screen: a key, and a line in "Zoek of doe iets". */
export interface Act {
  /** `j`, `?`, `Enter`, `ArrowDown`, `Ctrl+Enter`, `Alt+1`. Empty: only in the palette. */
  readonly keys: readonly string[];
  /** What it does, as a verb: `Klopt nog`. Shown in the help of keys and in the palette. */
  readonly does: string;
  readonly run: () => void;
  /** Moves and other things that make no sense away from their place stay out of the palette. */
  readonly onlyKey?: boolean;
}

interface Layer {
  current: readonly Act[];
}

const layers: Layer[] = [];

/** All that can be done now; the screen on top first. */
export const currentActs = (): Act[] => layers.toReversed().flatMap((layer) => layer.current);

/**
 * The keys of a part of the screen, as long as it is on screen: `useKeys([{ keys: ['j'], does: t('keys.next'), run }])`.
 * Letters and digits do nothing while someone types, while a dialog is open, or when the reader switched them off.
 */
export const useKeys = (acts: readonly Act[], always = false): void => {
  const layer = useRef<readonly Act[]>(acts);
  useEffect(() => {
    layer.current = acts;
  });
  useEffect(() => {
    if (always) layers.unshift(layer);
    else layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [always]);
};

const switchListeners = new Set<() => void>();
let singleKeys = remembered('single-keys') !== 'off';

/** Switches the single keys on or off for this reader, remembered on this device (WCAG 2.1.4). */
export const allowSingleKeys = (allowed: boolean): void => {
  singleKeys = allowed;
  remember('single-keys', allowed ? 'on' : 'off');
  for (const listener of switchListeners) listener();
};

const listenToSwitch = (listener: () => void): (() => void) => {
  switchListeners.add(listener);
  return () => switchListeners.delete(listener);
};

/** Do single keys act for this reader? */
export const useSingleKeys = (): boolean => useSyncExternalStore(listenToSwitch, () => singleKeys);

const TYPING =
  'input:not([type=radio]):not([type=checkbox]):not([type=range]), textarea, select, [contenteditable=true]';

/**
 * The name of what was pressed, as acts name it. Alt+digit is read from the place of the key: a Mac makes other signs.
 * @internal
 */
export const pressedName = (
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): string => {
  const key = event.altKey && event.code.startsWith('Digit') ? event.code.slice(5) : event.key;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${name}`;
};

const mayAct = (event: KeyboardEvent, name: string): boolean => {
  if (event.defaultPrevented || event.isComposing || (event.repeat === true && name === 'Enter'))
    return false;
  const target = event.target instanceof Element ? event.target : document.body;
  if (document.querySelector('[aria-modal="true"]') !== null) return false;
  if (name.includes('Ctrl+') || name.includes('Alt+')) return true;
  if (target.closest(TYPING) !== null) return false;
  if (
    (name === 'Enter' || name === ' ') &&
    target.closest('button, a, summary, [role=button], [role=menuitem]') !== null
  )
    return false;
  return name.length > 1 || singleKeys;
};

/** Listens for keys on the whole page. Returns how to stop. */
export const startKeys = (): (() => void) => {
  const pressed = (event: KeyboardEvent): void => {
    const name = pressedName(event);
    const act = currentActs().find(({ keys }) => keys.includes(name));
    if (act === undefined || !mayAct(event, name)) return;
    event.preventDefault();
    act.run();
  };
  document.addEventListener('keydown', pressed);
  return () => document.removeEventListener('keydown', pressed);
};
