import { type Day, daysBetween } from '#kernel/calendar.ts';
import type { AssuredPhase } from '#modules/social/types.ts';

/** So many days the word of a service about itself is taken as it is. */
export const ASSURED_DAYS = 180;

/**
 * How old the word is that a service is as the map says: asked again after one term, marked after two, hidden after three.
 * Of a service that never said so nobody knows: it is marked, not hidden, else a register without the field would vanish.
 */
export const assuredPhase = (assured: Day | null, today: Day): AssuredPhase => {
  if (assured === null) return 'marked';
  const terms = Math.floor(daysBetween(assured, today) / ASSURED_DAYS);
  if (terms >= 3) return 'hidden';
  if (terms === 2) return 'marked';
  return terms === 1 ? 'asked' : 'fresh';
};
