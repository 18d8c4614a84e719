import type { Instant } from '#kernel/interval.ts';

/** A link for who takes part without an account, as it stands. */
export interface HelperLink {
  readonly id: string;
  readonly referralId: string;
  readonly until: Instant;
  /** A newer link took its place. */
  readonly endedAt: Instant | null;
}

/** Who is inside, and for how long. */
export interface HelperSession {
  readonly referralId: string;
  readonly until: Instant;
}

/** By which way an organisation is reached, and where. */
export interface HelperReach {
  readonly way: 'mail' | 'message';
  readonly to: string;
}

/** Why a helper without an account cannot go on. */
export type HelperCode =
  | 'helper-link-unknown'
  | 'helper-link-over'
  | 'helper-referral-closed'
  | 'helper-referral-done'
  | 'helper-unreachable'
  | 'helper-has-account'
  | 'helper-code-not-sent'
  | 'helper-codes-enough'
  | 'helper-code-wrong'
  | 'helper-code-over'
  | 'helper-over'
  | 'room-link-unknown';
