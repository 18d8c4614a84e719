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

/** Attempts from one address that failed: how many, and since when they are counted. */
export interface Tries {
  readonly count: number;
  readonly since: Instant;
}

const TRIES_FOR = 10 * MINUTE;
/** A whole house behind one address may mistype; somebody who guesses needs far more. */
const MOST_TRIES = 100;

/** How many seconds an address must wait; 0 when it may try. */
export const waitOf = (known: Tries | undefined, now: Instant): number =>
  known === undefined || known.count < MOST_TRIES || now - known.since >= TRIES_FOR
    ? 0
    : Math.ceil((known.since + TRIES_FOR - now) / 1_000);

/** One more that failed. */
export const oneMore = (known: Tries | undefined, now: Instant): Tries =>
  known === undefined || now - known.since >= TRIES_FOR
    ? { count: 1, since: now }
    : { count: known.count + 1, since: known.since };
