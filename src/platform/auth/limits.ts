import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';

/** How long a session lasts: without a question, and at the most. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

/** A practice role stays for a day. */
export const PRACTICE_LIMITS: SessionLimits = { idleMs: 24 * HOUR, absoluteMs: 24 * HOUR };

/** An account stays for a shift; a screen nobody touches for an hour is left. */
export const USUAL_LIMITS: SessionLimits = { idleMs: 60 * MINUTE, absoluteMs: 12 * HOUR };

/** Is this session over by itself? */
export const hasLapsed = (
  session: { readonly beganAt: Instant; readonly seenAt: Instant },
  now: Instant,
  limits: SessionLimits,
): boolean => now - session.beganAt >= limits.absoluteMs || now - session.seenAt >= limits.idleMs;
