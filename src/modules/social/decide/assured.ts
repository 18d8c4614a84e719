import { type Day, plusDays } from '#kernel/calendar.ts';
import type { AssuredPhase } from '#modules/social/types.ts';

/** So many days the word of a service about itself is taken as it is. */
const ASSURED_DAYS = 180;

/** The days from which a word is fresh, asked again and marked; what is older is hidden. */
export interface AssuredSince {
  readonly fresh: Day;
  readonly asked: Day;
  readonly marked: Day;
}

/** The terms as they lie today, worked out once for many services. */
export const assuredSince = (today: Day): AssuredSince => ({
  fresh: plusDays(today, 1 - ASSURED_DAYS),
  asked: plusDays(today, 1 - 2 * ASSURED_DAYS),
  marked: plusDays(today, 1 - 3 * ASSURED_DAYS),
});

/**
 * How old the word is that a service is as the map says: asked again after one term, marked after two, hidden after three.
 * Of a service that never said so nobody knows: it is marked, not hidden, else a register without the field would vanish.
 */
export const assuredPhase = (assured: Day | null, since: AssuredSince): AssuredPhase => {
  if (assured === null) return 'marked';
  if (assured >= since.fresh) return 'fresh';
  if (assured >= since.asked) return 'asked';
  return assured >= since.marked ? 'marked' : 'hidden';
};
