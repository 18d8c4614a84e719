import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Stay } from '#modules/stay/types.ts';
import type { CoreCode } from '#modules/stay/types-core.ts';
import type { Absence } from '#modules/stay/types-parts.ts';

type Refused = Refusal<CoreCode | 'in-the-future'>;

/** Clocks on wards run apart. */
const AHEAD = HOUR / 12;

/** Somebody goes away for a while, after they arrived and after they were back from the last time. */
export const decideAway = (
  stay: Pick<Stay, 'arrivedAt'>,
  before: readonly Absence[],
  wanted: Pick<Absence, 'id' | 'reason' | 'leftAt' | 'expectedBack'>,
  now: Instant,
): Result<Absence, Refused> => {
  if (before.some(({ backAt }) => backAt === null)) return refuse({ code: 'already-away' });
  if (wanted.leftAt > now + AHEAD) return refuse({ code: 'in-the-future' });
  const since = Math.max(stay.arrivedAt, ...before.map(({ backAt }) => backAt ?? stay.arrivedAt));
  const leftAt = Math.min(wanted.leftAt, now);
  if (leftAt < since || (wanted.expectedBack ?? now) < leftAt) return refuse({ code: 'away-moments' });
  return ok({ ...wanted, leftAt, backAt: null });
};

/** Somebody is back in their bed. */
export const decideBack = (
  before: readonly Absence[],
  at: Instant,
  now: Instant,
): Result<Absence, Refused> => {
  const away = before.find(({ backAt }) => backAt === null);
  if (away === undefined) return refuse({ code: 'not-away' });
  if (at > now + AHEAD) return refuse({ code: 'in-the-future' });
  const backAt = Math.min(at, now);
  return backAt < away.leftAt ? refuse({ code: 'away-moments' }) : ok({ ...away, backAt });
};
