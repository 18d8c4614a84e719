import type { Instant } from '#kernel/interval.ts';
import type { Problem } from '#web/api/problem.ts';

/** A bed that somebody else got first: which one, and when we heard. Never who. */
export interface Lost {
  readonly placeId: string;
  readonly bed: string;
  readonly at: Instant;
}

const GONE = new Set([
  'place-taken',
  'place-closed',
  'place-unknown',
  'not-staffed',
  'outside-admission',
  'stale-figure',
  'product-not-here',
  'not-published',
]);

/** Does this refusal mean that the place is gone, so that the next one may do? */
export const isGone = (problem: Problem): boolean => GONE.has(problem.code);
