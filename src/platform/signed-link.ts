import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '#kernel/interval.ts';

/** What a link is for: one purpose, one subject, until a moment. It says nothing else and opens nothing else. */
export interface LinkClaim {
  readonly purpose: string;
  readonly subject: string;
  readonly until: Instant;
}

/** What a link came to. */
export type OpenedLink =
  | { readonly kind: 'open'; readonly claim: LinkClaim }
  | { readonly kind: 'expired'; readonly claim: LinkClaim }
  | { readonly kind: 'not-ours' };

const seal = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Makes the token of a link. Whoever holds it may do what it is for, so it is short-lived and for counts only. */
export const signLink = (key: Buffer, { purpose, subject, until }: LinkClaim): string => {
  const text = Buffer.from(JSON.stringify([purpose, subject, until])).toString('base64url');
  return `${text}.${seal(key, text).toString('base64url')}`;
};

const claimIn = (text: string): LinkClaim | null => {
  const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(read)) return null;
  const [purpose, subject, until] = read as unknown[];
  return typeof purpose === 'string' && typeof subject === 'string' && typeof until === 'number'
    ? { purpose, subject, until }
    : null;
};

/** Opens a token: ours and in time, ours and too late, or not ours. */
export const openLink = (key: Buffer, token: string, purpose: string, now: Instant): OpenedLink => {
  const [text = '', signature = '', ...more] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const own = seal(key, text);
  if (more.length > 0 || given.length !== own.length || !timingSafeEqual(given, own))
    return { kind: 'not-ours' };
  const claim = claimIn(text);
  if (claim === null || claim.purpose !== purpose) return { kind: 'not-ours' };
  return { kind: claim.until > now ? 'open' : 'expired', claim };
};
