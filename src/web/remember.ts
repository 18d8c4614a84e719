/** Small choices of one reader that stay on this device. */
export type Choice = 'language' | 'single-keys' | 'board-view' | 'admitting-doctor' | 'sound' | 'large-text';

/** What was chosen before, or null; a browser that keeps nothing answers null. */
export const remembered = (choice: Choice): string | null => {
  try {
    return localStorage.getItem(`verkeerstoren.${choice}`);
  } catch {
    return null;
  }
};

/** Keeps a choice on this device; a browser that refuses storage forgets it at the next visit. */
export const remember = (choice: Choice, value: string): void => {
  try {
    localStorage.setItem(`verkeerstoren.${choice}`, value);
  } catch {
    // Private windows may refuse; the choice still holds for this visit.
  }
};

/** Forgets a choice that names somebody, when who made it leaves. */
export const forgetChoice = (choice: Choice): void => {
  try {
    localStorage.removeItem(`verkeerstoren.${choice}`);
  } catch {
    // Then nothing was kept either.
  }
};

const WAY = 'verkeerstoren.way-back';

/** Where the reader was when they left for the sign-in of their employer. */
export const rememberWay = (): void => {
  try {
    sessionStorage.setItem(WAY, `${location.pathname}${location.search}`);
  } catch {
    // Then they begin at their own first screen.
  }
};

/** That place, once; null when there is none. */
export const takeWay = (): string | null => {
  try {
    const way = sessionStorage.getItem(WAY);
    sessionStorage.removeItem(WAY);
    return way === null || way === '/' || !/^\/(?!\/)/.test(way) ? null : way;
  } catch {
    return null;
  }
};
