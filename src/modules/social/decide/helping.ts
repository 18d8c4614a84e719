import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { mobileOf } from '#kernel/telephone.ts';
import type { HelperLink, HelperReach } from '#modules/social/types-helping.ts';

/** A result is often told weeks after somebody was picked up; until then the same link opens. */
export const LINK_FOR = 90 * DAY;
/** A code is used at once. */
export const CODE_FOR = 10 * MINUTE;
/** Long enough to read, call and write down; short enough for a computer that others use too. */
export const SESSION_FOR = 30 * MINUTE;
/** So many codes an hour, so that nobody guesses on by asking for more. */
export const CODES_AN_HOUR = 5;
export const CODES_WITHIN = HOUR;

/** How a link stands by itself, whatever became of the referral. */
export const linkStands = (link: HelperLink | null, now: Instant): 'stands' | 'unknown' | 'over' => {
  if (link === null) return 'unknown';
  return link.endedAt === null && link.until > now ? 'stands' : 'over';
};

/** Where an organisation is reached: its mail before its telephone, as far as this installation can send at all. */
export const reachOf = (
  organisation: { readonly email: string | null; readonly phone: string | null },
  can: { readonly mail: boolean; readonly messages: boolean },
): HelperReach | null => {
  if (can.mail && organisation.email !== null) return { way: 'mail', to: organisation.email };
  const mobile = can.messages ? mobileOf(organisation.phone) : null;
  return mobile === null ? null : { way: 'message', to: mobile };
};

/** The last two digits say to who reads a number whose it is, and to a finder of the link nothing. */
export const maskedMobile = (mobile: string): string => `06 •• •• •• ${mobile.slice(-2)}`;
