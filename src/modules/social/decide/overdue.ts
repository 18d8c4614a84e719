import type { Instant } from '#kernel/interval.ts';
import type { Referral, ReferralEvent } from '#modules/social/types-referral.ts';

/** When a referral was to be picked up, and when who referred is told that it was not. */
interface Term {
  readonly dueAt: Instant;
  readonly lateAt: Instant;
}

/**
 * What has to be said of a referral that nobody picked up: first the receiver is reminded, then who referred and the desk are
 * told. Each is said once; after a night without a round the reminder still comes first.
 */
export const overdue = (
  { state }: Pick<Referral, 'state'>,
  said: ReadonlySet<ReferralEvent['step']>,
  { dueAt, lateAt }: Term,
  now: Instant,
): 'reminded' | 'late' | null => {
  if (state !== 'sent' && state !== 'seen') return null;
  if (now < dueAt) return null;
  if (!said.has('reminded')) return 'reminded';
  return now >= lateAt && !said.has('late') ? 'late' : null;
};
