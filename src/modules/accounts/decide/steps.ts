import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { AccountsCode, NextStep } from '#modules/accounts/types.ts';

/** With what an account can show a second time who it is. */
export interface Factors {
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recoveryCodes: number;
}

/** A way to do the second step. */
export type Method = 'totp' | 'passkey' | 'recovery';

/** What comes after a right first factor. */
export const stepAfter = (factors: Factors): { readonly next: NextStep; readonly methods: Method[] } => {
  const methods: Method[] = [];
  if (factors.totp) methods.push('totp');
  if (factors.passkeys > 0) methods.push('passkey');
  const [first] = methods;
  if (first === undefined) return { next: 'enrol', methods };
  if (factors.recoveryCodes > 0) methods.push('recovery');
  return { next: first === 'passkey' ? 'passkey' : 'totp', methods };
};

/** Has this account a second factor at all? */
export const hasFactor = ({ totp, passkeys }: Factors): boolean => totp || passkeys > 0;

/** How long showing again who one is counts. */
const CONFIRMED_FOR = 10 * MINUTE;

/** A session as it wants to change factors. */
export interface Confirming {
  readonly strong: boolean;
  readonly factorAt: Instant | null;
}

/** Was it shown just now who this is? */
export const isConfirmed = ({ factorAt }: Confirming, now: Instant): boolean =>
  factorAt !== null && now - factorAt < CONFIRMED_FOR;

/**
 * May this session change what opens the account? Who came in with a password alone may not, once there is a second
 * factor: otherwise a stolen password would be enough to add a factor of one's own.
 */
export const mayChangeFactors = (
  session: Confirming,
  factors: Factors,
  now: Instant,
): AccountsCode | 'second-factor-needed' | null => {
  if (!session.strong && hasFactor(factors)) return 'second-factor-needed';
  return isConfirmed(session, now) ? null : 'confirm-needed';
};
