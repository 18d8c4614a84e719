import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';

/** So many wrong in a row are forgiven. */
const FORGIVEN = 10;
const LONGEST_LOCK = HOUR;

/** Is the door kept shut for this account? Also a right password or code does not open it then. */
export const isLocked = (account: { readonly lockedUntil: Instant | null }, now: Instant): boolean =>
  account.lockedUntil !== null && now < account.lockedUntil;

/** Until when the door stays shut after so many wrong in a row: a minute, and twice as long each time, up to an hour. */
export const lockAfter = (failed: number, now: Instant): Instant | null =>
  failed < FORGIVEN ? null : now + Math.min(LONGEST_LOCK, MINUTE * 2 ** Math.min(failed - FORGIVEN, 10));

/** Attempts from one address: how many, and since when they are counted. */
export interface Tries {
  readonly count: number;
  readonly since: Instant;
}

const TRIES_FOR = 10 * MINUTE;
/** A whole house behind one address changes shifts at the same hour; somebody who guesses needs far more. */
const MOST_TRIES = 100;

/** One more attempt from an address: how it stands now, and how many seconds it must wait; 0 when it may. */
export const tryAgain = (
  known: Tries | undefined,
  now: Instant,
): { readonly tries: Tries; readonly wait: number } => {
  const fresh = known === undefined || now - known.since >= TRIES_FOR;
  const tries = fresh ? { count: 1, since: now } : { count: known.count + 1, since: known.since };
  const over = tries.count > MOST_TRIES;
  return { tries, wait: over ? Math.ceil((tries.since + TRIES_FOR - now) / 1_000) : 0 };
};
