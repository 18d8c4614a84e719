import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CapacityCode } from '#modules/capacity/types.ts';

/** So many places one account may hold at a moment with no request behind them, unless the installation says otherwise. */
export const HOLDS_PER_ACCOUNT = 10;

/** So many places the requests of one organisation may hold at a moment: sixty people with two places each. */
export const HELD_PER_ORGANISATION = 120;

/** What somebody holds already, and when the first of it runs out; null when nothing will. */
export interface Held {
  readonly count: number;
  readonly soonest: Instant | null;
}

/** When nothing is known to run out, that long is a fair moment to ask again. */
const A_MINUTE = 60;

/**
 * May somebody who holds this have so many more? What one holds, nobody else can have: whoever asks for everything is told
 * when to ask again, and the rest stays for others.
 */
export const decideMore = (
  held: Held,
  more: number,
  most: number,
  now: Instant,
): Result<null, Refusal<CapacityCode>> => {
  if (more === 0 || held.count + more <= most) return ok(null);
  const seconds = held.soonest === null ? A_MINUTE : Math.max(1, Math.ceil((held.soonest - now) / 1_000));
  return refuse({
    code: 'too-many-holds',
    params: { most, seconds, minutes: Math.ceil(seconds / A_MINUTE) },
  });
};
