/** Small choices of one reader that stay on this device. */
export type Choice = 'language' | 'single-keys' | 'board-view' | 'admitting-doctor' | 'sound';

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
