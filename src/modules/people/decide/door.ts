import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { OwnCode, OwnDoor } from '#modules/people/types-own.ts';

/** A link on paper must survive the post and a weekend with the children. */
export const DOOR_FOR = 90 * DAY;
/** A code is used at once. */
export const CODE_FOR = 10 * MINUTE;
/** Long enough to read and print; short enough for a computer in the library. */
export const SESSION_FOR = 20 * MINUTE;
/** So often one may be wrong, in the birth date of one link and in one code. */
const TRIES = 5;
/** So many codes an hour, so that nobody guesses on by asking for more. */
export const CODES_AN_HOUR = 5;
export const CODES_WITHIN = HOUR;

/** Does this link still open, for somebody with the right birth date? */
export const doorStands = (door: Pick<OwnDoor, 'until' | 'endedAt' | 'tries'>, now: Instant): boolean =>
  door.endedAt === null && door.until > now && door.tries < TRIES;

/** What a typed code comes to. */
export type CodeVerdict = 'right' | 'wrong' | 'over';

/** Judges a typed code, by its digest, against the last one that was sent. */
export const judgeCode = (
  code: Pick<OwnCode, 'codeHash' | 'until' | 'tries' | 'usedAt'> | null,
  typedHash: string,
  now: Instant,
): CodeVerdict => {
  if (code === null || code.usedAt !== null || code.until <= now || code.tries >= TRIES) return 'over';
  return code.codeHash === typedHash ? 'right' : 'wrong';
};

/** Where a code went, without telling a finder of the link whose address it is: `g•••@voorbeeld.nl`. */
export const maskedEmail = (email: string): string => email.replace(/^(.).*(?=@)/, '$1•••');
