/** After so long without a hand at it a screen goes on by itself: what it asks then keeps no session open. */
const LEFT_MS = 2 * 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let touched = performance.now();

/** Remembers when somebody last touched this page. */
export const watchHands = (page: EventTarget): void => {
  for (const sign of SIGNS)
    page.addEventListener(
      sign,
      () => {
        touched = performance.now();
      },
      { capture: true, passive: true },
    );
};

/** Was this page left alone for a while? */
export const isLeftAlone = (): boolean => performance.now() - touched > LEFT_MS;
