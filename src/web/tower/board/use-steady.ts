import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { type BoardGroup, type BoardLine, inKeptOrder, keysOf, movesBetween } from './board-lines.ts';

/** The board as it may be drawn now, and how many moves wait until the reader lets go of the list. */
export interface Steady {
  readonly groups: readonly BoardGroup[];
  readonly waiting: number;
  /** Gives up the kept order. */
  readonly show: () => void;
  /** Put on the list: its pointer and focus keep the rows where they are. */
  readonly list: RefCallback<HTMLElement>;
}

/** True as long as a mouse or the focus is inside the element. */
export const useTouched = (): { touched: boolean; list: RefCallback<HTMLElement> } => {
  const [touched, setTouched] = useState(false);
  const list = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    let pointer = false;
    const look = (): void => setTouched(pointer || element.contains(document.activeElement));
    const entered = (event: PointerEvent): void => {
      pointer = event.pointerType === 'mouse';
      look();
    };
    const left = (): void => {
      pointer = false;
      look();
    };
    // Where the focus goes is only known after it has left.
    const focusLeft = (): void => void setTimeout(look);
    element.addEventListener('pointerenter', entered);
    element.addEventListener('pointerleave', left);
    element.addEventListener('focusin', look);
    element.addEventListener('focusout', focusLeft);
    return () => {
      element.removeEventListener('pointerenter', entered);
      element.removeEventListener('pointerleave', left);
      element.removeEventListener('focusin', look);
      element.removeEventListener('focusout', focusLeft);
    };
  }, []);
  return { touched, list };
};

/**
 * Rows never jump under the pointer or the focus: numbers change where they stand, places wait. `question` is the
 * choice of the reader; a new question is answered at once.
 */
export const useSteady = (
  groups: readonly BoardGroup[],
  lines: readonly BoardLine[],
  question: string,
  now: Instant,
): Steady => {
  const { touched, list } = useTouched();
  const fresh = keysOf(groups);
  const kept = useRef({ question, keys: fresh });
  const [, drawAgain] = useState(0);
  const holding = touched && kept.current.question === question;
  const keys = holding ? kept.current.keys : fresh;
  const waiting = holding ? movesBetween(kept.current.keys, fresh) : 0;
  useEffect(() => {
    kept.current = { question, keys };
  });
  const show = useCallback(() => {
    kept.current = { question: '', keys: [] };
    drawAgain((count) => count + 1);
  }, []);
  return { groups: waiting === 0 ? groups : inKeptOrder(keys, lines, now), waiting, show, list };
};
